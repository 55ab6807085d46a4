// Who besides its owner can come at a file, on the machines that keep users apart. Asks the disk; any thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace hamer {

// Whether any other user of the machine may read it, or change it. False for what is not there.
[[nodiscard]] bool others_may_read(const std::filesystem::path& path);
[[nodiscard]] bool others_may_change(const std::filesystem::path& path);
// Whether others may do anything at all with it: what a secret must not allow.
[[nodiscard]] bool others_may_use(const std::filesystem::path& path);
// What a person types to give the file that is called so to its owner alone, the same for a folder, and to keep all
// others from changing a file: for a sentence. "<folder>" is a name too, where none may be said.
[[nodiscard]] std::string making_private(std::string_view file);
[[nodiscard]] std::string making_folder_private(std::string_view folder);
[[nodiscard]] std::string keeping_from_change(std::string_view file);
// Whether a file that is made in this folder for its owner alone is so: some file systems know no users. Makes one and
// takes it away; true where none can be made.
[[nodiscard]] bool new_files_are_private(const std::filesystem::path& folder);

}  // namespace hamer
