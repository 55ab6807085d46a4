// What stands on the screen and changes with the clock: timers, the statement's limit, and what was asked of the regie.
#include "scene.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

std::string label(const Scene& scene, std::string_view key) { return scene.label(key); }

TEST(Timers, CountFromTheDisturbanceTheSuspensionAndTheCall) {
    Scene scene;
    scene.begin(route_to("trespass"));
    const std::size_t since_report = scene.entries();
    ASSERT_GT(since_report, 5U);
    ASSERT_TRUE(scene.tap("police.call"));
    scene.pass(65'000);
    EXPECT_EQ(label(scene, "police"), "politie: Gebeld, 1:05 min");
    EXPECT_NE(label(scene, "timer"), "verstoring: 1:05");
    EXPECT_TRUE(label(scene, "timer").starts_with("verstoring: 1:1")) << label(scene, "timer");
}

TEST(Timers, StopWhenTheDisturbanceIsOverAndTheMeetingGoesOn) {
    Scene scene;
    scene.begin({{"meeting.open", {}}, {"disturbance.report", {}}, {"meeting.suspend", {}}});
    scene.pass(61'000);
    EXPECT_TRUE(label(scene, "meeting").starts_with("vergadering: Geschorst, 1:01")) << label(scene, "meeting");
    ASSERT_TRUE(scene.tap("disturbance.end"));
    ASSERT_TRUE(scene.tap("meeting.resume"));
    EXPECT_EQ(label(scene, "meeting"), "vergadering: Loopt");
    EXPECT_EQ(label(scene, "timer"), "verstoring: –");
}

TEST(Statement, ItsLimitRemindsAndNothingHappensByItself) {
    Scene scene;
    scene.begin({{"meeting.open", {}}, {"disturbance.report", {}}});
    ASSERT_TRUE(scene.tap("address.a"));
    scene.pass(60'000);
    EXPECT_EQ(label(scene, "limit"), "Statement 1:00 / 2:00 min");
    const std::size_t before = scene.entries();
    scene.pass(60'000);
    EXPECT_EQ(label(scene, "limit"), "De afgesproken tijd is om. 2:00 / 2:00 min");
    scene.pass(600'000);
    EXPECT_EQ(scene.entries(), before);
    EXPECT_EQ(scene.card(), "statement");
}

TEST(Broadcast, WhatWasAskedStandsWithItsTimeUntilItIsConfirmed) {
    Scene scene;
    scene.begin({{"broadcast.start", {}}, {"meeting.open", {}}, {"broadcast.pause", {}}, {"disturbance.report", {}}});
    const std::string asked = label(scene, "alert.broadcast");
    EXPECT_NE(asked.find("Pauze gevraagd om 20:00:0"), std::string::npos) << asked;
    EXPECT_NE(asked.find("nog niet bevestigd"), std::string::npos) << asked;
    scene.pass(90'000);
    EXPECT_EQ(label(scene, "alert.broadcast"), asked);
    EXPECT_TRUE(label(scene, "broadcast").starts_with("uitzending: Pauze nodig, sinds 20:00"));
    ASSERT_TRUE(scene.tap("alert.broadcast.do"));
    EXPECT_FALSE(scene.driver.shows("alert.broadcast"));
    EXPECT_EQ(label(scene, "broadcast"), "uitzending: Gepauzeerd");
}

TEST(Trail, MarksWhatIsDonePresentSkippedAndNotApplicable) {
    Scene scene;
    scene.begin({{"meeting.open", {}}});
    EXPECT_FALSE(scene.driver.shows("trail"));
    ASSERT_TRUE(scene.tap("disturbance.report"));
    EXPECT_TRUE(label(scene, "trail").starts_with("N...---..")) << label(scene, "trail");
    ASSERT_TRUE(scene.tap("address.b"));  // without suspending
    EXPECT_TRUE(label(scene, "trail").starts_with("SDN.")) << label(scene, "trail");
    ASSERT_TRUE(scene.tap("undo"));
    EXPECT_TRUE(label(scene, "trail").starts_with("N...")) << label(scene, "trail");
}

TEST(Trail, CountsWhatADeviationBroughtAbout) {
    Scene scene;
    scene.begin({{"meeting.open", {}}, {"disturbance.report", {}}});
    ASSERT_EQ(scene.execute(Command{Deviate{{{"meeting", "suspended"}}, "al geschorst"}, std::nullopt, "chair"}), "ok");
    scene.pass(600);
    EXPECT_TRUE(label(scene, "trail").starts_with("DN")) << label(scene, "trail");
}

TEST(Choice, ShowsTwoEqualWaysWithTheirSignsWordsAndWhatFollows) {
    Scene scene;
    scene.begin(route_to("address"));
    const auto a = scene.driver.find("option.address.a");
    const auto b = scene.driver.find("option.address.b");
    ASSERT_TRUE(a && b);
    EXPECT_NEAR(a->rect.w, b->rect.w, 1);
    EXPECT_FLOAT_EQ(a->rect.h, b->rect.h);
    EXPECT_NE(a->label.find("vreedzaam"), std::string::npos);
    EXPECT_NE(b->label.find("dreigend"), std::string::npos);
    EXPECT_FALSE(scene.driver.find("address.a")->filled);
    EXPECT_FALSE(scene.driver.find("address.b")->filled);
    EXPECT_TRUE(scene.driver.shows("option.address.a.words"));
}

}  // namespace
}  // namespace hamer::ui
