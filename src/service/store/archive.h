// Files in a gzipped tar archive, through libarchive (in the module hamer-transfer).
#pragma once

#include "base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace hamer {

// By their paths in the archive. Equal files give equal bytes: no times, no owners.
[[nodiscard]] Result<std::string> pack(const std::map<std::string, std::string>& files);

struct ArchiveLimits {
    std::size_t files = 1000;
    std::size_t bytes = 256u << 20;  // unpacked, in all
};
// Nothing is written: names are for the caller to judge. Refuses what is no such archive, anything in it that is not a
// plain file, a name that stands twice, and what is larger than the limits.
[[nodiscard]] Result<std::map<std::string, std::string>> unpack(std::string_view archive, const std::string& where,
                                                                const ArchiveLimits& limits = {});

}  // namespace hamer
