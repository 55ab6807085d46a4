// Sentences about OBS Studio's scenes and inputs, whose names are foreign text.
#pragma once

#include "base/text.h"

#include <fmt/format.h>
#include <string>

namespace hamer {

// Around the name in quotation marks: "De scène “Pauze” is er niet in OBS."
[[nodiscard]] inline LocalText obs_words(const char* nl, const std::string& name, const char* nl_end, const char* en,
                                         const char* en_end) {
    const std::string shown = printable(name, 100);
    return {fmt::format("{} “{}”{}", nl, shown, nl_end), fmt::format("{} “{}”{}", en, shown, en_end)};
}

}  // namespace hamer
