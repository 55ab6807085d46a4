// The scenarios that a drill can be chosen from: all *.json in a few folders.
//
// Files from elsewhere are untrusted: one that cannot be read, or does not fit, is shown with what is wrong and never
// keeps the others from being read.
#pragma once

#include "platform/files.h"
#include "service/meeting/procedure_shelf.h"
#include "service/practice/drill_values.h"

#include <filesystem>
#include <vector>

namespace hamer {

inline constexpr std::size_t most_shelved = 200;  // files in each folder, by name

// Each is checked against the procedure that it is written for. Those of the first procedure come first, then those of
// another one, and then what does not fit; among them in the folders' order and then by name. A folder that is not
// there has none.
[[nodiscard]] std::vector<ShelvedScenario> shelved_scenarios(FileSystem& files,
                                                             const std::vector<std::filesystem::path>& folders,
                                                             const std::vector<OfferedProcedure>& procedures);

}  // namespace hamer
