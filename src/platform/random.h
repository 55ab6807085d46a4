// Unpredictable bytes from the operating system, for names and salts. Any thread.
#pragma once

#include <string>

namespace hamer {

// `bytes` random bytes as lower-case hexadecimal digits.
[[nodiscard]] std::string random_hex(std::size_t bytes);

}  // namespace hamer
