// What a session is called: its start in UTC, a dash and eight hexadecimal digits. Also the name of its folder.
#pragma once

#include <string_view>

namespace hamer {

// Nothing else becomes a path: “..” and “.” are words too.
[[nodiscard]] bool is_session_id(std::string_view id);

}  // namespace hamer
