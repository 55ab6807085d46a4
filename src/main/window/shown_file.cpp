#include "main/window/shown_file.h"

#include "base/text.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace hamer {

std::int64_t monotonic_ms() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

ShownFile::ShownFile() {
    if (const char* path = std::getenv("HAMER_SEEN")) path_ = path;
}

void ShownFile::write(std::uint64_t frames, std::size_t entries, const std::vector<ui::ShownWidget>& seen) {
    if (path_.empty() || frames == written_) return;
    written_ = frames;
    const auto beside = path_ + ".new";
    std::ofstream file(beside, std::ios::trunc);
    file << "frames " << frames << " entries " << entries << '\n';
    for (const ui::ShownWidget& each : seen) {
        if (each.key.empty()) continue;
        const ui::Rect& part = each.visible;
        file << fmt::format("{}\t{}\t{:.0f}\t{:.0f}\t{:.0f}\t{:.0f}\t{:d}\t{:d}\t{:d}\t{}\t{}\n", each.key,
                            static_cast<int>(each.kind), part.x, part.y, part.w, part.h, each.enabled, each.guarded,
                            each.focused, each.shortcut ? each.shortcut : '-', printable(each.label, 200));
    }
    file.close();
    std::error_code ignored;  // a reader that misses a frame sees the next one
    std::filesystem::rename(beside, path_, ignored);
}

}  // namespace hamer
