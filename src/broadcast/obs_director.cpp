#include "broadcast/obs_director.h"

#include "broadcast/obs_words.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace hamer {

namespace {

using Link = BroadcastStatus::Link;

constexpr std::int64_t test_patience_ms = 5000;
constexpr std::int64_t late_command_ms = 10'000;
constexpr std::int64_t longest_loading_ms = 10'000;  // of a scene collection
constexpr std::int64_t between_changes_ms = 1000;    // somebody who plays with the scenes does not fill the journal

}  // namespace

ObsDirector::ObsDirector(ObsSetup setup)
    : configured_{std::move(setup.scene), std::move(setup.mute)}, owed_(std::move(setup.owed)) {
    status_.problem = owed_words();
    status_.owes = !owed_.empty();
}

BroadcastWish ObsDirector::wish() const {
    if (test_ == Step::Pause) return BroadcastWish::Paused;
    if (test_ == Step::Resume) return BroadcastWish::Live;
    return status_.wish;
}

void ObsDirector::demand(const Stamp& now) {
    status_.overridden = false;
    failure_ = {};
    insist_ = true;
    scene_asked_.reset();
    mutes_asked_.clear();
    demanded_at_ = now.monotonic_ms;
    stale_ = true;  // a look that is being made was for another wish
    changed();
    look(now);
}

void ObsDirector::want(BroadcastWish wish, const Stamp& now) {
    if (wish == status_.wish) return;
    if (test_ != Step::None) fail_test({"Er begon een vergadering.", "A meeting began."});
    test_ = Step::None;
    status_.wish = wish;
    status_.reached = false;
    status_.reached_at.reset();
    status_.overdue = false;
    if (is_ready()) status_.problem = {};
    wished_at_ = now.monotonic_ms;
    demand(now);
}

void ObsDirector::again(const Stamp& now) { demand(now); }

void ObsDirector::test(const Stamp& now) {
    if (status_.wish != BroadcastWish::Leave || test_ != Step::None) return;
    status_.test.emplace();
    status_.reached = false;
    test_ = Step::Pause;
    step_began_ = now.monotonic_ms;
    if (!is_ready()) {
        return fail_test(status_.link == Link::Connecting || status_.problem.nl.empty()
                             ? LocalText{"Er is nog geen verbinding met OBS.", "There is no connection to OBS yet."}
                             : status_.problem);
    }
    demand(now);
}

void ObsDirector::fail_test(const LocalText& why) {
    status_.test->state = BroadcastTest::State::Failed;
    status_.test->problem = why;
    // What the try-out changed is put back all the same.
    test_ = owed_.empty() ? Step::None : Step::Resume;
    changed();
}

void ObsDirector::step_test(const Stamp& now) {
    if (test_ == Step::None) return;
    const bool running = status_.test->state == BroadcastTest::State::Running;
    if (!status_.reached) {
        if (now.monotonic_ms - step_began_ <= test_patience_ms) return;
        if (!running) {
            test_ = Step::None;  // it could not be put back: the problem says why
            return changed();
        }
        fail_test(hindrance());
        if (test_ == Step::Resume) {
            step_began_ = now.monotonic_ms;
            demand(now);
        }
        return;
    }
    const std::int64_t took = now.monotonic_ms - step_began_;
    status_.reached = false;
    if (test_ == Step::Resume) {
        if (running) {
            status_.test->resume_ms = took;
            status_.test->state = BroadcastTest::State::Passed;
        }
        test_ = Step::None;
        status_.problem = owed_words();
        return changed();
    }
    status_.test->pause_ms = took;
    test_ = Step::Resume;
    step_began_ = now.monotonic_ms;
    demand(now);
}

void ObsDirector::make_slate(const std::string& picture, const Stamp& now) {
    status_.done = {};
    changed();
    if (!is_ready()) {
        status_.done = {"Er is nog geen verbinding met OBS.", "There is no connection to OBS yet."};
        return;
    }
    slate_.emplace(names().slate, picture);
    ask(ObsSlate::begin(), Purpose::Slate, now);
}

void ObsDirector::stop_stream(const Stamp& now) {
    if (is_ready()) ask({"StopStream"}, Purpose::Stream, now);
}

void ObsDirector::connected(const Stamp& now) {
    status_.link = Link::Ready;
    status_.problem = {};
    compare_ = true;
    report({"OBS: verbinding", "OBS: connected"}, now);
    const bool test_owes = status_.test && status_.test->state == BroadcastTest::State::Failed;
    if (status_.wish == BroadcastWish::Leave && test_owes && !owed_.empty()) {
        test_ = Step::Resume;
        step_began_ = now.monotonic_ms;
    }
    demand(now);
}

void ObsDirector::lost(Link how, const LocalText& why, const Stamp& now) {
    const bool was_ready = is_ready();
    if (!was_ready && status_.link == how && status_.problem == why) return;
    if (was_ready || how == Link::Refused) {
        report({"OBS: geen verbinding. " + why.nl, "OBS: not connected. " + why.en}, now);
    }
    status_.link = how;
    status_.reached = false;
    status_.problem = why;
    if (awaits(Purpose::Command)) settle_from_ = now.monotonic_ms + late_command_ms;
    asked_.clear();
    silent_from_ = 0;
    requests_.clear();
    seen_.reset();
    early_renames_.clear();
    look_.reset();
    slate_.reset();
    look_at_ = changing_from_ = 0;
    change_waits_ = false;
    if (test_ != Step::None && status_.test->state == BroadcastTest::State::Running) fail_test(why);
    test_ = Step::None;
    changed();
}

void ObsDirector::report(LocalText what, const Stamp& now) {
    constexpr std::size_t most_reports = 200;  // that nobody has taken yet
    if (reports_.size() < most_reports) reports_.push_back({now.at, std::move(what)});
}

// The scene that is shown, when it is another.
void ObsDirector::report_change(const Stamp& now) {
    if (!change_waits_ || (change_reported_ != 0 && now.monotonic_ms - change_reported_ < between_changes_ms)) return;
    change_reported_ = now.monotonic_ms;
    change_waits_ = false;
    report(obs_words("OBS toont nu", seen_->program, change_is_foreign_ ? ", niet door Hamer gekozen" : "",
                     "OBS now shows", change_is_foreign_ ? ", not chosen by Hamer" : ""),
           now);
}

void ObsDirector::ask(ObsRequest request, Purpose purpose, const Stamp& now) {
    const std::string id = fmt::format("hamer-{}", next_id_++);
    asked_[id] = {request, purpose, look_number_, now.monotonic_ms};
    if (silent_from_ == 0) silent_from_ = now.monotonic_ms;
    requests_.emplace_back(id, std::move(request));
}

bool ObsDirector::awaits(Purpose purpose, const std::string& type) const {
    return std::ranges::any_of(asked_, [&](const auto& one) {
        return one.second.purpose == purpose && (type.empty() || one.second.request.type == type);
    });
}

std::vector<std::pair<std::string, ObsRequest>> ObsDirector::take_requests() { return std::exchange(requests_, {}); }
std::vector<BroadcastReport> ObsDirector::take_reports() { return std::exchange(reports_, {}); }

bool ObsDirector::is_hung(const Stamp& now) const {
    const std::int64_t patience = changing_from_ != 0 ? longest_loading_ms : broadcast_patience_ms;
    if (silent_from_ != 0 && now.monotonic_ms - silent_from_ > patience) return true;
    return std::ranges::any_of(asked_, [&](const auto& one) {
        return one.second.purpose != Purpose::Look && now.monotonic_ms - one.second.at > patience;
    });
}

void ObsDirector::judge(const Stamp& now) {
    if (!is_ready() || !seen_ || changing_from_ != 0) return;
    const BroadcastWish asked = wish();
    const bool is_open = awaits(Purpose::Command) || (asked == BroadcastWish::Paused && insist_);
    const bool is_sure = !is_open && !stale_ && !look_;
    if (asked != BroadcastWish::Paused && is_sure && now.monotonic_ms >= settle_from_) settle();
    const LocalText why = asked == BroadcastWish::Leave ? owed_words() : hindrance();
    // A new look may take back what is believed; to believe it, nothing may be on its way.
    const bool reached = asked != BroadcastWish::Leave && why.nl.empty() && (status_.reached || is_sure);
    if (status_.picture != seen_->program || status_.owes == owed_.empty() || !(status_.problem == why)) changed();
    status_.picture = seen_->program;
    status_.owes = !owed_.empty();
    status_.problem = why;
    if (reached != status_.reached) {
        status_.reached = reached;
        if (reached) {
            if (status_.reached_at && test_ == Step::None) {
                report({"OBS: weer zoals gevraagd", "OBS: as it was asked again"}, now);
            }
            status_.reached_at = now.at;
            status_.overdue = false;
        }
        changed();
    }
    step_test(now);
}

void ObsDirector::tick(const Stamp& now) {
    if (seen_) report_change(now);
    if (changing_from_ != 0 && now.monotonic_ms - changing_from_ > longest_loading_ms) {
        changing_from_ = 0;
        look(now);
    }
    if (look_) give_up_look(now);
    if (look_at_ != 0 && now.monotonic_ms >= look_at_) look(now);
    if (status_.wish != BroadcastWish::Leave && !status_.reached && !status_.overdue &&
        now.monotonic_ms - wished_at_ >= broadcast_patience_ms) {
        status_.overdue = true;
        changed();
    }
    step_test(now);
}

}  // namespace hamer
