#include "record/name_forms.h"

#include "session/entry.h"

#include <algorithm>

namespace hamer {

namespace {

constexpr std::size_t shortest = 3;  // in bytes; what is shorter is in every text

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
}

bool begins_with_capital(std::string_view word) {
    // Capitals of Latin-1, U+00C0 to U+00DE, besides those of ASCII.
    const auto first = static_cast<unsigned char>(word.front());
    if (first >= 'A' && first <= 'Z') return true;
    return first == 0xC3 && word.size() > 1 && static_cast<unsigned char>(word[1]) <= 0x9E;
}

bool same(std::string_view one, std::string_view other, bool any_case) {
    return std::ranges::equal(one, other, [&](char a, char b) { return any_case ? lower(a) == lower(b) : a == b; });
}

// As words of their own: "Bos" is not in "Boskoop".
std::string replaced(std::string_view text, std::string_view form, bool any_case) {
    std::string made;
    std::size_t at = 0;
    while (at < text.size()) {
        const bool here =
            text.size() - at >= form.size() && same(text.substr(at, form.size()), form, any_case) &&
            !(at > 0 && is_letter(text[at - 1]) && is_letter(form.front())) &&
            !(at + form.size() < text.size() && is_letter(text[at + form.size()]) && is_letter(form.back()));
        if (here) {
            made += erased_text;
            at += form.size();
        } else {
            made += text[at++];
        }
    }
    return made;
}

void add_once(std::vector<std::string>& forms, std::string form) {
    if (form.size() < shortest || std::ranges::find(forms, form) != forms.end()) return;
    forms.push_back(std::move(form));
    // The longest first, so that no part of it is left.
    std::ranges::stable_sort(forms, std::ranges::greater{}, &std::string::size);
}

}  // namespace

void NameForms::add(const Person& person) {
    for (const std::string* text : {&person.name, &person.address, &person.description, &person.injury}) {
        if (*text != erased_text) add_once(whole_, *text);
    }
    std::string part;
    for (const char c : person.name + ' ') {
        if (is_letter(c)) {
            part += c;
            continue;
        }
        if (!part.empty() && begins_with_capital(part)) add_once(parts_, part);
        part.clear();
    }
}

std::string NameForms::without(std::string_view text, Match match) const {
    std::string made(text);
    for (const std::string& form : whole_) made = replaced(made, form, true);
    if (match == Match::WithParts) {
        for (const std::string& form : parts_) made = replaced(made, form, false);
    }
    return made;
}

}  // namespace hamer
