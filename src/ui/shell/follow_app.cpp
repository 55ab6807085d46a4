#include "ui/shell/follow_app.h"

#include "service/watch/follower.h"
#include "ui/meeting/goes_on.h"

#include <algorithm>

namespace hamer::ui {

namespace {

constexpr std::int64_t retry_ms = 1000;  // while something cannot be read

}  // namespace

FollowApp::FollowApp(Follower& follower, Language language) : follower_(follower), language_(language) {}

void FollowApp::draw(Ui& ui) {
    if (!follower_.at_ease()) {
        // Where the folder does not answer at all, asking would keep this window waiting.
        if (ui.now() >= tried_ms_ + retry_ms) {
            if (!follower_.is_silent()) follower_.poll(Follower::Thoroughness::Everything);
            tried_ms_ = ui.now();
        }
        ui.wake_at(tried_ms_ + retry_ms);
    }
    refresh(ui);
    if (!view_->waiting && goes_on(follower_.session())) ui.wish_screen_on();
    const Language before = language_;
    std::optional<FollowedMeeting> meeting;
    if (!view_->waiting)
        meeting.emplace(FollowedMeeting{follower_.session(), follower_.session_id(), follower_.edition()});
    screen_.draw(ui, *view_, meeting, language_);
    if (language_ != before) ui.wake_at(ui.now());
}

void FollowApp::refresh(Ui& ui) {
    const Stamp stamp{follower_.version(), is_late(follower_), language_};
    if (!view_ || stamp != stamp_) {
        view_ = follow_view(follower_, language_);
        stamp_ = stamp;
        ++views_;
    }
    if (view_->waiting) return;
    const std::int64_t now_ms = follower_.now().monotonic_ms;
    tell_time(view_->chair, now_ms);
    if (!view_->chair.ticks_ms || follower_.session().is_put_away()) return;
    // When the timer shows its next second.
    const std::int64_t passed = std::max<std::int64_t>(0, now_ms - *view_->chair.ticks_ms);
    ui.wake_at(ui.now() + 1001 - passed % 1000);
}

}  // namespace hamer::ui
