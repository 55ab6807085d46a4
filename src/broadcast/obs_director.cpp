#include "broadcast/obs_director.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace hamer {

namespace {

using Link = BroadcastStatus::Link;

constexpr std::int64_t retry_ms = 1000;
constexpr std::int64_t between_changes_ms = 1000;  // somebody who plays with the scenes does not fill the journal
constexpr std::int64_t test_patience_ms = 5000;
constexpr std::size_t most_reports = 200;  // that nobody has taken yet
constexpr const char* slate_input = "Hamer pauzebeeld";

std::string shown(const std::string& name) { return printable(name, 100); }

LocalText named(const char* nl, const std::string& name, const char* nl_end, const char* en, const char* en_end) {
    return {fmt::format("{} “{}”{}", nl, shown(name), nl_end), fmt::format("{} “{}”{}", en, shown(name), en_end)};
}

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

void ObsDirector::make_slate(const std::string& picture, const Stamp& now) {
    status_.done = {};
    changed();
    if (!is_ready()) {
        status_.done = {"Er is nog geen verbinding met OBS.", "There is no connection to OBS yet."};
        return;
    }
    picture_ = picture;
    ask({"GetVideoSettings"}, now);
}

// Each answer leads to the next: the size, the scene, the picture in it, and that it fills the screen.
void ObsDirector::finish_slate(const ObsAnswer& answer, const Stamp& now) {
    ask({"SetSceneItemTransform",
         {{"/sceneName", slate_},
          {"/sceneItemId", answer.item},
          {"/sceneItemTransform/boundsType", std::string("OBS_BOUNDS_SCALE_INNER")},
          {"/sceneItemTransform/boundsWidth", width_},
          {"/sceneItemTransform/boundsHeight", height_}}},
        now);
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
    report(named("OBS toont nu", program_, ", niet door Hamer gekozen", "OBS now shows", ", not chosen by Hamer"), now);
}

void ObsDirector::ask(ObsRequest request, const Stamp& now) {
    const std::string id = fmt::format("hamer-{}", next_id_++);
    asked_[id] = {request, now.monotonic_ms};
    requests_.emplace_back(id, std::move(request));
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
    looking_ = 2 + static_cast<int>(muted_.size());
    ask({"GetSceneList"}, now);
    ask({"GetCurrentProgramScene"}, now);
    for (const auto& [input, muted] : muted_) ask({"GetInputMute", {{"/inputName", input}}}, now);
}

void ObsDirector::take(const ObsAnswer& answer, const Stamp& now) {
    const auto found = asked_.find(answer.id);
    if (found == asked_.end()) return;  // of a question that nobody waits for
    const Asked asked = std::move(found->second);
    asked_.erase(found);
    if (answer.good)
        answered(asked, answer, now);
    else
        refused(asked, answer, now);
    const bool looked = asked.request.type == "GetSceneList" || asked.request.type == "GetCurrentProgramScene" ||
                        asked.request.type == "GetInputMute";
    if (looked && looking_ > 0 && --looking_ == 0) mend(now);
    judge(now);
}

void ObsDirector::answered(const Asked& asked, const ObsAnswer& answer, const Stamp& now) {
    const std::string& type = asked.request.type;
    const auto text = [&](const char* pointer) { return std::get<std::string>(asked.request.data.at(pointer)); };
    if (type == "GetSceneList") {
        scenes_ = {answer.scenes.begin(), answer.scenes.end()};
    } else if (type == "GetCurrentProgramScene") {
        program_ = answer.scene;
    } else if (type == "GetInputMute") {
        muted_[text("/inputName")] = answer.muted;
    } else if (type == "GetVideoSettings") {
        width_ = answer.width;
        height_ = answer.height;
        ask({"CreateScene", {{"/sceneName", slate_}}}, now);
    } else if (type == "CreateScene") {
        scenes_.insert(slate_);
        ask({"CreateInput",
             {{"/sceneName", slate_},
              {"/inputName", std::string(slate_input)},
              {"/inputKind", std::string("image_source")},
              {"/inputSettings/file", picture_}}},
            now);
    } else if (type == "CreateInput" || type == "CreateSceneItem") {
        finish_slate(answer, now);
    } else if (type == "SetSceneItemTransform") {
        status_.done = named("De scène", slate_, " staat klaar in OBS.", "The scene", " is ready in OBS.");
        changed();
    } else if (type == "StopStream") {
        report({"OBS: stream gestopt, met de hand", "OBS: stream stopped, by hand"}, now);
        status_.done = {"OBS heeft de stream gestopt.", "OBS stopped the stream."};
        changed();
    }
}

void ObsDirector::refused(const Asked& asked, const ObsAnswer& answer, const Stamp& now) {
    constexpr int already_there = 601;
    const std::string& type = asked.request.type;
    if (type == "GetInputMute") {
        muted_[std::get<std::string>(asked.request.data.at("/inputName"))].reset();
        return;
    }
    if (type == "CreateScene" && answer.code == already_there) return answered(asked, answer, now);
    if (type == "CreateInput" && answer.code == already_there) {
        return ask({"CreateSceneItem", {{"/sceneName", slate_}, {"/sourceName", std::string(slate_input)}}}, now);
    }
    const std::string why = printable(answer.comment, 200);
    LocalText text{fmt::format("OBS weigert {} ({}) {}", type, answer.code, why),
                   fmt::format("OBS refuses {} ({}) {}", type, answer.code, why)};
    const bool by_hand = type.starts_with("Create") || type == "GetVideoSettings" || type == "SetSceneItemTransform" ||
                         type == "StopStream";
    if (by_hand) {
        status_.done = std::move(text);
        return changed();
    }
    if (type == "SetCurrentProgramScene") commanded_.clear();
    if (type == "SetInputMute") commanded_mute_.erase(std::get<std::string>(asked.request.data.at("/inputName")));
    failure_ = std::move(text);
    retry_at_ = now.monotonic_ms + retry_ms;
}

void ObsDirector::take(const ObsEvent& event, const Stamp& now) {
    if (event.type == "CurrentProgramSceneChanged") {
        program_ = event.scene;
        if (event.scene == commanded_) {
            commanded_.clear();
            change_waits_ = false;
            if (status_.overridden) judge_override();
        } else if (looking_ == 0) {
            judge_override();
            report_change(now);
        }
    } else if (event.type == "InputMuteStateChanged") {
        const auto known = muted_.find(event.input);
        if (known == muted_.end()) return;
        known->second = event.muted;
        const auto mine = commanded_mute_.find(event.input);
        if (mine != commanded_mute_.end() && mine->second == event.muted) {
            commanded_mute_.erase(mine);
            if (status_.overridden) judge_override();
        } else if (looking_ == 0) {
            judge_override();
            report(event.muted == true ? named("OBS: ingang", event.input, " is stil, niet door Hamer", "OBS: input",
                                               " is mute, not by Hamer")
                                       : named("OBS: ingang", event.input, " is te horen, niet door Hamer",
                                               "OBS: input", " can be heard, not by Hamer"),
                   now);
        }
    } else if (event.type == "InputNameChanged") {
        rename_input(event.former_name, event.input);
    } else if (event.type == "SceneNameChanged") {
        scenes_.erase(event.former_name);
        scenes_.insert(event.scene);
        for (std::string* name : {&program_, &owed_.scene, &slate_, &commanded_}) {
            if (*name == event.former_name) *name = event.scene;
        }
        report(named("OBS: scène heet nu", event.scene, "", "OBS: a scene is now called", ""), now);
    } else if (event.type == "SceneCreated") {
        scenes_.insert(event.scene);
        if (!status_.overridden) mend(now);
    } else if (event.type == "SceneRemoved") {
        scenes_.erase(event.scene);
    } else if (event.type == "CurrentSceneCollectionChanged") {
        report({"OBS: andere scèneverzameling", "OBS: another scene collection"}, now);
        look(now);
    } else {
        return;
    }
    judge(now);
}

// What somebody else chose is theirs, until they or the chair bring it back.
void ObsDirector::judge_override() {
    // What was asked and is on its way comes after what others did before it.
    if (wish() != BroadcastWish::Paused || !commanded_.empty()) return;
    const bool heard = std::ranges::any_of(mute_, [&](const std::string& each) { return muted_.at(each) == false; });
    status_.overridden = program_ != slate_ || heard;
}

void ObsDirector::rename_input(const std::string& former, const std::string& name) {
    const auto known = muted_.find(former);
    if (known == muted_.end()) return;
    muted_[name] = known->second;
    muted_.erase(known);
    std::ranges::replace(mute_, former, name);
    std::ranges::replace(owed_.unmute, former, name);
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
        return named("In OBS is anders gekozen; in beeld:", program_, "", "OBS was told otherwise; it shows", "");
    }
    if (!failure_.nl.empty()) return failure_;
    if (wish() == BroadcastWish::Paused) {
        if (!has_scene(slate_)) return named("De scène", slate_, " is er niet in OBS.", "OBS has no scene", ".");
        if (program_ != slate_) return named("In beeld:", program_, "", "Shown:", "");
        for (const std::string& each : mute_) {
            if (!muted_.at(each)) return named("De ingang", each, " is er niet in OBS.", "OBS has no input", ".");
            if (*muted_.at(each) != true)
                return named("De ingang", each, " is nog te horen.", "The input", " is heard.");
        }
    }
    if (wish() == BroadcastWish::Live) {
        if (program_ == slate_) {
            return named("Het pauzebeeld", slate_, " staat er nog. Kies in OBS een scène.", "The picture",
                         " is still shown. Choose a scene in OBS.");
        }
        for (const std::string& each : owed_.unmute) {
            if (muted_.contains(each) && muted_.at(each) == true) {
                return named("De ingang", each, " is nog stil.", "The input", " is still mute.");
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
