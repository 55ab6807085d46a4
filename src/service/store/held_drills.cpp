#include "service/store/held_drills.h"

#include "base/attempt.h"
#include "base/session_id.h"
#include "codec/drill/held_json.h"
#include "service/store/drill_folder.h"
#include "service/store/session_folder.h"
#include "service/store/session_origin.h"

#include <algorithm>

namespace hamer {

Result<std::vector<HeldDrill>> drills_begun(FileSystem& files, const std::filesystem::path& data) {
    const auto folder = sessions_folder(data, true);
    ASSIGN_OR_RETURN(const auto ids, list_sessions(files, folder));
    std::vector<HeldDrill> held;
    for (const std::string& id : ids) {
        const auto file = folder / id / "drill.json";
        const auto text = files.read(file);
        if (!text || !*text) continue;
        auto one = read_held(**text, file.string());
        if (!one) continue;
        if (const auto acts = read_trainer_acts(files, folder / id)) one->setup.attendance = attendance_of(*one, *acts);
        held.push_back(*std::move(one));
    }
    std::ranges::stable_sort(held, std::ranges::greater(), &HeldDrill::held);
    return held;
}

Result<std::vector<HeldDrill>> held_drills(FileSystem& files, const std::filesystem::path& data) {
    auto held = drills_begun(files, data);
    if (held) std::erase_if(*held, [](const HeldDrill& one) { return !one.result; });
    return held;
}

std::optional<HeldDrill> broken_off(FileSystem& files, const std::filesystem::path& data, Instant now) {
    constexpr std::int64_t a_day_ms = 86'400'000;
    auto begun = drills_begun(files, data);
    if (!begun) return std::nullopt;
    std::erase_if(*begun, [&](const HeldDrill& one) {
        const auto origin = is_session_id(one.session) ? origin_of(files, sessions_folder(data, true) / one.session)
                                                       : std::optional<SessionOrigin>();
        return !origin || *origin;
    });
    if (begun->empty()) return std::nullopt;
    const HeldDrill& latest = begun->front();
    const bool is_old = now.milliseconds - latest.held.milliseconds >= a_day_ms;
    return latest.result || is_old ? std::nullopt : std::optional(latest);
}

}  // namespace hamer
