// What Hamer changed and will put back.
#include "broadcast/directing.h"

namespace hamer::test {
namespace {

using Owing = Directing;

TEST_F(Owing, WhatAnEarlierRunOwedIsPutBack) {
    obs.program = "Geschorst";
    obs.muted["Microfoons"] = true;
    director = ObsDirector({"Geschorst", {}, {{"", "Raadzaal", {"Microfoons"}}}});  // the settings changed since
    connect();
    want(BroadcastWish::Paused);
    EXPECT_TRUE(director.status().reached);
    want(BroadcastWish::Live);
    EXPECT_EQ(obs.program, "Raadzaal");
    EXPECT_FALSE(obs.muted["Microfoons"]);
}

// What is owed is of one scene collection.
TEST_F(Owing, WhatIsOwedInAnotherCollectionStaysOwedAndIsSaid) {
    connect();
    want(BroadcastWish::Paused);
    change_collection("Ander", {"Kerk"});
    EXPECT_FALSE(director.status().reached);
    EXPECT_EQ(director.status().problem.en, "OBS has no scene “Geschorst”.");
    want(BroadcastWish::Live);
    EXPECT_FALSE(director.status().reached);
    EXPECT_TRUE(director.status().owes);
    EXPECT_EQ(director.status().problem.en,
              "Still to be put back in the scene collection “Raad”: the scene “Raadzaal”, the sound of “Microfoons”.");
    want(BroadcastWish::Leave);
    EXPECT_NE(director.status().problem.en, "") << "also when nothing is wished";
    want(BroadcastWish::Live);
    obs.muted = {{"Microfoons", true}, {"Tribune", true}};
    change_collection("Raad", {"Raadzaal", "Publiek", "Geschorst"}, "Geschorst");
    EXPECT_TRUE(director.status().reached);
    EXPECT_EQ(obs.program, "Raadzaal");
    EXPECT_FALSE(obs.muted["Microfoons"]);
    EXPECT_TRUE(obs.muted["Tribune"]) << "that one was mute before";
    EXPECT_EQ(director.owed(), Owed{});
    EXPECT_EQ(reports().find("Hamer"), std::string::npos);
}

TEST_F(Owing, EachCollectionThatIsPausedIsOwedItsOwn) {
    connect();
    want(BroadcastWish::Paused);
    obs.muted = {{"Microfoons", false}, {"Tribune", false}};
    change_collection("Ander", {"Kerk", "Geschorst"});
    EXPECT_TRUE(director.status().reached) << "it is paused there too";
    EXPECT_EQ(director.owed(),
              (Owed{{"Raad", "Raadzaal", {"Microfoons"}}, {"Ander", "Kerk", {"Microfoons", "Tribune"}}}));
    want(BroadcastWish::Live);
    EXPECT_EQ(obs.program, "Kerk");
    EXPECT_FALSE(obs.muted["Tribune"]);
    EXPECT_EQ(director.owed(), (Owed{{"Raad", "Raadzaal", {"Microfoons"}}}));
}

TEST_F(Owing, NothingIsAskedWhileACollectionIsLoaded) {
    connect();
    want(BroadcastWish::Paused);
    director.take(SmallObs::event("CurrentSceneCollectionChanging"), now());
    EXPECT_FALSE(director.status().reached) << "what is sent meanwhile is not known";
    EXPECT_EQ(director.status().problem.en, "OBS is loading another scene collection.");
    obs.muted.clear();
    obs.scenes.clear();
    for (const char* told : {"InputMuteStateChanged", "CurrentProgramSceneChanged", "InputActiveStateChanged"}) {
        director.take(SmallObs::event(told), now());
    }
    director.want(BroadcastWish::Live, now());
    director.tick(now());
    EXPECT_TRUE(director.take_requests().empty());
    EXPECT_EQ(director.owed().size(), 1u);
}

TEST_F(Owing, ACollectionMayBeRenamed) {
    connect();
    want(BroadcastWish::Paused);
    obs.collection = "Raad 2026";
    obs.collections = {"Raad 2026", "Ander"};
    director.take(SmallObs::event("SceneCollectionListChanged"), now());
    obs.answer(director, now());
    EXPECT_TRUE(director.status().reached);
    want(BroadcastWish::Live);
    EXPECT_TRUE(director.status().reached);
    EXPECT_EQ(director.owed(), Owed{});
}

TEST_F(Owing, AnInputThatWentStaysOwedUntilSomebodySaysOtherwise) {
    connect();
    want(BroadcastWish::Paused);
    obs.muted.erase("Microfoons");  // or it was renamed while nobody looked
    want(BroadcastWish::Live);
    EXPECT_FALSE(director.status().reached);
    EXPECT_EQ(director.status().problem.en, "OBS has no input “Microfoons”, which Hamer muted.");
    (void)reports();
    director.forget(now());
    EXPECT_TRUE(director.status().reached);
    EXPECT_FALSE(director.status().owes);
    EXPECT_EQ(reports(), "OBS: put back by hand in the scene collection “Raad”: the sound of “Microfoons”\n");
    EXPECT_EQ(director.owed(), Owed{});
    director.forget(now());
    EXPECT_EQ(reports(), "") << "once";
}

// A pause that is taken back at once: what is looked at then may be older than what the pause still does.
TEST_F(Owing, ALookThatIsOlderThanACommandSettlesNothing) {
    connect();
    director.want(BroadcastWish::Paused, now());
    std::vector<std::pair<std::string, ObsRequest>> commands;
    const auto look_once = [&] {
        std::vector<ObsAnswer> answers;
        for (const auto& [id, request] : director.take_requests()) {
            if (request.type.starts_with("Get"))
                answers.push_back(obs.reply(id, request));
            else
                commands.emplace_back(id, request);
        }
        return answers;
    };
    while (commands.empty()) {
        for (const ObsAnswer& answer : look_once()) director.take(answer, now());
    }
    director.want(BroadcastWish::Live, now());
    for (int stage = 0; stage < 5; ++stage) {
        const auto before = look_once();
        if (stage == 4) {
            for (const auto& [id, request] : commands) director.take(obs.reply(id, request), now());  // accepted
        }
        for (const ObsAnswer& answer : before) director.take(answer, now());
    }
    EXPECT_FALSE(director.status().reached);
    EXPECT_FALSE(director.owed().empty());
    for (const auto& [id, request] : commands) obs.obey(director, request, now());  // and done
    for (int second = 0; second < 3; ++second) pass(1000);
    EXPECT_EQ(obs.program, "Raadzaal");
    EXPECT_FALSE(obs.muted["Microfoons"]);
    EXPECT_EQ(director.owed(), Owed{});
}

TEST_F(Owing, AfterTheMeetingItIsOwedUntilSomebodyWasSeenToPutItBack) {
    connect();
    want(BroadcastWish::Paused);
    want(BroadcastWish::Leave);
    obs.asked.clear();
    obs.tell_scene(director, "Publiek", now());
    EXPECT_EQ(director.owed(), (Owed{{"Raad", "", {"Microfoons"}}})) << "they chose a scene of their own";
    EXPECT_EQ(director.status().problem.en,
              "Still to be put back in the scene collection “Raad”: the sound of “Microfoons”.");
    obs.muted["Microfoons"] = false;  // and its event was missed
    pass(1000);
    EXPECT_EQ(director.owed(), Owed{});
    EXPECT_FALSE(director.status().owes);
    EXPECT_EQ(director.status().problem.en, "");
    EXPECT_TRUE(obs.asked.empty()) << "nothing is asked of OBS meanwhile";
}

TEST_F(Owing, WhatIsForgottenIsNotAskedForAgain) {
    connect();
    want(BroadcastWish::Paused);
    change_collection("Ander", {"Kerk"});
    want(BroadcastWish::Live);
    director.forget(now());
    EXPECT_EQ(director.owed(), Owed{});
    EXPECT_EQ(director.status().problem.en, "");
    EXPECT_TRUE(director.status().reached);
    obs.asked.clear();
    obs.muted = {{"Microfoons", true}, {"Tribune", true}};
    change_collection("Raad", {"Raadzaal", "Publiek", "Geschorst"});
    pass(1000);
    EXPECT_TRUE(obs.asked.empty()) << "who says so has the microphones in hand";
    want(BroadcastWish::Paused);
    want(BroadcastWish::Live);
    EXPECT_TRUE(obs.muted["Microfoons"]) << "and a next pause owes what it finds";
    EXPECT_TRUE(director.status().reached);
}

TEST_F(Owing, WhatIsForgottenInAPauseIsNotPutBackAfterIt) {
    connect();
    want(BroadcastWish::Paused);
    director.forget(now());
    EXPECT_TRUE(director.status().reached) << "the pause stands";
    EXPECT_EQ(obs.program, "Geschorst");
    want(BroadcastWish::Live);
    EXPECT_FALSE(director.status().reached);
    EXPECT_NE(director.status().problem.en.find("Choose a scene"), std::string::npos);
    obs.tell_scene(director, "Publiek", now());
    EXPECT_TRUE(director.status().reached);
}

TEST_F(Owing, WithoutALinkItIsForgottenToo) {
    director = ObsDirector({"Geschorst", {}, {{"Weg", "Raadzaal", {}}, {"", "", {"Microfoons"}}}});
    EXPECT_TRUE(director.status().owes);
    EXPECT_EQ(director.status().problem.en,
              "Still to be put back in the scene collection “Weg”: the scene “Raadzaal”. "
              "Still to be put back in OBS: the sound of “Microfoons”.");
    director.lost(BroadcastStatus::Link::Lost, {"stil", "silent"}, now());
    director.forget(now());
    EXPECT_FALSE(director.status().owes);
    EXPECT_EQ(director.status().problem.en, "silent") << "why there is no link is still said";
}

TEST_F(Owing, WhatALostConnectionCarriedMayStillCome) {
    connect();
    want(BroadcastWish::Paused);
    director.want(BroadcastWish::Live, now());
    obs.silent = true;
    obs.answer(director, now());
    director.lost(BroadcastStatus::Link::Lost, {"weg", "gone"}, now());
    obs.silent = false;
    connect();
    EXPECT_TRUE(director.status().reached);
    EXPECT_EQ(director.owed(), Owed{}) << "nothing was on its way";

    want(BroadcastWish::Paused);
    director.again(now());
    obs.idle = true;
    const auto questions = [&] {
        for (int round = 0; round < 5; ++round) {
            for (const auto& [id, request] : director.take_requests()) {
                if (request.type.starts_with("Get")) director.take(obs.reply(id, request), now());
            }
        }
    };
    questions();  // the switch is on its way, and is not answered
    director.lost(BroadcastStatus::Link::Lost, {"weg", "gone"}, now());
    obs.idle = false;
    director.want(BroadcastWish::Live, now());
    (void)reports();
    connect();
    EXPECT_EQ(obs.program, "Raadzaal");
    EXPECT_EQ(director.owed().size(), 1u) << "for the switch may still come";
    obs.tell_scene(director, "Geschorst", now());
    pass(1000);
    EXPECT_EQ(obs.program, "Raadzaal") << "it came, and was put back";
    EXPECT_EQ(reports().find("not chosen by Hamer"), std::string::npos);
    for (int second = 0; second < 11; ++second) pass(1000);
    EXPECT_EQ(director.owed(), Owed{});
}

}  // namespace
}  // namespace hamer::test
