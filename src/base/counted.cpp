#include "base/counted.h"

#include <fmt/format.h>

namespace hamer {

LocalText counted(std::uint64_t count, const LocalText& one, const LocalText& more) {
    const LocalText& words = count == 1 ? one : more;
    return {fmt::format("{} {}", count, words.nl), fmt::format("{} {}", count, words.en)};
}

}  // namespace hamer
