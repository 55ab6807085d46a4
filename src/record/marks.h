// Marks: what somebody saw of a session's journal, to be held against it later (docs/journal-format.md, "Marks").
//
// Each entry's hash vouches for all entries before it. So a journal that still has a mark's hash at the mark's entry is
// that same journal up to there, whatever was added since; one that has not was changed, or lost entries. A session is
// proven when it passes through every mark that is known of it, and not only through the last.
#pragma once

#include "base/text.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

struct SessionMark {
    std::string session_id;
    std::uint64_t seq = 0;  // 0: of an entry whose number is not known, as in a record
    std::string head;       // that entry's hash
    std::string key{};      // the fingerprint of the key that signed it; empty: none did

    bool operator==(const SessionMark&) const = default;
};

// The hashes of a session's journal by the numbers of its entries: all, or those that marks ask for, and the last.
struct SessionChain {
    std::string session_id;
    std::map<std::uint64_t, std::string> hashes;

    // Its last entry; of an empty journal 0 and no hash.
    [[nodiscard]] SessionMark end() const;
    // Empty where it is not among them.
    [[nodiscard]] std::string at(std::uint64_t seq) const;
    [[nodiscard]] bool passes_through(const SessionMark& mark) const;
};

// "<session> <seq> <hash>", and the key's fingerprint behind it where there is one; without a line's end.
[[nodiscard]] std::string mark_line(const SessionMark& mark);
// Nothing when the line is no mark.
[[nodiscard]] std::optional<SessionMark> mark_from_line(std::string_view line);
// Those in a file of marks. Empty lines and those that begin with # do not count; `others` becomes how many more were
// no marks.
[[nodiscard]] std::vector<SessionMark> marks_in(std::string_view text, std::size_t& others);

// Where a journal leaves a mark that `origin` kept, with both hashes: a sentence without its full stop.
[[nodiscard]] LocalText difference(const SessionChain& here, const SessionMark& mark, const LocalText& origin);

}  // namespace hamer
