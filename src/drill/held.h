// A drill that was held, as the proof of it is kept (5.2): when, which, who was there, and how it went.
#pragma once

#include "base/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hamer {

struct HeldDrill {
    std::string session;   // its id
    std::string scenario;  // its id
    std::string title;     // in the language in which it was held
    Instant held;
    std::int64_t lasted = 0;  // milliseconds
    int points = 0;
    int of = 0;
    std::vector<std::string> attendance;
};

}  // namespace hamer
