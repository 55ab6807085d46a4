// A small OBS in memory, for the director: it answers at once, and its events are told when asked.
#pragma once

#include "broadcast/obs_director.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace hamer::test {

class SmallObs {
  public:
    std::vector<std::string> scenes{"Raadzaal", "Publiek", "Geschorst"};
    std::string program = "Raadzaal";
    std::map<std::string, bool> muted{{"Microfoons", false}, {"Tribune", true}};
    std::vector<std::string> asked;  // the commands, without the questions
    int refuse_with = 0;             // the next command
    bool silent = false;             // takes requests and says nothing

    // Answers all that the director asks, until it asks nothing more.
    void answer(ObsDirector& director, const Stamp& now) {
        for (auto requests = director.take_requests(); !requests.empty(); requests = director.take_requests()) {
            for (const auto& [id, request] : requests) {
                if (!silent) answer_one(director, id, request, now);
            }
        }
    }
    void tell_scene(ObsDirector& director, const std::string& scene, const Stamp& now) {
        program = scene;
        director.take(event("CurrentProgramSceneChanged", scene), now);
        answer(director, now);
    }
    void tell_mute(ObsDirector& director, const std::string& input, bool on, const Stamp& now) {
        muted[input] = on;
        ObsEvent told = event("InputMuteStateChanged", "");
        told.input = input;
        told.muted = on;
        director.take(told, now);
        answer(director, now);
    }
    static ObsEvent event(const std::string& type, const std::string& scene) {
        ObsEvent made;
        made.type = type;
        made.scene = scene;
        return made;
    }

  private:
    void answer_one(ObsDirector& director, const std::string& id, const ObsRequest& request, const Stamp& now) {
        const auto text = [&](const char* at) { return std::get<std::string>(request.data.at(at)); };
        ObsAnswer answer;
        answer.id = id;
        answer.good = true;
        answer.code = 100;
        if (!request.type.starts_with("Get")) {
            asked.push_back(request.type);
            if (refuse_with != 0) {
                answer.good = false;
                answer.code = std::exchange(refuse_with, 0);
                return director.take(answer, now);
            }
        }
        if (request.type == "GetSceneList") answer.scenes = scenes;
        if (request.type == "GetCurrentProgramScene") answer.scene = program;
        if (request.type == "GetInputMute") {
            const auto found = muted.find(text("/inputName"));
            answer.good = found != muted.end();
            answer.code = answer.good ? 100 : 600;
            if (answer.good) answer.muted = found->second;
        }
        director.take(answer, now);
        if (request.type == "SetCurrentProgramScene") tell_scene(director, text("/sceneName"), now);
        if (request.type == "SetInputMute") {
            tell_mute(director, text("/inputName"), std::get<bool>(request.data.at("/inputMuted")), now);
        }
    }
};

}  // namespace hamer::test
