// What confirms a pause, and what does not.
#include "broadcast/directing.h"

namespace hamer::test {
namespace {

using Believing = Directing;

TEST_F(Believing, OnlyWhatIsSentConfirms) {
    connect();
    obs.idle = true;  // it accepts, and nothing happens
    want(BroadcastWish::Paused);
    EXPECT_FALSE(director.status().reached);
    pass(1999);
    EXPECT_FALSE(director.status().overdue);
    pass(1);
    EXPECT_TRUE(director.status().overdue);
    obs.sent = {"Raadzaal", "Camera"};
    obs.muted["Microfoons"] = true;
    obs.tell_scene(director, "Geschorst", now());
    EXPECT_FALSE(director.status().reached) << "it is named, and the camera is what is sent";
    EXPECT_EQ(director.status().problem.en, "OBS still sends “Camera”");
    obs.sent = {"Raadzaal", "Camera", "Geschorst", "Pauzebeeld"};
    pass(1000);
    EXPECT_FALSE(director.status().reached) << "a transition is running";
    obs.sent.reset();
    director.take(SmallObs::event("SceneTransitionEnded"), now());
    obs.answer(director, now());
    EXPECT_TRUE(director.status().reached);
    EXPECT_FALSE(director.status().overdue);
    EXPECT_EQ(director.status().reached_at, now().at);
}

TEST_F(Believing, TheSwitchIsAskedEachSecondUntilItIsSeenAndByAgain) {
    connect();
    obs.idle = true;
    want(BroadcastWish::Paused);
    for (int second = 0; second < 5; ++second) pass(1000);
    EXPECT_EQ(obs.switches, std::vector<std::string>(6, "Geschorst"));
    director.again(now());
    obs.answer(director, now());
    EXPECT_EQ(obs.switches.size(), 7u);
    obs.idle = false;
    pass(1000);
    EXPECT_TRUE(director.status().reached);
    pass(1000);
    EXPECT_EQ(obs.switches.size(), 8u) << "and no more";
}

TEST_F(Believing, TheSwitchIsAskedAlsoWhereTheSlateIsNamedAlready) {
    connect();
    obs.program = "Geschorst";
    want(BroadcastWish::Paused);
    EXPECT_EQ(obs.switches, std::vector<std::string>{"Geschorst"});
    EXPECT_TRUE(director.status().reached);
    EXPECT_EQ(director.owed(), (Owed{{"Raad", "", {"Microfoons"}}})) << "no scene that was shown before is known";
}

// In studio mode OBS sends copies of scenes, which have no name; the inputs in them are the same.
TEST_F(Believing, InStudioModeTheInputsTell) {
    connect();
    obs.sent = {"Camera"};
    want(BroadcastWish::Paused);
    EXPECT_FALSE(director.status().reached);
    obs.sent = {"Pauzebeeld"};
    pass(1000);
    EXPECT_TRUE(director.status().reached);
    obs.sent = std::set<std::string>{};
    director.want(BroadcastWish::Live, now());
    obs.answer(director, now());
    EXPECT_FALSE(director.status().reached) << "copies of inputs too: nothing can be seen";
    EXPECT_EQ(director.owed().front().scene, "Raadzaal") << "so it stays owed";
    obs.sent = {"Camera"};
    pass(1000);
    EXPECT_TRUE(director.status().reached);
}

TEST_F(Believing, WhatCannotBeSeenIsNotBelievedAndNotAskedOnAndOn) {
    connect();
    obs.sent = std::set<std::string>{};
    want(BroadcastWish::Paused);
    for (int second = 0; second < 60; ++second) pass(1000);
    EXPECT_FALSE(director.status().reached);
    EXPECT_NE(director.status().problem.en.find("Duplicate Sources"), std::string::npos);
    EXPECT_LT(obs.switches.size(), 20u);
}

// In studio mode without copies OBS passes over a request for the scene that it names already.
TEST_F(Believing, AnotherSceneIsNamedFirstWhereTheSlateIsOnlyNamed) {
    obs.program = "Geschorst";
    obs.sent = {"Publiek", "Tribunecamera"};
    connect();
    (void)reports();
    want(BroadcastWish::Paused);
    pass(1000);
    EXPECT_EQ(obs.switches, (std::vector<std::string>{"Geschorst", "Publiek", "Geschorst"}));
    EXPECT_FALSE(director.status().overridden);
    EXPECT_EQ(reports().find("not"), std::string::npos);
}

TEST_F(Believing, ASlateWithinAnotherSceneIsNoPause) {
    obs.parts["Publiek"].push_back({"Geschorst", false, true, true});
    obs.sent = {"Publiek", "Tribunecamera", "Geschorst", "Pauzebeeld"};
    obs.idle = true;
    connect();
    want(BroadcastWish::Paused);
    obs.muted["Microfoons"] = true;
    obs.tell_scene(director, "Geschorst", now());
    EXPECT_FALSE(director.status().reached);
    obs.sent = {"Geschorst", "Pauzebeeld"};
    pass(1000);
    EXPECT_TRUE(director.status().reached) << "though it is a part of a scene that is not sent";
}

TEST_F(Believing, WhatIsInTheSlateMayBeSent) {
    obs.scenes.emplace_back("Achtergrond");
    obs.parts["Geschorst"] = {{"Achtergrond", false, true, true}, {"Groep", true, true, true}};
    obs.parts["Achtergrond"] = {{"Logo", false, true, true}};
    obs.parts["Groep"] = {{"Klok", false, true, true}, {"Muziek", false, false, true}};
    obs.parts["Raadzaal"].push_back({"Logo", false, true, true});
    connect();
    obs.sent = {"Logo", "Groep", "Klok", "Muziek"};
    want(BroadcastWish::Paused);
    EXPECT_TRUE(director.status().reached);
    obs.sent = {"Logo"};
    pass(1000);
    EXPECT_FALSE(director.status().reached) << "the logo alone is that of the camera too";
}

// OBS answers each message from a thread of its own: an answer can be older than an event that came before it.
TEST_F(Believing, ALookIsNotBelievedWhereAnEventCameMeanwhile) {
    connect();
    want(BroadcastWish::Paused);
    ASSERT_TRUE(director.status().reached);
    director.again(now());
    std::vector<ObsAnswer> late;  // all of it from before the event
    for (const auto& [id, request] : director.take_requests()) late.push_back(obs.reply(id, request));
    obs.muted["Microfoons"] = false;
    director.take(SmallObs::mute_event("Microfoons", false), now());
    for (const ObsAnswer& answer : late) director.take(answer, now());
    obs.answer(director, now());
    EXPECT_TRUE(director.status().overridden) << "the next look sees it";
    EXPECT_FALSE(director.status().reached);
}

TEST_F(Believing, AnswersMayComeInAnyOrderAndBehindEvents) {
    connect();
    director.want(BroadcastWish::Paused, now());
    for (int round = 0; round < 40 && !director.status().reached; ++round) {
        auto requests = director.take_requests();
        std::vector<ObsAnswer> answers;
        for (const auto& [id, request] : requests) answers.push_back(obs.reply(id, request));
        for (const auto& [id, request] : requests) obs.obey(director, request, now());  // the events come first
        std::ranges::reverse(answers);
        for (const ObsAnswer& answer : answers) director.take(answer, now());
        if (requests.empty()) {
            passed += 1000;
            director.tick(now());
        }
    }
    EXPECT_TRUE(director.status().reached);
    EXPECT_EQ(reports().find("not by Hamer"), std::string::npos);
}

// One answer that stays away holds nothing up, whichever it is.
TEST_F(Believing, AQuestionWithoutAnAnswerIsAskedAgain) {
    connect();
    for (const char* held : {"GetInputMute", "GetSceneList", "GetSceneItemList", "GetSourceActive"}) {
        director.want(BroadcastWish::Paused, now());
        std::vector<ObsAnswer> late;
        for (auto requests = director.take_requests(); !requests.empty(); requests = director.take_requests()) {
            for (const auto& [id, request] : requests) {
                if (request.type == held)
                    late.push_back(obs.reply(id, request));
                else
                    director.take(obs.reply(id, request), now());
            }
        }
        EXPECT_FALSE(late.empty()) << held;
        EXPECT_FALSE(director.status().reached) << held;
        pass(1000);
        EXPECT_FALSE(director.is_hung(now())) << held;
        EXPECT_TRUE(director.status().reached) << held;
        for (const ObsAnswer& answer : late) director.take(answer, now());
        EXPECT_TRUE(director.status().reached) << held << ": what it tells is too old";
        want(BroadcastWish::Live);
        EXPECT_EQ(director.owed(), Owed{}) << held;
    }
}

TEST_F(Believing, WhatIsNotAnsweredTwiceIsNoLongerBelieved) {
    connect();
    want(BroadcastWish::Paused);
    ASSERT_TRUE(director.status().reached);
    const auto hold = [&] {
        for (const auto& [id, request] : director.take_requests()) {
            if (request.type != "GetSceneList") director.take(obs.reply(id, request), now());
        }
    };
    for (int second = 0; second < 3; ++second) {
        passed += 1000;
        director.tick(now());
        hold();
        EXPECT_EQ(director.status().reached, second < 2);
    }
    EXPECT_EQ(director.status().problem.en, "OBS does not answer GetSceneList.");
    pass(1000);
    EXPECT_TRUE(director.status().reached);
}

TEST_F(Believing, NamesThatChangeDuringALookMakeAnother) {
    connect();
    director.want(BroadcastWish::Paused, now());
    auto first = director.take_requests();
    std::vector<ObsAnswer> answers;
    for (const auto& [id, request] : first) answers.push_back(obs.reply(id, request));
    obs.collection = "Ander";  // and its events are late
    for (const ObsAnswer& answer : answers) director.take(answer, now());
    obs.answer(director, now());
    EXPECT_EQ(director.owed(), Owed{}) << "nothing was asked on what never was";
    pass(100);
    EXPECT_EQ(director.owed(), (Owed{{"Ander", "Raadzaal", {"Microfoons"}}}));
}

}  // namespace
}  // namespace hamer::test
