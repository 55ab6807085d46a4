// The screen as a whole: languages, light and dark, trouble that stays in sight, and sleep.
#include "scene.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <thread>

namespace hamer::ui {
namespace {

const std::vector<Do> running{{"broadcast.start", {}}, {"meeting.open", {}}};

TEST(TheScreen, SwitchesLanguageAtAnyMomentAndRecordsInTheMeetingsOwn) {
    Scene scene;
    scene.begin(running);
    scene.tap("disturbance.report");
    scene.choose_language(Language::English);
    EXPECT_EQ(scene.app->language(), Language::English);
    EXPECT_EQ(scene.label("card.title"), "Suspend the meeting");
    EXPECT_EQ(scene.label("undo"), "Undo: Disturbance");
    scene.tap("meeting.suspend");
    EXPECT_EQ(scene.field("reason"), "verstoring van de orde");
    scene.choose_language(Language::Dutch);
    EXPECT_EQ(scene.label("undo"), "Herstel: Vergadering geschorst");
}

TEST(TheScreen, ShowsWhatHappensElsewhere) {
    Scene scene;
    scene.begin(running);
    ASSERT_EQ(scene.execute("disturbance.report"), "ok");
    scene.driver.frame();
    EXPECT_TRUE(scene.driver.shows("meeting.suspend"));
    const std::size_t before = scene.entries();
    scene.driver.click("meeting.suspend");
    EXPECT_EQ(scene.entries(), before) << "a card that changes under the finger takes no tap";
}

TEST(TheScreen, SaysInADrillThatNothingIsReal) {
    Scene scene({.drill = true});
    EXPECT_EQ(scene.label("drill"), "OEFENING: dit is niet echt, bel niemand");
    scene.begin(running);
    EXPECT_EQ(scene.label("drill"), "OEFENING: dit is niet echt, bel niemand");
    EXPECT_EQ(judged(scene), "");
    Scene real;
    real.begin(running);
    EXPECT_FALSE(real.driver.shows("drill"));
}

TEST(TheGuard, NeverHoldsUpACallForHelp) {
    Scene scene;
    scene.begin(running);
    scene.tap("disturbance.report");
    EXPECT_TRUE(scene.driver.find("meeting.suspend")->guarded);
    EXPECT_FALSE(scene.driver.find("corner")->guarded);
    scene.driver.click("corner");
    EXPECT_EQ(scene.event(), "emergency.declare");
    scene.driver.click("corner");
    scene.tap("corner");
    EXPECT_EQ(scene.event(), "emergency.declare") << "it records no call that nobody made";
}

TEST(ADiskThatFails, StandsInRedAcrossTheScreenUntilItIsMended) {
    Scene scene({.on_disk = true});
    scene.begin(running);
    EXPECT_FALSE(scene.driver.shows("storage"));
    scene.files.fail_at_call(1, Mishap::FullDisk);
    ASSERT_TRUE(scene.tap("disturbance.report"));
    EXPECT_EQ(scene.card(), "suspend");
    EXPECT_EQ(scene.label("storage"), "NIET VASTGELEGD (1 stap). Schrijf mee op papier.");
    ASSERT_TRUE(scene.tap("meeting.suspend"));
    EXPECT_EQ(scene.label("storage"), "NIET VASTGELEGD (2 stappen). Schrijf mee op papier.");
    EXPECT_EQ(judged(scene), "");
    EXPECT_TRUE(scene.driver.stage().wake()) << "it looks again by itself";
    scene.files.free_space();
    while (scene.service->storage().unrecorded > 0) std::this_thread::yield();  // the recorder's own retry
    scene.pass(1000);
    EXPECT_FALSE(scene.driver.shows("storage"));
}

TEST(ADiskThatFails, KeepsTheMeetingFromBeingPutAway) {
    Scene scene({.on_disk = true});
    scene.begin(route_to("done"));
    scene.files.fail_at_call(1, Mishap::FullDisk);
    ASSERT_TRUE(scene.tap("note"));
    scene.driver.type("Niemand gewond");
    ASSERT_TRUE(scene.tap("panel.record"));
    ASSERT_TRUE(scene.tap("put-away"));
    EXPECT_TRUE(scene.service->has_session());
    EXPECT_EQ(scene.label("refusal"), "Nog niet alles is vastgelegd. Dat moet eerst.");
}

TEST(AfterARestart, TheScreenSaysSoUntilSomethingIsRecorded) {
    Scene scene({.on_disk = true});
    scene.begin(route_to("address"));
    scene.restart();
    EXPECT_EQ(scene.card(), "address");
    EXPECT_NE(scene.label("notice").find("Heropend na een onderbreking: "), std::string::npos);
    EXPECT_EQ(judged(scene), "");
    scene.tap("address.b");
    EXPECT_FALSE(scene.driver.shows("notice"));
}

TEST(Sleep, NoFrameIsAskedForWithoutATimer) {
    Scene scene;
    scene.begin(running);
    scene.pass(600);
    scene.driver.settle();
    EXPECT_FALSE(scene.driver.stage().wake().has_value());
}

TEST(Sleep, WithATimerOneFrameASecondIsAskedFor) {
    Scene scene;
    scene.begin(running);
    scene.tap("disturbance.report");
    scene.pass(5000 - 600);
    scene.driver.settle();
    for (int second = 0; second < 5; ++second) {
        const auto wake = scene.driver.stage().wake();
        ASSERT_TRUE(wake.has_value());
        EXPECT_GT(*wake, scene.driver.now());
        EXPECT_LE(*wake, scene.driver.now() + 1000);
        const std::string before = scene.label("timer");
        scene.pass(*wake - scene.driver.now());
        EXPECT_NE(scene.label("timer"), before);
    }
}

TEST(Sleep, TheTimerBuildsNoViewAnew) {
    Scene scene;
    scene.begin(route_to("request-2"));
    const std::uint64_t before = scene.app->views();
    const std::string requests = scene.label("requests");
    for (int second = 0; second < 20; ++second) scene.pass(1000);
    EXPECT_EQ(scene.app->views(), before);
    EXPECT_NE(scene.label("requests"), requests);
}

}  // namespace
}  // namespace hamer::ui
