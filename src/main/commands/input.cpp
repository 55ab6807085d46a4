#include "main/commands/input.h"

#include <fmt/format.h>
#include <iostream>

namespace hamer {

namespace {

using Traits = std::char_traits<char>;

tl::unexpected<Error> too_long(const LocalText& what, std::size_t limit) {
    return fail(ErrorKind::Usage, "standard input",
                LocalText{fmt::format("verwacht: {} van hooguit {} bytes, gevonden: meer", what.nl, limit),
                          fmt::format("expected {} of at most {} bytes, found more", what.en, limit)},
                LocalText{"Controleer wat Hamer te lezen krijgt", "Check what Hamer is given to read"},
                Trouble::TooLarge);
}

}  // namespace

Result<std::string> read_standard_input(std::size_t limit) {
    std::string bytes;
    for (int next = 0; (next = std::cin.rdbuf()->sbumpc()) != Traits::eof();) {
        if (bytes.size() == limit) return too_long({"invoer", "input"}, limit);
        bytes.push_back(Traits::to_char_type(next));
    }
    return bytes;
}

Result<std::optional<std::string>> read_line(std::size_t limit) {
    std::string line;
    for (int next = 0; (next = std::cin.rdbuf()->sbumpc()) != Traits::eof();) {
        if (next == '\n') return std::optional(std::move(line));
        if (line.size() == limit) return too_long({"een regel", "a line"}, limit);
        line.push_back(Traits::to_char_type(next));
    }
    if (line.empty()) return std::optional<std::string>();
    return std::optional(std::move(line));
}

}  // namespace hamer
