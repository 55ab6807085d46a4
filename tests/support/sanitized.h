// What a sanitizer costs, for the tests that count how much is tried or how much work a frame is.
#pragma once

#include <cstddef>

namespace hamer::test {

// A sanitizer makes each try some ten times as slow, and looks for other faults than those that more tries would find.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr std::size_t slower = 10;
#else
inline constexpr std::size_t slower = 1;
#endif

}  // namespace hamer::test
