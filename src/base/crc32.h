// CRC-32 (ISO 3309, as in zlib and gzip) as eight lower-case hexadecimal digits.
#pragma once

#include <string>
#include <string_view>

namespace hamer {

[[nodiscard]] std::string crc32_hex(std::string_view bytes);

}  // namespace hamer
