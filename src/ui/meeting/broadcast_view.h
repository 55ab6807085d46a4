// What the screens say of a broadcast that a program controls: whether it is what was asked, and what to do when not.
#pragma once

#include "ui/meeting/chair_view.h"

#include <optional>
#include <string>

namespace hamer::ui {

// The button that asks for it once more; it is the program's, not the procedure's, and has no event.
inline constexpr std::string_view broadcast_again_key = "broadcast.again";
// And the one by which somebody says that what Hamer still owes it was put back by hand.
inline constexpr std::string_view broadcast_forget_key = "broadcast.forget";
[[nodiscard]] std::string_view broadcast_forget_label(Language language);

// While a pause or a resumption is asked and not confirmed: the words of the line that stands for it, in place of the
// procedure's own. Nothing where the regie does it by hand.
struct PendingBroadcast {
    std::string text;
    bool danger = false;
};
[[nodiscard]] std::optional<PendingBroadcast> pending_broadcast(const MeetingFacts& seen, Meaning confirmation,
                                                                Language language);

// What stands on the screen besides: somebody chose another picture, something is still to be put back, or there is no
// link.
[[nodiscard]] std::optional<AlertView> broadcast_alert(const MeetingFacts& seen, Language language);

// Before the meeting: how it stands, and what the last try-out measured.
[[nodiscard]] std::string broadcast_standing(const BroadcastStatus& status, Language language);
[[nodiscard]] std::string broadcast_test_words(const BroadcastTest& test, Language language);

}  // namespace hamer::ui
