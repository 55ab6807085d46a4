// Where the sources and the programs of this build are. In one file only, so that a compiler's cache that has seen
// the tests of one clone knows those of the next.
#pragma once

#include <filesystem>
#include <string>

namespace hamer::test {

[[nodiscard]] const std::string& source_directory();
[[nodiscard]] const std::string& build_directory();
// The program as this build made it.
[[nodiscard]] std::string hamer_program();
// Makes a new, empty folder among the temporary ones, with that at the beginning of its name.
[[nodiscard]] std::filesystem::path make_temporary_folder(const std::string& name);

}  // namespace hamer::test
