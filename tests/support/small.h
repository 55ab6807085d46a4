// A small procedure for tests of the machine and the checker: a door and a bell.
#pragma once

#include "procedure/checker.h"
#include "procedure/procedure.h"

#include <string>
#include <utility>
#include <vector>

namespace hamer::test {

// The file's text; each pair in `changes` is a part of the text and what to put in its place. A part that is not there
// exactly once fails the test.
[[nodiscard]] std::string small_text(const std::vector<std::pair<std::string, std::string>>& changes = {});
[[nodiscard]] Procedure small(const std::vector<std::pair<std::string, std::string>>& changes = {});
[[nodiscard]] CheckReport check_small(const std::vector<std::pair<std::string, std::string>>& changes = {});

// The same for any text.
[[nodiscard]] std::string changed(std::string text, const std::vector<std::pair<std::string, std::string>>& changes);

// The ids of the properties that do not hold, joined by spaces.
[[nodiscard]] std::string violated(const CheckReport& report);

}  // namespace hamer::test
