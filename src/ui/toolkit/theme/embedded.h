// The fonts inside the program: the bytes of the files that the build found (see src/ui/CMakeLists.txt).
#pragma once

#include <cstddef>
#include <span>

namespace hamer::ui {

enum class Embedded { Regular, Semibold, Bold, Icons };

[[nodiscard]] std::span<const unsigned char> embedded(Embedded font);

}  // namespace hamer::ui
