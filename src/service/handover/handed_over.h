// What the register has of a session, as a value for screens.
#pragma once

#include <cstddef>
#include <string>

namespace hamer {

// A record as the register has it, for the last card: of which of the session's incidents, counted from 0, and how
// much the clerk still has to add.
struct HandedOver {
    std::string id;
    std::size_t incident = 0;
    std::size_t missing = 0;
};

}  // namespace hamer
