// A number and the words that go with it, in singular or plural: "1 ontbreekt", "12 ontbreken".
#pragma once

#include "base/text.h"

#include <cstdint>

namespace hamer {

[[nodiscard]] LocalText counted(std::uint64_t count, const LocalText& one, const LocalText& more);

}  // namespace hamer
