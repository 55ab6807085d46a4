// A picture in memory, its file (PNG), and how much two pictures differ.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace hamer::ui {

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;  // rows from the top, four bytes a pixel

    bool operator==(const Picture&) const = default;
};

[[nodiscard]] Status write_png(const std::filesystem::path& path, const Picture& picture);
[[nodiscard]] Result<Picture> read_png(const std::filesystem::path& path);

// The share of pixels, 0 to 1, of which any channel differs by more than `tolerance`. Pictures of different sizes
// differ wholly.
[[nodiscard]] double difference(const Picture& one, const Picture& other, int tolerance = 24);

}  // namespace hamer::ui
