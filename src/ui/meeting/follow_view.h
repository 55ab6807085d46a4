// What the screen of one who only looks on shows, as values. It holds no action: there is nothing to ask for.
#pragma once

#include "ui/meeting/chair_view.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hamer {
class Follower;
}

namespace hamer::ui {

struct PhoneView {
    std::string key;
    std::string label;  // "Spoed"
    std::string number;
};

struct FollowView {
    bool waiting = true;  // there is no meeting to show
    bool drill = false;
    ChairView chair;                    // without its buttons
    std::vector<ButtonView> choices;    // what the chair can choose now
    std::vector<AlertView> across;      // what keeps this screen from being right
    std::vector<AlertView> beside;      // what stands open in the meeting
    std::vector<PhoneView> phones;      // large: the emergency number and the police
    std::vector<PhoneView> extensions;  // small: in the building
    std::string folder;                 // of the sessions
};

// The meeting itself, for its log. Refers to the follower's: use it at once.
struct FollowedMeeting {
    const Session& session;
    const std::string& id;
    std::uint64_t edition = 0;  // another one whenever entries that were read before may read otherwise
};

// How long nothing could be read before it is said: a network may miss one answer.
inline constexpr std::int64_t patience_ms = 1000;
[[nodiscard]] bool is_late(const Follower& follower);

[[nodiscard]] FollowView follow_view(const Follower& follower, Language language);

}  // namespace hamer::ui
