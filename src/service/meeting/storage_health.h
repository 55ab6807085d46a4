// How the disk takes what is recorded, as a value for screens.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace hamer {

struct StorageHealth {
    std::uint64_t unrecorded = 0;        // entries that are not in the journal yet
    std::string reason;                  // what the system said, in words, as the journal keeps them
    Error cause{};                       // the same, for a person; only with a reason
    std::filesystem::path second_place;  // the file that holds them all meanwhile; empty when that failed too
};

}  // namespace hamer
