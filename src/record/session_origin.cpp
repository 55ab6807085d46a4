#include "record/session_origin.h"

#include <fmt/format.h>

namespace hamer {

LocalText origin_in_words(const SessionOrigin& origin) {
    constexpr std::size_t enough = 16;  // as in the names of the signatures' files
    LocalText words{"een ander apparaat", "another device"};
    if (!origin.device.empty()) words = {origin.device, origin.device};
    if (origin.key.empty()) return words;
    const std::string key = origin.key.substr(0, enough);
    return {fmt::format("{} (sleutel {})", words.nl, key), fmt::format("{} (key {})", words.en, key)};
}

}  // namespace hamer
