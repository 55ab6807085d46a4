#include "record/named_place.h"

#include <algorithm>

namespace hamer {

namespace {

constexpr std::size_t around = 40;  // bytes on each side
constexpr std::size_t most = 3;     // as many as one reads

bool is_inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
}

}  // namespace

Mention mention_of(std::string_view text, const NameForms::Place& place) {
    std::size_t from = place.at > around ? place.at - around : 0;
    std::size_t until = std::min(text.size(), place.at + place.size + around);
    while (is_inside_character(text, from)) ++from;
    while (is_inside_character(text, until)) ++until;
    std::string excerpt = from > 0 ? "… " : "";
    excerpt += text.substr(from, until - from);
    if (until < text.size()) excerpt += " …";
    return {printable(excerpt), place.is_whole};
}

void Mentions::add(Mention mention) {
    if (std::ranges::find(all_, mention.excerpt, &Mention::excerpt) != all_.end()) return;
    const auto at = mention.is_whole ? std::ranges::find(all_, false, &Mention::is_whole) : all_.end();
    all_.insert(at, std::move(mention));
    if (all_.size() > most) all_.pop_back();
}

void Mentions::add(const Mentions& other) {
    for (const Mention& one : other.all_) add(one);
}

Mentions mentions_in(std::string_view bytes, const NameForms& names) {
    Mentions found;
    if (const auto here = names.first_in(bytes, NameForms::Match::WithSurname)) found.add(mention_of(bytes, *here));
    return found;
}

}  // namespace hamer
