// A session with nothing but notes in it, in a data folder of its own: what a program writes that is then killed.
#pragma once

#include "platform/files.h"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace hamer {

// Each note.
inline constexpr std::string_view noted = "Zelftest: wat bevestigd is, blijft.";

// The numbers of the lines that were acknowledged.
[[nodiscard]] std::vector<std::uint64_t> acknowledged_in(FileSystem& files, const std::filesystem::path& data);

// Goes on with the session, recovering its journal, and adds one note.
[[nodiscard]] Status add_note(FileSystem& files, const std::filesystem::path& data);

}  // namespace hamer
