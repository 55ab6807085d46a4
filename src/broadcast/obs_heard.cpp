// What OBS says: the answers that make a look, the events after which it looks anew, and what changed between two
// looks.
#include "broadcast/obs_director.h"
#include "broadcast/obs_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace hamer {

namespace {

constexpr std::int64_t look_every_ms = 1000;
constexpr std::int64_t longest_question_ms = 1000;

// Another look is due after these, and what the present one sees counts all the same.
constexpr std::array<std::string_view, 7> hints = {
    "SceneTransitionEnded", "InputActiveStateChanged",   "StudioModeStateChanged", "SceneCreated", "SceneRemoved",
    "InputCreated",         "SceneCollectionListChanged"};

}  // namespace

bool ObsDirector::is_watched() const {
    return wish() == BroadcastWish::Paused || (wish() == BroadcastWish::Live && !status_.reached) || !owed_.empty();
}

std::set<std::string> ObsDirector::inputs() const {
    std::set<std::string> all{configured_.mute.begin(), configured_.mute.end()};
    for (const auto& [collection, names] : names_) all.insert(names.mute.begin(), names.mute.end());
    for (const ObsOwed& one : owed_) all.insert(one.unmute.begin(), one.unmute.end());
    return all;
}

void ObsDirector::look(const Stamp& now) {
    if (!is_ready() || changing_from_ != 0) return;
    if (look_) {
        look_again_ = true;
        return;
    }
    look_at_ = 0;
    look_again_ = stale_ = false;
    ++look_number_;
    look_.emplace(inputs(), is_watched() ? ObsLook::Depth::WhatIsSent : ObsLook::Depth::Names);
    ask_questions(now);
}

void ObsDirector::ask_questions(const Stamp& now) {
    for (ObsRequest& question : look_->take_questions()) ask(std::move(question), Purpose::Look, now);
}

void ObsDirector::take(const ObsAnswer& answer, const Stamp& now) {
    const auto found = asked_.find(answer.id);
    if (found == asked_.end()) return;  // of a question that nobody waits for
    const Asked asked = std::move(found->second);
    asked_.erase(found);
    silent_from_ = asked_.empty() ? 0 : now.monotonic_ms;
    if (asked.purpose == Purpose::Look) {
        if (!look_ || asked.look != look_number_) return;
        look_->take(asked.request, answer);
        ask_questions(now);
        if (look_->is_done()) finish_look(now);
        return;
    }
    if (asked.purpose == Purpose::Command) {
        if (!answer.good) {
            failure_ = obs_refusal(asked.request, answer);
            failed_at_ = now.monotonic_ms;
        }
        stale_ = true;  // what was seen may be older than what the command did
        judge(now);
        return answer.good ? look(now) : look_in(look_every_ms, now);
    }
    changed();
    if (asked.purpose == Purpose::Stream) {
        if (answer.good) report({"OBS: stream gestopt, met de hand", "OBS: stream stopped, by hand"}, now);
        status_.done = answer.good ? LocalText{"OBS heeft de stream gestopt.", "OBS stopped the stream."}
                                   : obs_refusal(asked.request, answer);
    } else if (slate_) {
        if (auto next = slate_->take(asked.request, answer)) return ask(*std::move(next), Purpose::Slate, now);
        status_.done = slate_->done();
    }
}

void ObsDirector::give_up_look(const Stamp& now) {
    const auto late = std::ranges::find_if(asked_, [&](const auto& one) {
        return one.second.purpose == Purpose::Look && now.monotonic_ms - one.second.at >= longest_question_ms;
    });
    if (late == asked_.end()) return;
    // One may be late; after two, what was seen before is no longer known.
    if (std::exchange(look_failed_, true)) status_.reached = false;
    if (!status_.reached && wish() != BroadcastWish::Leave) {
        const std::string& question = late->second.request.type;
        status_.problem = {"OBS antwoordt niet op " + question + ".", "OBS does not answer " + question + "."};
    }
    changed();
    look_.reset();
    std::erase_if(asked_, [](const auto& one) { return one.second.purpose == Purpose::Look; });
    look(now);
}

void ObsDirector::finish_look(const Stamp& now) {
    const ObsLook whole = *std::exchange(look_, std::nullopt);
    look_failed_ = false;
    if (!whole.refusal().nl.empty()) {
        if (!status_.reached && wish() != BroadcastWish::Leave) {
            status_.problem = whole.refusal();
            changed();
        }
        look_in(look_every_ms, now);
    } else if (whole.is_torn()) {
        look_in(0, now);  // at the next tick
    } else {
        see(whole.seen(), now);
        if (is_watched() && look_at_ == 0) look_in(look_every_ms, now);
    }
    if (look_again_) look(now);
}

void ObsDirector::see(const ObsSeen& seen, const Stamp& now) {
    std::optional<ObsSeen> former = std::exchange(seen_, seen);
    if (now.monotonic_ms - failed_at_ >= look_every_ms) failure_ = {};  // what is still lacking is asked for again
    compare_collections(former, now);
    for (const ObsEvent& one : std::exchange(early_renames_, {})) rename(one, now);
    if (former) {
        compare_scenes(*former, now);
        compare_mutes(*former, now);
    }
    const bool all_came = now.monotonic_ms >= settle_from_;
    if (all_came && !awaits(Purpose::Command, "SetCurrentProgramScene")) my_scenes_.erase(seen_->program);
    if (all_came && !awaits(Purpose::Command, "SetInputMute")) {
        std::erase_if(my_mutes_, [&](const auto& mine) {
            const auto found = seen_->muted.find(mine.first);
            return found != seen_->muted.end() && found->second == mine.second;
        });
    }
    if (std::exchange(compare_, false) && wish() != BroadcastWish::Leave) {
        if (const LocalText lacks = hindrance(); !lacks.nl.empty()) {
            report({"OBS, gezien na verbinding: " + lacks.nl, "OBS, seen once connected: " + lacks.en}, now);
        }
    }
    mend(now);
    judge(now);
}

// Another collection is another set of scenes: what was seen of the former says nothing of it.
void ObsDirector::compare_collections(std::optional<ObsSeen>& former, const Stamp& now) {
    const std::string& name = seen_->collection;
    for (ObsOwed& one : owed_) {
        if (one.collection.empty()) one.collection = name;
    }
    if (!former || former->collection == name) return;
    const auto knows = [](const ObsSeen& seen, const std::string& which) {
        return std::ranges::find(seen.collections, which) != seen.collections.end();
    };
    if (!knows(*seen_, former->collection) && !knows(*former, name)) {
        for (ObsOwed& one : owed_) {
            if (one.collection == former->collection) one.collection = name;
        }
        if (auto node = names_.extract(former->collection); !node.empty()) {
            node.key() = name;
            names_.insert(std::move(node));
        }
        return report(
            obs_words("OBS: scèneverzameling heet nu", name, "", "OBS: the scene collection is now called", ""), now);
    }
    report(obs_words("OBS: andere scèneverzameling:", name, "", "OBS: another scene collection:", ""), now);
    former.reset();
    change_waits_ = false;
    status_.overridden = false;
    insist_ = true;
    scene_asked_.reset();
    mutes_asked_.clear();
}

void ObsDirector::compare_scenes(const ObsSeen& former, const Stamp& now) {
    const std::string& slate = names().slate;
    if (former.program != seen_->program) {
        const bool mine = my_scenes_.contains(seen_->program);
        change_waits_ = !mine;
        // A scene that went, or was renamed, gave way without anybody's choice.
        change_is_foreign_ = seen_->has_scene(former.program);
        const bool from_slate = wish() == BroadcastWish::Paused && former.program == slate && seen_->has_scene(slate);
        if (!mine && from_slate) status_.overridden = true;
    }
    report_change(now);
}

void ObsDirector::compare_mutes(const ObsSeen& former, const Stamp& now) {
    const std::vector<std::string>& mute = names().mute;
    for (const auto& [input, muted] : seen_->muted) {
        const auto before = former.muted.find(input);
        if (before == former.muted.end() || before->second == muted || my_mutes_.contains({input, muted})) continue;
        if (wish() == BroadcastWish::Paused && !muted && std::ranges::find(mute, input) != mute.end()) {
            status_.overridden = true;
        }
        report(
            muted ? obs_words("OBS: ingang", input, " is stil, niet door Hamer", "OBS: input", " is mute, not by Hamer")
                  : obs_words("OBS: ingang", input, " is te horen, niet door Hamer", "OBS: input",
                              " can be heard, not by Hamer"),
            now);
    }
    // What somebody else chose is theirs, until they or the chair bring it back.
    if (!status_.overridden) return;
    const bool heard = std::ranges::any_of(mute, [&](const std::string& each) {
        const auto found = seen_->muted.find(each);
        return found != seen_->muted.end() && !found->second;
    });
    status_.overridden = seen_->program != names().slate || heard;
}

void ObsDirector::take(const ObsEvent& event, const Stamp& now) {
    if (event.type == "CurrentSceneCollectionChanging") {
        // Until it is loaded, OBS has neither these scenes nor those, and does not bear questions.
        changing_from_ = now.monotonic_ms;
        early_renames_.clear();
        look_.reset();
        std::erase_if(asked_, [](const auto& one) { return one.second.purpose == Purpose::Look; });
        silent_from_ = asked_.empty() ? 0 : now.monotonic_ms;
        status_.reached = false;
        status_.problem = {"OBS laadt een andere scèneverzameling.", "OBS is loading another scene collection."};
        return changed();
    }
    if (event.type == "CurrentSceneCollectionChanged") {
        changing_from_ = 0;
        return look(now);
    }
    if (changing_from_ != 0) return;
    if (std::ranges::find(hints, event.type) != hints.end()) {
        if (is_watched() || event.type == "SceneCollectionListChanged") look(now);
        return;
    }
    if (event.type == "SceneNameChanged" || event.type == "InputNameChanged") {
        rename(event, now);
    } else if (event.type == "InputMuteStateChanged") {
        if (!inputs().contains(event.input)) return;
    } else if (event.type != "CurrentProgramSceneChanged") {
        return;
    }
    stale_ = true;
    look(now);
}

void ObsDirector::rename(const ObsEvent& event, const Stamp& now) {
    if (!seen_) return early_renames_.push_back(event);  // the first look tells of which collection
    const bool scene = event.type == "SceneNameChanged";
    const std::string& name = scene ? event.scene : event.input;
    Names& here = names_.try_emplace(seen_->collection, configured_).first->second;
    const auto follow = [&](std::string& one) {
        if (one == event.former_name) one = name;
    };
    if (!scene) {
        std::ranges::for_each(here.mute, follow);
        if (owed_here()) std::ranges::for_each(owe_here().unmute, follow);
        return seen_->rename_input(event.former_name, name);
    }
    follow(here.slate);
    if (owed_here()) follow(owe_here().scene);
    if (my_scenes_.erase(event.former_name) != 0) my_scenes_.insert(name);
    seen_->rename_scene(event.former_name, name);
    report(obs_words("OBS: scène heet nu", name, "", "OBS: a scene is now called", ""), now);
}

}  // namespace hamer
