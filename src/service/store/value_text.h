// A sentence in both languages about one file or id.
#pragma once

#include "base/text.h"

#include <fmt/format.h>
#include <string>

namespace hamer {

[[nodiscard]] inline LocalText with(fmt::format_string<const std::string&> nl,
                                    fmt::format_string<const std::string&> en, const std::string& value) {
    return {fmt::format(nl, value), fmt::format(en, value)};
}

}  // namespace hamer
