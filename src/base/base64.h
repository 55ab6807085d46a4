// Bytes as text (RFC 4648, 4): with padding, on one line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hamer {

[[nodiscard]] std::string to_base64(std::string_view bytes);
// As a part of an address or a token (RFC 4648, 5): "-" and "_", and no padding.
[[nodiscard]] std::string to_base64url(std::string_view bytes);
// Nothing for what to_base64() would not have written: other characters, line ends, a wrong padding.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace hamer
