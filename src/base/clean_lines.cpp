#include "base/clean_lines.h"

#include "base/text.h"

namespace hamer {

namespace {

// How many bytes of a line end stand here; 0: none. Unicode's own are of two and three.
std::size_t line_end(std::string_view text) {
    for (const std::string_view end : {"\r\n", "\n", "\r", "\v", "\f", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
        if (text.starts_with(end)) return end.size();
    }
    return 0;
}

}  // namespace

std::string clean_lines(std::string_view text) {
    std::string out;
    std::size_t at = 0;
    // Only where one of these bytes stands may a line end begin.
    constexpr std::string_view begins = "\r\n\v\f\xC2\xE2";
    for (std::size_t i = text.find_first_of(begins); i < text.size(); i = text.find_first_of(begins, i)) {
        const std::size_t end = line_end(text.substr(i));
        if (end == 0) {
            ++i;
            continue;
        }
        out += printable(text.substr(at, i - at), std::string::npos) + '\n';
        at = i += end;
    }
    return out + printable(text.substr(at), std::string::npos);
}

}  // namespace hamer
