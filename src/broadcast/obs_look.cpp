#include "broadcast/obs_look.h"

#include "broadcast/obs_words.h"

#include <utility>

namespace hamer {

namespace {

constexpr int not_ready = 207, not_there = 600;

std::string text_at(const ObsRequest& question, const char* pointer) {
    return std::get<std::string>(question.data.at(pointer));
}

}  // namespace

ObsLook::ObsLook(const std::set<std::string>& inputs, Depth depth) : depth_(depth) {
    ask_names();
    for (const std::string& input : inputs) ask({"GetInputMute", {{"/inputName", input}}});
}

void ObsLook::ask(ObsRequest question) {
    questions_.push_back(std::move(question));
    ++open_;
}

void ObsLook::ask_names() {
    ask({"GetSceneCollectionList"});
    ask({"GetSceneList"});
}

std::vector<ObsRequest> ObsLook::take_questions() { return std::exchange(questions_, {}); }

void ObsLook::take(const ObsRequest& question, const ObsAnswer& answer) {
    if (question.type == "GetSceneItemList" || question.type == "GetGroupSceneItemList") {
        take_parts(text_at(question, "/sceneName"), answer);
    } else if (question.type == "GetSourceActive") {
        if (answer.active == true) seen_.sent.insert(text_at(question, "/sourceName"));
    } else {
        take_names(question, answer);
    }
    const bool is_name = stage_ == Stage::Names || stage_ == Stage::NamesAgain;
    if (!answer.good && answer.code != not_there && !is_name) seen_.unsure = obs_refusal(question, answer);
    if (--open_ == 0) next_stage();
}

void ObsLook::take_names(const ObsRequest& question, const ObsAnswer& answer) {
    if (question.type == "GetInputMute") {
        if (answer.good && answer.muted) seen_.muted[text_at(question, "/inputName")] = *answer.muted;
        if (answer.code == not_ready) refusal_ = obs_refusal(question, answer);
        return;
    }
    if (!answer.good) {
        refusal_ = obs_refusal(question, answer);
    } else if (question.type == "GetSceneCollectionList") {
        torn_ = torn_ || (stage_ == Stage::NamesAgain && answer.collection != seen_.collection);
        seen_.collection = answer.collection;
        seen_.collections = answer.collections;
    } else {
        torn_ = torn_ || (stage_ == Stage::NamesAgain && answer.scene != seen_.program);
        seen_.program = answer.scene;
        seen_.scenes = {answer.scenes.begin(), answer.scenes.end()};
        if (answer.scene.empty()) refusal_ = {"OBS laadt zijn scènes nog.", "OBS is still loading its scenes."};
    }
}

void ObsLook::take_parts(const std::string& whole, const ObsAnswer& answer) {
    for (const ObsPart& part : answer.parts) {
        if (part.is_group) groups_.insert(part.name);
    }
    seen_.parts[whole] = answer.parts;
}

void ObsLook::next_stage() {
    while (open_ == 0 && stage_ != Stage::Done) {
        stage_ = static_cast<Stage>(static_cast<int>(stage_) + 1);
        if (depth_ == Depth::Names || !refusal_.nl.empty()) stage_ = Stage::Done;
        if (stage_ == Stage::Parts) {
            for (const std::string& scene : seen_.scenes) ask({"GetSceneItemList", {{"/sceneName", scene}}});
        } else if (stage_ == Stage::Groups) {
            for (const std::string& group : groups_) ask({"GetGroupSceneItemList", {{"/sceneName", group}}});
        } else if (stage_ == Stage::Activity) {
            std::set<std::string> names = seen_.scenes;
            for (const auto& [whole, parts] : seen_.parts) {
                for (const ObsPart& part : parts) {
                    if (part.has_picture) names.insert(part.name);
                }
            }
            for (const std::string& name : names) ask({"GetSourceActive", {{"/sourceName", name}}});
        } else if (stage_ == Stage::NamesAgain) {
            ask_names();
        }
    }
}

}  // namespace hamer
