#include "record/marks.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace hamer {

namespace {

bool is_hash(std::string_view text) {
    return text.size() == 64 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// The next word of the line; none left: empty.
std::string_view take_word(std::string_view& line) {
    const std::size_t end = line.find(' ');
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    return word;
}

}  // namespace

SessionMark SessionChain::end() const {
    if (hashes.empty()) return {session_id, 0, {}};
    return {session_id, hashes.rbegin()->first, hashes.rbegin()->second};
}

std::string SessionChain::at(std::uint64_t seq) const {
    const auto found = hashes.find(seq);
    return found == hashes.end() ? std::string() : found->second;
}

bool SessionChain::passes_through(const SessionMark& mark) const {
    if (mark.session_id != session_id) return false;
    if (mark.seq == 0) {
        return std::ranges::any_of(hashes, [&](const auto& entry) { return entry.second == mark.head; });
    }
    return !mark.head.empty() && at(mark.seq) == mark.head;
}

std::string mark_line(const SessionMark& mark) {
    return fmt::format("{} {} {}{}{}", mark.session_id, mark.seq, mark.head, mark.key.empty() ? "" : " ", mark.key);
}

std::optional<SessionMark> mark_from_line(std::string_view line) {
    SessionMark mark;
    mark.session_id = take_word(line);
    const std::string_view digits = take_word(line);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), mark.seq);
    mark.head = take_word(line);
    mark.key = take_word(line);
    const bool number = error == std::errc() && end == digits.data() + digits.size();
    const bool fits = !mark.session_id.empty() && number && is_hash(mark.head) && line.empty();
    if (!fits || !(mark.key.empty() || is_hash(mark.key))) return std::nullopt;
    return mark;
}

std::vector<SessionMark> marks_in(std::string_view text, std::size_t& others) {
    std::vector<SessionMark> marks;
    others = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty() || line.front() == '#') continue;
        if (auto mark = mark_from_line(line))
            marks.push_back(*std::move(mark));
        else
            ++others;
    }
    return marks;
}

LocalText difference(const SessionChain& here, const SessionMark& mark, const LocalText& origin) {
    if (mark.seq == 0) {
        return {fmt::format("geen regel van het logboek hier heeft hash {}; die staat in: {}", mark.head, origin.nl),
                fmt::format("no entry of the journal here has hash {}, which is in: {}", mark.head, origin.en)};
    }
    const std::string found = here.at(mark.seq);
    return {fmt::format("regel {} heeft in het logboek hier hash {}, en had hash {} volgens: {}", mark.seq,
                        found.empty() ? "(geen: die regel is er niet)" : found, mark.head, origin.nl),
            fmt::format("entry {} has hash {} in the journal here, and had hash {} according to: {}", mark.seq,
                        found.empty() ? "(none: there is no such entry)" : found, mark.head, origin.en)};
}

}  // namespace hamer
