// Putting right what the meeting is, by hand: before it opens, while it runs, and after it.
#include "report/log_lines.h"
#include "scene.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

void fill(Scene& scene, std::string_view key, std::string_view text) {
    ASSERT_TRUE(scene.tap(key)) << key;
    scene.driver.key(key_of('a'), {.control = true});
    scene.driver.type(text);
}

TEST(CorrectMeeting, IsOneTapOnTheHeadOfTheLogAtEveryMomentOfTheEvening) {
    const std::vector<std::vector<Do>> moments = {
        {}, {{"broadcast.start", {}}, {"meeting.open", {}}}, route_to("done")};
    for (const Display& display : {landscape, portrait}) {
        for (const auto& steps : moments) {
            Scene scene({.display = display});
            scene.begin(steps);
            const auto before = scene.session().configuration();
            ASSERT_TRUE(scene.tap("meeting.correct")) << display.width << " " << steps.size();
            fill(scene, "meeting.room", "Trouwzaal");
            EXPECT_EQ(judged(scene), "") << display.width << " " << steps.size();
            ASSERT_TRUE(scene.tap("meeting.save"));
            ASSERT_TRUE(scene.last().as<MeetingCorrected>());
            EXPECT_EQ(scene.session().meeting().room, "Trouwzaal");
            EXPECT_EQ(scene.session().configuration(), before);
            EXPECT_NE(scene.label("meeting.correct").find("Trouwzaal"), std::string::npos);
            EXPECT_FALSE(scene.driver.shows("meeting.save")) << "the panel closes";
            EXPECT_EQ(log_line(scene.session(), scene.last(), Language::Dutch).detail,
                      "Zaal: Trouwzaal (was: Raadzaal)");
        }
    }
}

TEST(CorrectMeeting, ThePhoneWordsNameTheNewPlaceFromThenOn) {
    Scene scene;
    scene.begin({{"broadcast.start", {}}, {"meeting.open", {}}});
    ASSERT_TRUE(scene.tap("meeting.correct"));
    fill(scene, "meeting.place", "Buurthuis Het Gebouw");
    fill(scene, "meeting.address", "Arubapad 2, Leiden");
    ASSERT_TRUE(scene.tap("meeting.save"));
    ASSERT_EQ(scene.execute("emergency.declare"), "ok");
    scene.pass(1000);
    EXPECT_TRUE(scene.driver.reads("Buurthuis Het Gebouw, Arubapad 2, Leiden, Raadzaal"));
    EXPECT_FALSE(scene.driver.reads("Stadhuisplein"));
}

TEST(CorrectMeeting, SavesNothingThatIsUnchangedOrWrong) {
    Scene scene;
    scene.begin();
    ASSERT_TRUE(scene.tap("meeting.correct"));
    EXPECT_FALSE(scene.driver.find("meeting.save")->enabled);
    EXPECT_EQ(scene.driver.find("meeting.save")->why, "Er is nog niets veranderd.");
    fill(scene, "meeting.date", "32-13-2026");
    EXPECT_FALSE(scene.driver.find("meeting.save")->enabled);
    fill(scene, "meeting.date", "13/3/26");
    ASSERT_TRUE(scene.tap("meeting.save"));
    EXPECT_EQ(scene.session().meeting().date, "2026-03-13");
    EXPECT_TRUE(scene.session().meeting().address.empty()) << "what nobody changed stays as it was";
}

TEST(CorrectMeeting, HerstelTakesBackTheStepBeforeItAndNotTheCorrection) {
    Scene scene;
    scene.begin({{"broadcast.start", {}}, {"meeting.open", {}}});
    ASSERT_TRUE(scene.tap("disturbance.report"));
    ASSERT_TRUE(scene.tap("meeting.correct"));
    fill(scene, "meeting.chair", "Loco De Boer");
    ASSERT_TRUE(scene.tap("meeting.save"));
    ASSERT_TRUE(scene.tap("undo"));
    EXPECT_EQ(scene.session().meeting().chair, "Loco De Boer");
    EXPECT_EQ(scene.state("disturbance"), "none");
}

TEST(CorrectMeeting, StaysAfterTheProgramEndedAndStartedAgain) {
    Scene scene({.on_disk = true});
    scene.begin({{"broadcast.start", {}}, {"meeting.open", {}}});
    ASSERT_TRUE(scene.tap("meeting.correct"));
    fill(scene, "meeting.room", "Trouwzaal");
    ASSERT_TRUE(scene.tap("meeting.save"));
    scene.restart();
    ASSERT_TRUE(scene.service->has_session());
    EXPECT_EQ(scene.session().meeting().room, "Trouwzaal");
}

}  // namespace
}  // namespace hamer::ui
