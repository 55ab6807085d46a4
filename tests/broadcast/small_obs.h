// A small OBS in memory, for the director: it answers at once, and its events are told when asked.
#pragma once

#include "broadcast/obs_director.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace hamer::test {

class SmallObs {
  public:
    std::string collection = "Raad";
    std::vector<std::string> collections{"Raad", "Ander"};
    std::vector<std::string> scenes{"Raadzaal", "Publiek", "Geschorst"};
    std::string program = "Raadzaal";
    std::map<std::string, std::vector<ObsPart>> parts{{"Raadzaal", {{"Camera", false, true, true}}},
                                                      {"Publiek", {{"Tribunecamera", false, true, true}}},
                                                      {"Geschorst", {{"Pauzebeeld", false, true, true}}}};
    // What it sends where that is not the scene that it names, with all that is in it.
    std::optional<std::set<std::string>> sent;
    std::map<std::string, bool> muted{{"Microfoons", false}, {"Tribune", true}};
    std::vector<std::string> asked;     // the commands, without the questions
    std::vector<std::string> switches;  // the scenes that were asked for
    int refuse_with = 0;                // the next command
    bool silent = false;                // takes requests and says nothing
    bool idle = false;                  // accepts commands and does nothing

    // Answers all that the director asks, until it asks nothing more.
    void answer(ObsDirector& director, const Stamp& now) {
        for (auto requests = director.take_requests(); !requests.empty(); requests = director.take_requests()) {
            for (const auto& [id, request] : requests) {
                if (!silent) answer_one(director, id, request, now);
            }
        }
    }
    // What it says to one request, as things are now.
    ObsAnswer reply(const std::string& id, const ObsRequest& request) const {
        const auto text = [&](const char* at) { return std::get<std::string>(request.data.at(at)); };
        ObsAnswer answer;
        answer.id = id;
        answer.good = true;
        answer.code = 100;
        if (request.type == "GetSceneCollectionList") {
            answer.collection = collection;
            answer.collections = collections;
        } else if (request.type == "GetSceneList") {
            answer.scenes = scenes;
            answer.scene = program;
        } else if (request.type == "GetSceneItemList" || request.type == "GetGroupSceneItemList") {
            const auto found = parts.find(text("/sceneName"));
            if (found != parts.end()) answer.parts = found->second;
        } else if (request.type == "GetSourceActive") {
            answer.active = sends(text("/sourceName"));
        } else if (request.type == "GetInputMute") {
            const auto found = muted.find(text("/inputName"));
            answer.good = found != muted.end();
            answer.code = answer.good ? 100 : 600;
            if (answer.good) answer.muted = found->second;
        }
        return answer;
    }
    void obey(ObsDirector& director, const ObsRequest& request, const Stamp& now) {
        const auto text = [&](const char* at) { return std::get<std::string>(request.data.at(at)); };
        if (request.type == "SetCurrentProgramScene") {
            program = text("/sceneName");
            director.take(event("CurrentProgramSceneChanged", program), now);
        } else if (request.type == "SetInputMute") {
            muted[text("/inputName")] = std::get<bool>(request.data.at("/inputMuted"));
            director.take(mute_event(text("/inputName"), muted.at(text("/inputName"))), now);
        }
    }
    void tell_scene(ObsDirector& director, const std::string& scene, const Stamp& now) {
        program = scene;
        director.take(event("CurrentProgramSceneChanged", scene), now);
        answer(director, now);
    }
    void tell_mute(ObsDirector& director, const std::string& input, bool on, const Stamp& now) {
        muted[input] = on;
        director.take(mute_event(input, on), now);
        answer(director, now);
    }
    static ObsEvent event(const std::string& type, const std::string& scene = {}) {
        ObsEvent made;
        made.type = type;
        made.scene = scene;
        return made;
    }
    static ObsEvent mute_event(const std::string& input, bool on) {
        ObsEvent made = event("InputMuteStateChanged");
        made.input = input;
        made.muted = on;
        return made;
    }

  private:
    [[nodiscard]] bool sends(const std::string& name) const {
        if (sent) return sent->contains(name);
        if (name == program) return true;
        const auto found = parts.find(program);
        return found != parts.end() && std::ranges::find(found->second, name, &ObsPart::name) != found->second.end();
    }
    void answer_one(ObsDirector& director, const std::string& id, const ObsRequest& request, const Stamp& now) {
        ObsAnswer answer = reply(id, request);
        if (!request.type.starts_with("Get")) {
            asked.push_back(request.type);
            if (request.type == "SetCurrentProgramScene") {
                switches.push_back(std::get<std::string>(request.data.at("/sceneName")));
            }
            if (refuse_with != 0) {
                answer.good = false;
                answer.code = std::exchange(refuse_with, 0);
                return director.take(answer, now);
            }
        }
        director.take(answer, now);
        if (!idle) obey(director, request, now);
    }
};

}  // namespace hamer::test
