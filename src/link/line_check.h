// Whether lines that came over the link follow on what the keeper has: by the journal's own reader, and nothing else.
#pragma once

#include "link/kept_sessions.h"

#include <functional>
#include <optional>
#include <vector>

namespace hamer {

struct CheckedLines {
    std::vector<CheckedLine> fresh;  // those that are not there yet
    Position head;                   // with them
};

// The hash of a line that is there.
using HashThere = std::function<std::optional<std::string>(std::uint64_t seq)>;

// Lines that are there already, with the same hash, are passed over. Refused, all of them, where one does not follow
// (Gap), is no line or breaks the chain (Damaged), or has a text of another line (BadMessage).
[[nodiscard]] tl::expected<CheckedLines, LinkRefused> check_lines(const LinkLines& lines, const Position& head,
                                                                  const HashThere& hash_there);

}  // namespace hamer
