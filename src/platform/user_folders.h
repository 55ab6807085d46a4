// Where this system keeps what belongs to a user, and where this program's file is. Absolute paths, asked of the
// environment at each call; none is made. Any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

// Of the program of this name; nothing where the system does not say.
[[nodiscard]] std::optional<std::filesystem::path> user_data_folder(const std::string& program);
// The variable that tells the system's folders of a user, by the name that an administrator knows: "HOME".
[[nodiscard]] std::string user_folder_variable();
// What belongs to this device rather than to the user's data.
[[nodiscard]] std::optional<std::filesystem::path> user_state_folder(const std::string& program);
// For what is needed until the machine is started anew, if possible on another disk than the rest: a folder of this
// user's own for the program of this name. Others may be able to make names beside it (FileSystem::make_own_folder).
[[nodiscard]] std::filesystem::path user_runtime_folder(const std::string& program);
// Where settings of the program may be, the file that goes before first. Not one that another user of the machine may
// have put there, as settings name a program to start.
[[nodiscard]] std::vector<std::filesystem::path> settings_files(const std::string& program);

// Of this program; empty where the system does not say.
[[nodiscard]] std::filesystem::path program_file();
// The folder of the fonts that papers are drawn with, which this program brings along; nothing where the system has
// fonts for all programs.
[[nodiscard]] std::optional<std::filesystem::path> program_fonts();

}  // namespace hamer
