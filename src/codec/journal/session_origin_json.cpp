#include "codec/journal/session_origin_json.h"

#include "base/attempt.h"
#include "codec/json/cursor.h"

namespace hamer {

Result<SessionOrigin> read_session_origin(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(const auto json, parse_json(text, file));
    return reading(file, [&] {
        const Cursor at(json, file);
        constexpr std::size_t longest_name = 80, key_digits = 64;
        return SessionOrigin{printable(at.at("device").string(), longest_name),
                             printable(at.at("key").string(), key_digits)};
    });
}

std::string write_session_origin(const SessionOrigin& origin) {
    return Json{{"format", 1}, {"device", origin.device}, {"key", origin.key}}.dump() + "\n";
}

}  // namespace hamer
