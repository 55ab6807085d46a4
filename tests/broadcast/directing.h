// A director and a small OBS, and time that passes when a test says so.
#pragma once

#include "broadcast/small_obs.h"

#include <gtest/gtest.h>

namespace hamer::test {

using Owed = std::vector<ObsOwed>;

class Directing : public ::testing::Test {
  protected:
    [[nodiscard]] Stamp now() const { return {{1'773'342'000'000 + passed, 60}, "boot", 1000 + passed}; }
    void connect() {
        director.connected(now());
        obs.answer(director, now());
    }
    void want(BroadcastWish wish) {
        director.want(wish, now());
        obs.answer(director, now());
    }
    void pass(std::int64_t milliseconds) {
        passed += milliseconds;
        director.tick(now());
        obs.answer(director, now());
    }
    void change_collection(const std::string& name, const std::vector<std::string>& scenes, std::string program = {}) {
        director.take(SmallObs::event("CurrentSceneCollectionChanging"), now());
        obs.collection = name;
        obs.scenes = scenes;
        obs.program = program.empty() ? scenes.front() : std::move(program);
        director.take(SmallObs::event("CurrentSceneCollectionChanged"), now());
        obs.answer(director, now());
    }
    [[nodiscard]] std::string reports() {
        std::string all;
        for (const BroadcastReport& one : director.take_reports()) all += one.what.en + "\n";
        return all;
    }

    std::int64_t passed = 0;
    SmallObs obs;
    ObsDirector director{{"Geschorst", {"Microfoons", "Tribune"}}};
};

}  // namespace hamer::test
