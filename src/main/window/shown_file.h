// What windows share with the tests and measurements that drive them from outside.
#pragma once

#include "ui/toolkit/widgets/shown.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hamer {

[[nodiscard]] std::int64_t monotonic_ms();

// Where HAMER_SEEN names a file, it holds what the last frame showed. "frames <number> entries <how many the session
// had>", then a line for each thing with a key: key, kind, x, y, width and height of the part in sight (pixels),
// enabled, guarded, focused, its key on the keyboard (- for none), label; with tabs between.
class ShownFile {
  public:
    ShownFile();
    void write(std::uint64_t frames, std::size_t entries, const std::vector<ui::ShownWidget>& seen);

  private:
    std::string path_;
    std::uint64_t written_ = 0;
};

}  // namespace hamer
