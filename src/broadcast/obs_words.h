// Sentences about OBS Studio's scenes and inputs, whose names are foreign text.
#pragma once

#include "base/text.h"
#include "codec/obs/obs_message.h"

#include <fmt/format.h>
#include <string>

namespace hamer {

// Around the name in quotation marks: "De scène “Pauze” is er niet in OBS."
[[nodiscard]] inline LocalText obs_words(const char* nl, const std::string& name, const char* nl_end, const char* en,
                                         const char* en_end) {
    const std::string shown = printable(name, 100);
    return {fmt::format("{} “{}”{}", nl, shown, nl_end), fmt::format("{} “{}”{}", en, shown, en_end)};
}

// "OBS weigert SetInputMute (207) not ready"
[[nodiscard]] inline LocalText obs_refusal(const ObsRequest& request, const ObsAnswer& answer) {
    const std::string why = printable(answer.comment, 200);
    return {fmt::format("OBS weigert {} ({}) {}", request.type, answer.code, why),
            fmt::format("OBS refuses {} ({}) {}", request.type, answer.code, why)};
}

}  // namespace hamer
