// A line of the second place: an entry that could not be put in the journal, with its private lines and the place that
// it belongs in.
#pragma once

#include "codec/journal/entry_json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hamer {

struct SecondCopyLine {
    std::uint64_t seq = 0;
    EncodedEntry entry;
    std::string folder;  // of its session, as text: several data folders share a second place
    std::string after;   // the journal's hash of the entry before it: it belongs behind that one and nowhere else
};

[[nodiscard]] std::string write_second_copy_line(const SecondCopyLine& brought_back);
// Nothing when the line is not one.
[[nodiscard]] std::optional<SecondCopyLine> read_second_copy_line(std::string_view line);

}  // namespace hamer
