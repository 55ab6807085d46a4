// The program's icon, as the PNG files of assets/icons: inside the program, as a window has one before any disk
// answers.
#pragma once

#include <array>
#include <span>

namespace hamer::ui {

inline constexpr int icon_sizes = 4;

// Smallest first: 16, 32, 48 and 64 pixels.
[[nodiscard]] std::array<std::span<const unsigned char>, icon_sizes> icon_files();

}  // namespace hamer::ui
