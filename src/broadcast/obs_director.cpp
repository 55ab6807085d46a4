#include "broadcast/obs_director.h"

#include "broadcast/obs_words.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace hamer {

namespace {

using Link = BroadcastStatus::Link;

constexpr std::int64_t between_changes_ms = 1000;  // somebody who plays with the scenes does not fill the journal
constexpr std::int64_t retry_ms = 1000;
constexpr std::int64_t test_patience_ms = 5000;
constexpr std::size_t most_reports = 200;  // that nobody has taken yet

}  // namespace

ObsDirector::ObsDirector(ObsSetup setup)
    : slate_(std::move(setup.scene)), mute_(std::move(setup.mute)), owed_(std::move(setup.owed)) {
    for (const std::string& each : mute_) muted_[each] = std::nullopt;
    for (const std::string& each : owed_.unmute) muted_[each] = std::nullopt;
}

BroadcastWish ObsDirector::wish() const {
    if (test_ == Step::Pause) return BroadcastWish::Paused;
    if (test_ == Step::Resume) return BroadcastWish::Live;
    return status_.wish;
}

bool ObsDirector::has_scene(const std::string& name) const { return scenes_.contains(name); }

void ObsDirector::want(BroadcastWish wish, const Stamp& now) {
    if (wish == status_.wish) return;
    if (test_ != Step::None) fail_test({"Er begon een vergadering.", "A meeting began."});
    test_ = Step::None;
    status_.wish = wish;
    status_.reached = false;
    status_.reached_at.reset();
    status_.overdue = false;
    status_.overridden = false;
    if (is_ready()) status_.problem = {};
    failure_ = {};
    wished_at_ = now.monotonic_ms;
    changed();
    look(now);
}

void ObsDirector::again(const Stamp& now) {
    status_.overridden = false;
    failure_ = {};
    changed();
    look(now);
}

void ObsDirector::test(const Stamp& now) {
    if (status_.wish != BroadcastWish::Leave || test_ != Step::None) return;
    status_.test.emplace();
    status_.overridden = false;
    status_.reached = false;
    failure_ = {};
    test_ = Step::Pause;
    step_began_ = now.monotonic_ms;
    changed();
    if (!is_ready()) {
        return fail_test(status_.problem.nl.empty()
                             ? LocalText{"Er is nog geen verbinding met OBS.", "There is no connection to OBS yet."}
                             : status_.problem);
    }
    look(now);
}

void ObsDirector::fail_test(const LocalText& why) {
    status_.test->state = BroadcastTest::State::Failed;
    status_.test->problem = why;
    // What the try-out changed is put back all the same.
    test_ = owed_ == BroadcastOwed{} ? Step::None : Step::Resume;
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
            look(now);
        }
        return;
    }
    const std::int64_t took = now.monotonic_ms - step_began_;
    if (test_ == Step::Resume) {
        if (running) {
            status_.test->resume_ms = took;
            status_.test->state = BroadcastTest::State::Passed;
        }
        test_ = Step::None;
        status_.reached = false;
        status_.problem = {};
        return changed();
    }
    status_.test->pause_ms = took;
    test_ = Step::Resume;
    step_began_ = now.monotonic_ms;
    status_.reached = false;
    changed();
    look(now);
}

void ObsDirector::stop_stream(const Stamp& now) {
    if (is_ready()) ask({"StopStream"}, now);
}

void ObsDirector::connected(const Stamp& now) {
    status_.link = Link::Ready;
    status_.overridden = false;
    status_.problem = {};
    failure_ = {};
    compare_ = true;
    report({"OBS: verbinding", "OBS: connected"}, now);
    const bool test_owes = status_.test && status_.test->state == BroadcastTest::State::Failed;
    if (status_.wish == BroadcastWish::Leave && test_owes && !(owed_ == BroadcastOwed{})) {
        test_ = Step::Resume;
        step_began_ = now.monotonic_ms;
    }
    changed();
    look(now);
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
    asked_.clear();
    requests_.clear();
    commanded_.clear();
    commanded_mute_.clear();
    looking_ = 0;
    retry_at_ = 0;
    if (test_ != Step::None && status_.test->state == BroadcastTest::State::Running) fail_test(why);
    test_ = Step::None;
    changed();
}

void ObsDirector::report(LocalText what, const Stamp& now) {
    if (reports_.size() >= most_reports) return;
    reports_.push_back({now.at, std::move(what)});
}

// The scene that is shown, when somebody else changed it.
void ObsDirector::report_change(const Stamp& now) {
    if (change_reported_ != 0 && now.monotonic_ms - change_reported_ < between_changes_ms) {
        change_waits_ = true;
        return;
    }
    change_reported_ = now.monotonic_ms;
    change_waits_ = false;
    report(obs_words("OBS toont nu", program_, ", niet door Hamer gekozen", "OBS now shows", ", not chosen by Hamer"),
           now);
}

void ObsDirector::ask(ObsRequest request, const Stamp& now, std::uint64_t look) {
    const std::string id = fmt::format("hamer-{}", next_id_++);
    asked_[id] = {request, now.monotonic_ms, look};
    requests_.emplace_back(id, std::move(request));
}

// The open questions about this: their answers may be older than the event that came.
void ObsDirector::outdate(const std::string& question, const std::string& input) {
    for (auto& [id, asked] : asked_) {
        if (asked.request.type != question) continue;
        if (input.empty() || std::get<std::string>(asked.request.data.at("/inputName")) == input) asked.outdated = true;
    }
}

std::vector<std::pair<std::string, ObsRequest>> ObsDirector::take_requests() { return std::exchange(requests_, {}); }
std::vector<BroadcastReport> ObsDirector::take_reports() { return std::exchange(reports_, {}); }

bool ObsDirector::is_hung(const Stamp& now) const {
    return std::ranges::any_of(
        asked_, [&](const auto& one) { return now.monotonic_ms - one.second.at > broadcast_patience_ms; });
}

void ObsDirector::look(const Stamp& now) {
    if (!is_ready()) return;
    retry_at_ = 0;
    ++look_;
    looking_ = 2 + static_cast<int>(muted_.size());
    ask({"GetSceneList"}, now, look_);
    ask({"GetCurrentProgramScene"}, now, look_);
    for (const auto& [input, muted] : muted_) ask({"GetInputMute", {{"/inputName", input}}}, now, look_);
}

void ObsDirector::look_again(const Stamp& now) { retry_at_ = now.monotonic_ms + retry_ms; }

// What somebody else chose is theirs, until they or the chair bring it back.
void ObsDirector::judge_override() {
    // What was asked and is on its way comes after what others did before it.
    if (wish() != BroadcastWish::Paused || !commanded_.empty()) return;
    const bool heard = std::ranges::any_of(mute_, [&](const std::string& each) { return muted_.at(each) == false; });
    status_.overridden = program_ != slate_ || heard;
}

void ObsDirector::show(const std::string& scene, const Stamp& now) {
    if (commanded_ == scene) return;
    commanded_ = scene;
    ask({"SetCurrentProgramScene", {{"/sceneName", scene}}}, now);
}

void ObsDirector::set_mute(const std::string& input, bool muted, const Stamp& now) {
    const auto mine = commanded_mute_.find(input);
    if (mine != commanded_mute_.end() && mine->second == muted) return;
    commanded_mute_[input] = muted;
    ask({"SetInputMute", {{"/inputName", input}, {"/inputMuted", muted}}}, now);
}

void ObsDirector::mend(const Stamp& now) {
    if (!is_ready() || looking_ > 0) return;
    if (std::exchange(compare_, false) && wish() != BroadcastWish::Leave) {
        if (const LocalText seen = hindrance(); !seen.nl.empty()) {
            report({"OBS, gezien na verbinding: " + seen.nl, "OBS, seen once connected: " + seen.en}, now);
        }
    }
    if (wish() == BroadcastWish::Paused) mend_pause(now);
    if (wish() == BroadcastWish::Live) mend_resume(now);
}

void ObsDirector::mend_pause(const Stamp& now) {
    if (has_scene(slate_) && program_ != slate_) {
        if (owed_.scene.empty() || !has_scene(owed_.scene)) owed_.scene = program_;
        show(slate_, now);
    }
    for (const std::string& each : mute_) {
        if (muted_[each] != false) continue;
        if (std::ranges::find(owed_.unmute, each) == owed_.unmute.end()) owed_.unmute.push_back(each);
        set_mute(each, true, now);
    }
}

void ObsDirector::mend_resume(const Stamp& now) {
    if (program_ != slate_)
        owed_.scene.clear();  // somebody chose a picture already
    else if (!owed_.scene.empty() && has_scene(owed_.scene))
        show(owed_.scene, now);
    for (const std::string& each : owed_.unmute) {
        if (muted_[each] == true) set_mute(each, false, now);
    }
    std::erase_if(owed_.unmute, [&](const std::string& each) { return muted_[each] == false; });
}

LocalText ObsDirector::hindrance() const {
    if (!is_ready()) return status_.problem;
    if (status_.overridden) {
        return obs_words("In OBS is anders gekozen; in beeld:", program_, "", "OBS was told otherwise; it shows", "");
    }
    if (!failure_.nl.empty()) return failure_;
    if (wish() == BroadcastWish::Paused) {
        if (!has_scene(slate_)) return obs_words("De scène", slate_, " is er niet in OBS.", "OBS has no scene", ".");
        if (program_ != slate_) return obs_words("In beeld:", program_, "", "Shown:", "");
        for (const std::string& each : mute_) {
            if (!muted_.at(each)) return obs_words("De ingang", each, " is er niet in OBS.", "OBS has no input", ".");
            if (*muted_.at(each) != true)
                return obs_words("De ingang", each, " is nog te horen.", "The input", " is heard.");
        }
    }
    if (wish() == BroadcastWish::Live) {
        if (program_ == slate_) {
            return obs_words("Het pauzebeeld", slate_, " staat er nog. Kies in OBS een scène.", "The picture",
                             " is still shown. Choose a scene in OBS.");
        }
        for (const std::string& each : owed_.unmute) {
            if (muted_.contains(each) && muted_.at(each) == true) {
                return obs_words("De ingang", each, " is nog stil.", "The input", " is still mute.");
            }
        }
    }
    return {};
}

void ObsDirector::judge(const Stamp& now) {
    if (!is_ready() || looking_ > 0) return;
    const BroadcastWish asked = wish();
    const LocalText why = hindrance();
    const bool reached = asked != BroadcastWish::Leave && why.nl.empty();
    if (reached && asked == BroadcastWish::Live) owed_ = {};
    if (status_.picture != program_) {
        status_.picture = program_;
        changed();
    }
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
    const LocalText problem = asked == BroadcastWish::Leave ? LocalText{} : why;
    if (!(problem == status_.problem)) {
        status_.problem = problem;
        changed();
    }
    if (asked != BroadcastWish::Leave && !reached && !status_.overridden && retry_at_ == 0) look_again(now);
    step_test(now);
}

void ObsDirector::tick(const Stamp& now) {
    if (change_waits_ && now.monotonic_ms - change_reported_ >= between_changes_ms) report_change(now);
    if (retry_at_ != 0 && now.monotonic_ms >= retry_at_) {
        failure_ = {};
        look(now);
    }
    if (status_.wish != BroadcastWish::Leave && !status_.reached && !status_.overdue &&
        now.monotonic_ms - wished_at_ >= broadcast_patience_ms) {
        status_.overdue = true;
        changed();
    }
    step_test(now);
}

}  // namespace hamer
