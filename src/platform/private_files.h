// Who besides its owner can come at a file, on the machines that keep users apart. Asks the disk; any thread.
#pragma once

#include <filesystem>
#include <string_view>

namespace hamer {

// Whether any other user of the machine may read it, or change it. False for what is not there.
[[nodiscard]] bool others_may_read(const std::filesystem::path& path);
[[nodiscard]] bool others_may_change(const std::filesystem::path& path);
// Whether others may do anything at all with it: what a secret must not allow.
[[nodiscard]] bool others_may_use(const std::filesystem::path& path);
// What a person types to give a file to its owner alone, the same for a folder, and to keep all others from changing
// a file: for a sentence.
[[nodiscard]] std::string_view making_private();
[[nodiscard]] std::string_view making_folder_private();
[[nodiscard]] std::string_view keeping_from_change();
// Whether a file that is made in this folder for its owner alone is so: some file systems know no users. Makes one and
// takes it away; true where none can be made.
[[nodiscard]] bool new_files_are_private(const std::filesystem::path& folder);

}  // namespace hamer
