// A file that a command was told to make (-o FILE).
#pragma once

#include "base/result.h"
#include "main/commands/locations.h"
#include "record/paper.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace hamer {

// Written beside it, synced, and then given its name, so that it is there whole or not at all. What has that name
// already is replaced only with --force, and only when it is a file: Usage otherwise.
[[nodiscard]] Status write_output_file(const CommonOptions& common, const std::string& file, std::string_view bytes);
// To ask before the work is done; writing asks again.
[[nodiscard]] Status may_write_output_file(const CommonOptions& common, const std::string& file);

// The same, noted as a file that Hamer made (service/store/papers.h); one line where it could not be noted.
[[nodiscard]] Status write_paper(const CommonOptions& common, const std::filesystem::path& data, Paper what,
                                 std::string_view bytes);

// One line where the disk does not keep others out of a file that is made for its owner alone.
void say_that_others_may_read(const std::string& shown);

}  // namespace hamer
