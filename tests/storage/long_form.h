// How much is tried: little enough for each build, or with HAMER_TEST_LONG=1 as much as there is.
#pragma once

#include "support/sanitized.h"

#include <cstdlib>
#include <string_view>

namespace hamer::test {

inline bool long_form() {
    const char* set = std::getenv("HAMER_TEST_LONG");
    return set && std::string_view(set) == "1";
}

}  // namespace hamer::test
