// What OBS says, its answers and its events, and what follows from each for what the director knows.
#include "broadcast/obs_director.h"
#include "broadcast/obs_words.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace hamer {

namespace {

constexpr const char* slate_input = "Hamer pauzebeeld";

}  // namespace

void ObsDirector::take(const ObsAnswer& answer, const Stamp& now) {
    const auto found = asked_.find(answer.id);
    if (found == asked_.end()) return;  // of a question that nobody waits for
    const Asked asked = std::move(found->second);
    asked_.erase(found);
    if (asked.look != 0 && asked.look != look_) return;  // of a former look: older than what is known
    if (asked.outdated) {
        // what an event told since stays
    } else if (answer.good) {
        answered(asked, answer, now);
    } else {
        refused(asked, answer, now);
    }
    if (asked.look != 0 && --looking_ == 0) mend(now);
    judge(now);
}

void ObsDirector::answered(const Asked& asked, const ObsAnswer& answer, const Stamp& now) {
    const std::string& type = asked.request.type;
    const auto text = [&](const char* pointer) { return std::get<std::string>(asked.request.data.at(pointer)); };
    if (type == "GetSceneList") {
        scenes_ = {answer.scenes.begin(), answer.scenes.end()};
    } else if (type == "GetCurrentProgramScene") {
        program_ = answer.scene;
        if (program_ == commanded_) commanded_.clear();
    } else if (type == "GetInputMute") {
        muted_[text("/inputName")] = answer.muted;
        if (const auto mine = commanded_mute_.find(text("/inputName"));
            mine != commanded_mute_.end() && mine->second == answer.muted) {
            commanded_mute_.erase(mine);
        }
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
        status_.done = obs_words("De scène", slate_, " staat klaar in OBS.", "The scene", " is ready in OBS.");
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
    look_again(now);
}

void ObsDirector::take(const ObsEvent& event, const Stamp& now) {
    if (event.type == "CurrentProgramSceneChanged") {
        outdate("GetCurrentProgramScene");
        const bool news = std::exchange(program_, event.scene) != event.scene;
        if (event.scene == commanded_) {
            commanded_.clear();
            change_waits_ = false;
            if (status_.overridden) judge_override();
        } else if (looking_ == 0 && news) {
            judge_override();
            report_change(now);
        }
    } else if (event.type == "InputMuteStateChanged") {
        const auto known = muted_.find(event.input);
        if (known == muted_.end()) return;
        outdate("GetInputMute", event.input);
        const bool news = std::exchange(known->second, event.muted) != event.muted;
        const auto mine = commanded_mute_.find(event.input);
        if (mine != commanded_mute_.end() && mine->second == event.muted) {
            commanded_mute_.erase(mine);
            if (status_.overridden) judge_override();
        } else if (looking_ == 0 && news) {
            judge_override();
            report(event.muted == true ? obs_words("OBS: ingang", event.input, " is stil, niet door Hamer",
                                                   "OBS: input", " is mute, not by Hamer")
                                       : obs_words("OBS: ingang", event.input, " is te horen, niet door Hamer",
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
        report(obs_words("OBS: scène heet nu", event.scene, "", "OBS: a scene is now called", ""), now);
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

void ObsDirector::rename_input(const std::string& former, const std::string& name) {
    const auto known = muted_.find(former);
    if (known == muted_.end()) return;
    outdate("GetInputMute", former);
    muted_[name] = known->second;
    muted_.erase(known);
    std::ranges::replace(mute_, former, name);
    std::ranges::replace(owed_.unmute, former, name);
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

}  // namespace hamer
