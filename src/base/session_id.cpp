#include "base/session_id.h"

namespace hamer {

bool is_session_id(std::string_view id) {
    constexpr std::string_view shape = "dddddddd'T'dddddd'Z-'xxxxxxxx";
    std::size_t i = 0;
    bool literal = false;
    for (const char expected : shape) {
        if (expected == '\'') {
            literal = !literal;
            continue;
        }
        if (i == id.size()) return false;
        const char c = id[i++];
        const bool digit = c >= '0' && c <= '9';
        const bool fits = literal ? c == expected : digit || (expected == 'x' && c >= 'a' && c <= 'f');
        if (!fits) return false;
    }
    return i == id.size();
}

}  // namespace hamer
