// What is asked of OBS where it is not what is wished, what that leaves owed, and what is still lacking.
#include "broadcast/obs_director.h"
#include "broadcast/obs_words.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace hamer {

namespace {

constexpr std::int64_t ask_every_ms = 1000;
constexpr std::int64_t blind_ms = 10'000;

// "the scene collection “Raad”: the scene “Raadzaal”, the sound of “Microfoons”"
LocalText words_of(const ObsOwed& owed) {
    LocalText words{"OBS", "OBS"};
    if (!owed.collection.empty()) {
        words = obs_words("de scèneverzameling", owed.collection, "", "the scene collection", "");
    }
    const char* between = ": ";
    const auto add = [&](const LocalText& more) {
        words.nl += between + more.nl;
        words.en += between + more.en;
        between = ", ";
    };
    if (!owed.scene.empty()) add(obs_words("de scène", owed.scene, "", "the scene", ""));
    for (const std::string& input : owed.unmute) add(obs_words("het geluid van", input, "", "the sound of", ""));
    return words;
}

}  // namespace

const ObsDirector::Names& ObsDirector::names() const {
    const auto found = seen_ ? names_.find(seen_->collection) : names_.end();
    return found == names_.end() ? configured_ : found->second;
}

const ObsOwed* ObsDirector::owed_here() const {
    const auto found = std::ranges::find(owed_, seen_->collection, &ObsOwed::collection);
    return found == owed_.end() ? nullptr : &*found;
}

ObsOwed& ObsDirector::owe_here() {
    const auto found = std::ranges::find(owed_, seen_->collection, &ObsOwed::collection);
    if (found != owed_.end()) return *found;
    return owed_.emplace_back(ObsOwed{.collection = seen_->collection, .scene = {}, .unmute = {}});
}

void ObsDirector::mend(const Stamp& now) {
    if (wish() == BroadcastWish::Paused && !status_.overridden) mend_pause(now);
    if (wish() == BroadcastWish::Live) mend_resume(now);
}

void ObsDirector::mend_pause(const Stamp& now) {
    const Names& here = names();
    if (seen_->has_scene(here.slate)) {
        if (seen_->program != here.slate) {
            ObsOwed& owed = owe_here();
            if (!seen_->has_scene(owed.scene)) owed.scene = seen_->program;
        }
        const bool alone = seen_->sends(here.slate) && seen_->sent_besides(here.slate).empty();
        if (std::exchange(insist_, false) || seen_->program != here.slate || !alone) show(here.slate, now);
    }
    for (const std::string& each : here.mute) {
        const auto found = seen_->muted.find(each);
        if (found == seen_->muted.end() || found->second) continue;
        ObsOwed& owed = owe_here();
        if (std::ranges::find(owed.unmute, each) == owed.unmute.end()) owed.unmute.push_back(each);
        set_mute(each, true, now);
    }
}

void ObsDirector::mend_resume(const Stamp& now) {
    const ObsOwed* owed = owed_here();
    if (!owed) return;
    // Where somebody chose another picture already, that one stays.
    const bool mine = seen_->program == names().slate || seen_->program == owed->scene;
    if (mine && seen_->has_scene(owed->scene) && !is_back()) show(owed->scene, now);
    for (const std::string& each : owed->unmute) {
        const auto found = seen_->muted.find(each);
        if (found != seen_->muted.end() && found->second) set_mute(each, false, now);
    }
}

void ObsDirector::show(const std::string& scene, const Stamp& now) {
    std::string next = scene;
    if (scene_asked_ && scene_asked_->first == scene) {
        const bool named = seen_->program == scene;
        // Where OBS does not let on what it sends, asking on and on would only show as many transitions.
        const bool blind = named && seen_->sent.empty() && now.monotonic_ms - demanded_at_ > blind_ms;
        if (now.monotonic_ms - scene_asked_->second < (blind ? blind_ms : ask_every_ms)) return;
        // In studio mode without copies OBS passes over a request for the scene that it names already, also where it
        // sends another: then that other is named first, which changes nothing in the picture.
        const auto other = seen_->only_scene_sent();
        if (named && other && !seen_->sends(scene)) next = *other;
    }
    scene_asked_ = {next, now.monotonic_ms};
    my_scenes_.insert(next);
    ask({"SetCurrentProgramScene", {{"/sceneName", next}}}, Purpose::Command, now);
}

void ObsDirector::set_mute(const std::string& input, bool muted, const Stamp& now) {
    const auto asked = mutes_asked_.find(input);
    if (asked != mutes_asked_.end() && asked->second.first == muted &&
        now.monotonic_ms - asked->second.second < ask_every_ms) {
        return;
    }
    mutes_asked_[input] = {muted, now.monotonic_ms};
    my_mutes_.insert({input, muted});
    ask({"SetInputMute", {{"/inputName", input}, {"/inputMuted", muted}}}, Purpose::Command, now);
}

bool ObsDirector::is_back() const {
    const std::string& slate = names().slate;
    const std::string& program = seen_->program;
    return program != slate && seen_->sent_of(slate, program).empty() &&
           (seen_->sends(program) || !seen_->is_picture(program));
}

void ObsDirector::settle() {
    if (!owed_here()) return;
    ObsOwed& owed = owe_here();
    if (is_back()) owed.scene.clear();
    std::erase_if(owed.unmute, [&](const std::string& each) {
        const auto found = seen_->muted.find(each);
        return found != seen_->muted.end() && !found->second;
    });
    std::erase_if(owed_, [](const ObsOwed& one) { return one.scene.empty() && one.unmute.empty(); });
}

LocalText ObsDirector::hindrance() const {
    if (!is_ready() || !seen_) return status_.problem;
    if (status_.overridden) {
        return obs_words("In OBS is anders gekozen; in beeld:", seen_->program, "", "OBS was told otherwise; it shows",
                         "");
    }
    if (!failure_.nl.empty()) return failure_;
    if (wish() == BroadcastWish::Paused) return pause_lacks();
    if (wish() == BroadcastWish::Live) return resume_lacks();
    return {};
}

LocalText ObsDirector::pause_lacks() const {
    const Names& here = names();
    if (!seen_->has_scene(here.slate)) {
        return obs_words("De scène", here.slate, " is er niet in OBS.", "OBS has no scene", ".");
    }
    if (seen_->program != here.slate) return obs_words("In beeld:", seen_->program, "", "Shown:", "");
    if (const std::string other = seen_->sent_besides(here.slate); !other.empty()) {
        return obs_words("OBS zendt nog uit:", other, "", "OBS still sends", "");
    }
    if (!seen_->sends(here.slate)) {
        return obs_words("Niet te zien of OBS het pauzebeeld", here.slate,
                         " uitzendt. Zet er een beeld in, en zet in de studiomodus “Bronnen dupliceren” uit.",
                         "It cannot be seen whether OBS sends the picture",
                         ". Put a picture in it, and turn off “Duplicate Sources” in studio mode.");
    }
    if (!seen_->unsure.nl.empty()) return seen_->unsure;
    for (const std::string& each : here.mute) {
        const auto found = seen_->muted.find(each);
        if (found == seen_->muted.end()) {
            return obs_words("De ingang", each, " is er niet in OBS.", "OBS has no input", ".");
        }
        if (!found->second) return obs_words("De ingang", each, " is nog te horen.", "The input", " is heard.");
    }
    return {};
}

LocalText ObsDirector::resume_lacks() const {
    const std::string& slate = names().slate;
    if (seen_->program == slate) {
        return obs_words("Het pauzebeeld", slate, " staat er nog. Kies in OBS een scène.", "The picture",
                         " is still shown. Choose a scene in OBS.");
    }
    if (const std::string rest = seen_->sent_of(slate, seen_->program); !rest.empty()) {
        return obs_words("OBS zendt het pauzebeeld nog uit:", rest, "", "OBS still sends of the picture for the pause",
                         "");
    }
    const ObsOwed* owed = owed_here();
    if (owed && !owed->scene.empty() && !is_back()) {
        return obs_words("Niet te zien of OBS de scène", seen_->program, " uitzendt.",
                         "It cannot be seen whether OBS sends the scene", ".");
    }
    for (const std::string& each : owed ? owed->unmute : std::vector<std::string>{}) {
        const auto found = seen_->muted.find(each);
        if (found == seen_->muted.end()) {
            return obs_words("De ingang", each, ", die Hamer stil zette, is er niet in OBS.", "OBS has no input",
                             ", which Hamer muted.");
        }
        if (found->second) return obs_words("De ingang", each, " is nog stil.", "The input", " is still mute.");
    }
    return owed_words();
}

LocalText ObsDirector::owed_words() const {
    LocalText words;
    for (const ObsOwed& one : owed_) {
        if (seen_ && wish() == BroadcastWish::Live && one.collection == seen_->collection) continue;
        const LocalText what = words_of(one);
        words.nl += (words.nl.empty() ? "" : " ") + fmt::format("Nog terug te zetten in {}.", what.nl);
        words.en += (words.en.empty() ? "" : " ") + fmt::format("Still to be put back in {}.", what.en);
    }
    return words;
}

void ObsDirector::forget(const Stamp& now) {
    if (owed_.empty()) return;
    for (const ObsOwed& one : std::exchange(owed_, {})) {
        const LocalText what = words_of(one);
        report({"OBS: met de hand hersteld in " + what.nl, "OBS: put back by hand in " + what.en}, now);
    }
    status_.owes = false;
    judge(now);
    changed();
}

}  // namespace hamer
