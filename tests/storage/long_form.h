// How much is tried: little enough for each build, or with HAMER_TEST_LONG=1 as much as there is.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace hamer::test {

inline bool long_form() {
    const char* set = std::getenv("HAMER_TEST_LONG");
    return set && std::string_view(set) == "1";
}

// A sanitizer makes each try some ten times as slow, and looks for other faults than those that more tries would find.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr std::size_t slower = 10;
#else
inline constexpr std::size_t slower = 1;
#endif

}  // namespace hamer::test
