// What the user of this device chose, on top of the installation's settings. What was not chosen follows the settings.
#pragma once

#include "base/text.h"
#include "session/settings.h"

#include <chrono>
#include <optional>
#include <string>

namespace hamer {

struct Preferences {
    std::optional<Language> language;
    bool dark = false;
    int text_percent = 100;  // 100 to 200
    bool motion = true;      // false: nothing moves or fades
    bool sound = false;      // one soft tone when a time limit passes
    std::optional<int> statement_limit_seconds;
    std::optional<BroadcastWay> broadcast{};
    std::string name{};  // of who works in Dossier here; empty: was not asked yet

    bool operator==(const Preferences&) const = default;
};

[[nodiscard]] inline std::chrono::seconds statement_limit(const Preferences& preferences, const Settings& settings) {
    return std::chrono::seconds(preferences.statement_limit_seconds.value_or(settings.statement_limit_seconds));
}

// One that was chosen but is not set up any more is the regie's.
[[nodiscard]] inline BroadcastWay broadcast_way(const Preferences& preferences, const BroadcastSettings& settings) {
    const BroadcastWay way = preferences.broadcast.value_or(settings.way);
    if (way == BroadcastWay::Obs && !settings.obs) return BroadcastWay::Regie;
    if (way == BroadcastWay::Command && !settings.command) return BroadcastWay::Regie;
    return way;
}

}  // namespace hamer
