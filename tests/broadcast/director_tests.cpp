#include "broadcast/directing.h"

namespace hamer::test {
namespace {

TEST_F(Directing, PausesAndPutsBackWhatItChangedAndNothingElse) {
    connect();
    want(BroadcastWish::Paused);
    EXPECT_TRUE(director.status().reached);
    EXPECT_EQ(obs.program, "Geschorst");
    EXPECT_TRUE(obs.muted["Microfoons"]);
    EXPECT_EQ(director.owed(), (Owed{{"Raad", "Raadzaal", {"Microfoons"}}}));
    want(BroadcastWish::Live);
    EXPECT_TRUE(director.status().reached);
    EXPECT_EQ(obs.program, "Raadzaal");
    EXPECT_FALSE(obs.muted["Microfoons"]);
    EXPECT_TRUE(obs.muted["Tribune"]) << "that one was mute before";
    EXPECT_EQ(director.owed(), Owed{});
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

TEST_F(Directing, ASceneThatIsRenamedBeforeTheFirstLookIsFollowedToo) {
    director.connected(now());
    ObsEvent renamed = SmallObs::event("SceneNameChanged", "Pauze");
    renamed.former_name = "Geschorst";
    obs.scenes.back() = "Pauze";
    director.take(renamed, now());
    obs.answer(director, now());
    want(BroadcastWish::Paused);
    EXPECT_TRUE(director.status().reached);
    EXPECT_EQ(obs.program, "Pauze");
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
    EXPECT_EQ(director.owed(), Owed{});
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
