// A file of walk lines: scenarios/*.jsonl.
#pragma once

#include "main/commands/locations.h"
#include "session/command.h"

#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// The commands in the text; blank lines are passed over. Errors name the file and the line.
[[nodiscard]] Result<std::vector<Command>> read_walk_script(std::string_view text, const std::string& file);

// Plays the script in memory and says whether each line is accepted.
int check_walk_script(const CommonOptions& common, const std::string& file, std::string_view text);

}  // namespace hamer
