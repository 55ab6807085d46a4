#include "broadcast/small_obs.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

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
    [[nodiscard]] std::string reports() {
        std::string all;
        for (const BroadcastReport& one : director.take_reports()) all += one.what.en + "\n";
        return all;
    }

    std::int64_t passed = 0;
    SmallObs obs;
    ObsDirector director{{"Geschorst", {"Microfoons", "Tribune"}}};
};

TEST_F(Directing, PausesAndPutsBackWhatItChangedAndNothingElse) {
    connect();
    want(BroadcastWish::Paused);
    EXPECT_TRUE(director.status().reached);
    EXPECT_EQ(obs.program, "Geschorst");
    EXPECT_TRUE(obs.muted["Microfoons"]);
    EXPECT_EQ(director.owed(), (BroadcastOwed{"Raadzaal", {"Microfoons"}}));
    want(BroadcastWish::Live);
    EXPECT_TRUE(director.status().reached);
    EXPECT_EQ(obs.program, "Raadzaal");
    EXPECT_FALSE(obs.muted["Microfoons"]);
    EXPECT_TRUE(obs.muted["Tribune"]) << "that one was mute before";
    EXPECT_EQ(director.owed(), BroadcastOwed{});
    for (const std::string& one : obs.asked) EXPECT_EQ(one.find("Toggle"), std::string::npos);
}

TEST_F(Directing, AtTheBeginningOfABroadcastItTouchesNothing) {
    connect();
    want(BroadcastWish::Live);
    EXPECT_TRUE(director.status().reached);
    EXPECT_TRUE(obs.asked.empty());
    want(BroadcastWish::Leave);
    EXPECT_TRUE(obs.asked.empty());
}

TEST_F(Directing, OnlyAnEventConfirms) {
    connect();
    director.want(BroadcastWish::Paused, now());
    for (int round = 0; round < 2; ++round) {  // the questions, then the commands: accepted, and nothing happens
        for (const auto& [id, request] : director.take_requests()) {
            ObsAnswer good;
            good.id = id;
            good.good = true;
            if (request.type == "GetSceneList") good.scenes = obs.scenes;
            if (request.type == "GetCurrentProgramScene") good.scene = obs.program;
            if (request.type == "GetInputMute") good.muted = true;
            director.take(good, now());
        }
    }
    EXPECT_FALSE(director.status().reached);
    pass(1999);
    EXPECT_FALSE(director.status().overdue);
    pass(1);
    EXPECT_TRUE(director.status().overdue);
    obs.tell_scene(director, "Geschorst", now());
    EXPECT_TRUE(director.status().reached);
    EXPECT_FALSE(director.status().overdue);
    EXPECT_EQ(director.status().reached_at, now().at);
}

// OBS answers each message from a thread of its own: an answer can come after the event of a later change.
TEST_F(Directing, AnAnswerThatCameLateIsNotBelieved) {
    const auto mute_answer = [](const std::string& id, bool muted) {
        ObsAnswer answer;
        answer.id = id;
        answer.good = true;
        answer.muted = muted;
        return answer;
    };
    const auto question_about = [](const auto& requests, const std::string& input) {
        for (const auto& [id, request] : requests) {
            if (request.type == "GetInputMute" && std::get<std::string>(request.data.at("/inputName")) == input) {
                return id;
            }
        }
        return std::string{};
    };
    connect();
    director.want(BroadcastWish::Paused, now());
    const auto former = director.take_requests();
    director.again(now());  // a second look, before the first was answered
    obs.answer(director, now());
    ASSERT_TRUE(director.status().reached);
    director.take(mute_answer(question_about(former, "Microfoons"), false), now());
    EXPECT_TRUE(director.status().reached) << "an answer of the former look";

    director.again(now());
    const auto open = director.take_requests();
    obs.tell_mute(director, "Microfoons", false, now());
    for (const auto& [id, request] : open) {
        ObsAnswer answer = mute_answer(id, true);
        answer.scenes = obs.scenes;
        answer.scene = obs.program;
        director.take(answer, now());
    }
    obs.answer(director, now());
    EXPECT_TRUE(obs.muted["Microfoons"]) << "the event was later than the answer, so it was mended";
    EXPECT_TRUE(director.status().reached);
}

TEST_F(Directing, WhatIsWishedAndNotSeenIsLookedAtAnew) {
    connect();
    obs.program = "Geschorst";  // and its event got lost
    obs.muted["Microfoons"] = true;
    director.want(BroadcastWish::Paused, now());
    for (const auto& [id, request] : director.take_requests()) {
        ObsAnswer stale;
        stale.id = id;
        stale.good = true;
        stale.scenes = obs.scenes;
        stale.scene = "Raadzaal";
        stale.muted = true;
        director.take(stale, now());
    }
    (void)director.take_requests();  // the command changes nothing, so there is no event
    EXPECT_FALSE(director.status().reached);
    pass(1000);
    EXPECT_TRUE(director.status().reached);
    obs.tell_scene(director, "Publiek", now());
    EXPECT_TRUE(director.status().overridden) << "the command is forgotten";
}

TEST_F(Directing, ASilentOneIsDead) {
    connect();
    obs.silent = true;
    want(BroadcastWish::Paused);
    pass(2000);
    EXPECT_FALSE(director.is_hung(now()));
    pass(1);
    EXPECT_TRUE(director.is_hung(now()));
    director.lost(BroadcastStatus::Link::Lost, {"stil", "silent"}, now());
    EXPECT_FALSE(director.is_hung(now())) << "what was asked is forgotten with the link";
    obs.silent = false;
    connect();
    EXPECT_TRUE(director.status().reached) << "and the wish is mended";
}

TEST_F(Directing, ALostLinkIsMendedAndWhatWasSeenIsReported) {
    connect();
    want(BroadcastWish::Paused);
    director.lost(BroadcastStatus::Link::Lost, {"weg", "gone"}, now());
    EXPECT_FALSE(director.status().reached);
    obs.program = "Publiek";  // meanwhile
    obs.muted["Microfoons"] = false;
    (void)reports();
    connect();
    EXPECT_TRUE(director.status().reached);
    EXPECT_EQ(obs.program, "Geschorst");
    EXPECT_EQ(reports(), "OBS: connected\nOBS, seen once connected: Shown: “Publiek”\nOBS: as it was asked again\n");
    want(BroadcastWish::Live);
    EXPECT_EQ(obs.program, "Raadzaal") << "what was there before the pause";
}

TEST_F(Directing, WhatSomebodyElseChoosesIsShownAndLeft) {
    connect();
    want(BroadcastWish::Paused);
    (void)reports();
    obs.asked.clear();
    obs.tell_scene(director, "Publiek", now());
    EXPECT_TRUE(director.status().overridden);
    EXPECT_FALSE(director.status().reached);
    EXPECT_TRUE(obs.asked.empty());
    EXPECT_EQ(reports(), "OBS now shows “Publiek”, not chosen by Hamer\n");
    obs.tell_scene(director, "Geschorst", now());
    EXPECT_TRUE(director.status().reached) << "and they brought it back";
    obs.tell_mute(director, "Microfoons", false, now());
    EXPECT_TRUE(director.status().overridden);
    director.again(now());
    obs.answer(director, now());
    EXPECT_TRUE(director.status().reached);
    EXPECT_TRUE(obs.muted["Microfoons"]);
}

TEST_F(Directing, ManyChangesMakeFewReports) {
    connect();
    (void)reports();
    for (int i = 0; i < 10'000; ++i) obs.tell_scene(director, i % 2 == 0 ? "Publiek" : "Raadzaal", now());
    EXPECT_EQ(reports(), "OBS now shows “Publiek”, not chosen by Hamer\n");
    pass(1000);
    EXPECT_EQ(reports(), "OBS now shows “Raadzaal”, not chosen by Hamer\n") << "and the last of them";
}

TEST_F(Directing, ASceneThatIsMissingIsNamedAndTakenUpWhenItComes) {
    std::erase(obs.scenes, "Geschorst");
    connect();
    want(BroadcastWish::Paused);
    EXPECT_EQ(director.status().problem.en, "OBS has no scene “Geschorst”.");
    EXPECT_TRUE(obs.muted["Microfoons"]) << "the sound is off meanwhile";
    obs.scenes.emplace_back("Geschorst");
    director.take(SmallObs::event("SceneCreated", "Geschorst"), now());
    obs.answer(director, now());
    EXPECT_TRUE(director.status().reached);
}

TEST_F(Directing, RenamedScenesAreFollowed) {
    connect();
    want(BroadcastWish::Paused);
    for (const auto& [former, name] : {std::pair{"Geschorst", "Pauze"}, std::pair{"Raadzaal", "Grote zaal"}}) {
        std::ranges::replace(obs.scenes, std::string(former), std::string(name));
        ObsEvent renamed = SmallObs::event("SceneNameChanged", name);
        renamed.former_name = former;
        director.take(renamed, now());
    }
    EXPECT_TRUE(director.status().reached);
    obs.program = "Pauze";
    want(BroadcastWish::Live);
    EXPECT_EQ(obs.program, "Grote zaal");
}

TEST_F(Directing, ARefusalIsTriedAgainAfterASecond) {
    connect();
    obs.refuse_with = 207;
    want(BroadcastWish::Paused);
    EXPECT_NE(director.status().problem.en.find("207"), std::string::npos);
    pass(999);
    EXPECT_FALSE(director.status().reached);
    pass(1);
    EXPECT_TRUE(director.status().reached);
}

TEST_F(Directing, AnInputThatIsNotThereIsNamed) {
    obs.muted.erase("Tribune");
    connect();
    want(BroadcastWish::Paused);
    EXPECT_EQ(director.status().problem.en, "OBS has no input “Tribune”.");
    EXPECT_FALSE(director.status().reached);
}

TEST_F(Directing, WhatAnEarlierRunOwedIsPutBack) {
    obs.program = "Geschorst";
    obs.muted["Microfoons"] = true;
    director = ObsDirector({"Geschorst", {}, {"Raadzaal", {"Microfoons"}}});  // the settings changed since
    connect();
    want(BroadcastWish::Paused);
    EXPECT_TRUE(director.status().reached);
    want(BroadcastWish::Live);
    EXPECT_EQ(obs.program, "Raadzaal");
    EXPECT_FALSE(obs.muted["Microfoons"]);
}

TEST_F(Directing, APictureThatNobodyCanPutBackIsSaid) {
    obs.program = "Geschorst";
    connect();
    want(BroadcastWish::Live);
    EXPECT_FALSE(director.status().reached);
    EXPECT_NE(director.status().problem.en.find("Choose a scene"), std::string::npos);
    obs.tell_scene(director, "Raadzaal", now());
    EXPECT_TRUE(director.status().reached);
}

TEST_F(Directing, ATryOutMeasuresAndLeavesNothing) {
    connect();
    director.test(now());
    obs.answer(director, now());
    ASSERT_TRUE(director.status().test);
    EXPECT_EQ(director.status().test->state, BroadcastTest::State::Passed);
    EXPECT_EQ(obs.program, "Raadzaal");
    EXPECT_EQ(director.owed(), BroadcastOwed{});
    EXPECT_EQ(director.status().wish, BroadcastWish::Leave);
}

TEST_F(Directing, ATryOutThatFailsSaysWhyAndPutsBack) {
    obs.muted.erase("Tribune");
    connect();
    director.test(now());
    obs.answer(director, now());
    pass(5001);
    ASSERT_EQ(director.status().test->state, BroadcastTest::State::Failed);
    EXPECT_EQ(director.status().test->problem.en, "OBS has no input “Tribune”.");
    EXPECT_EQ(obs.program, "Raadzaal");
    EXPECT_FALSE(obs.muted["Microfoons"]);
}

TEST_F(Directing, AMeetingThatBeginsEndsATryOut) {
    connect();
    obs.silent = true;
    director.test(now());
    obs.silent = false;
    want(BroadcastWish::Paused);
    EXPECT_EQ(director.status().test->state, BroadcastTest::State::Failed);
    director.connected(now());
    obs.answer(director, now());
    EXPECT_TRUE(director.status().reached);
}

TEST_F(Directing, TheStreamIsStoppedOnlyWhenAsked) {
    connect();
    want(BroadcastWish::Paused);
    want(BroadcastWish::Live);
    EXPECT_EQ(std::ranges::count(obs.asked, "StopStream"), 0);
    director.stop_stream(now());
    obs.answer(director, now());
    EXPECT_EQ(std::ranges::count(obs.asked, "StopStream"), 1);
}

}  // namespace
}  // namespace hamer::test
