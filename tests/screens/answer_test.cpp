// After a request to leave one listens: its answer takes no tap for some seconds, and stands where no request stood.
#include "scene.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

class Answers : public testing::Test {
  protected:
    Answers() { scene.begin(route_to("ordered")); }

    Rect place(std::string_view key) {
        const auto seen = scene.driver.find(key);
        return seen ? seen->rect : Rect{};
    }

    Scene scene{{.answer_wait = 3}};
};

TEST_F(Answers, TakeNoTapForThreeSeconds) {
    ASSERT_TRUE(scene.tap("request.speak"));
    const std::size_t before = scene.entries();
    for (int i = 0; i < 2; ++i) {
        scene.tap("request.refuse");  // it waits until the ordinary guard is over
        scene.tap("request.heed");
        EXPECT_EQ(scene.entries(), before);
    }
    scene.pass(3000);
    ASSERT_TRUE(scene.tap("request.refuse"));
    EXPECT_EQ(scene.event(), "request.refuse");
}

TEST_F(Answers, HoldNothingElseUp) {
    ASSERT_TRUE(scene.tap("request.speak"));
    ASSERT_TRUE(scene.tap("disturbance.end"));
    EXPECT_EQ(scene.event(), "disturbance.end");
}

TEST_F(Answers, StandWhereNoRequestStood) {
    const Rect request = place("request.speak");
    ASSERT_TRUE(scene.tap("request.speak"));
    for (const char* key : {"request.refuse", "request.heed"}) {
        const Rect answer = place(key);
        ASSERT_GT(answer.w, 0) << key;
        EXPECT_TRUE(answer.x >= request.right() || answer.right() <= request.x || answer.y >= request.bottom()) << key;
    }
}

// Seven presses of one key were seven facts once.
TEST_F(Answers, OneKeyDoesNotRunThroughTheRequests) {
    for (const int wait : {0, 700, 3500}) {
        scene.begin(route_to("ordered"));
        for (int i = 0; i < 7; ++i) {
            scene.driver.key('1');
            scene.pass(wait);
        }
        EXPECT_EQ(scene.state("disturbance"), "request-1") << wait << " ms apart";
    }
}

TEST_F(Answers, AWaitOfNothingIsPossible) {
    Scene at_once;
    at_once.begin(route_to("ordered"));
    ASSERT_TRUE(at_once.tap("request.speak"));
    ASSERT_TRUE(at_once.tap("request.refuse"));
    EXPECT_EQ(at_once.event(), "request.refuse");
}

// Panic taps on the corner are one emergency, and never a call that nobody made.
TEST(Corner, FourTapsInASecondAreOneEmergencyAndNoCall) {
    Scene scene;
    for (const char* card : {"prepare", "running", "trespass", "statement", "done"}) {
        scene.begin(route_to(card));
        const std::size_t before = scene.entries();
        const auto corner = scene.driver.find("corner");
        ASSERT_TRUE(corner) << card;
        for (int i = 0; i < 4; ++i) {
            scene.driver.click_at(corner->visible.centre());
            scene.pass(250);
        }
        EXPECT_EQ(scene.entries(), before + 1) << card;
        EXPECT_EQ(scene.state("emergency"), "active") << card;
        EXPECT_NE(scene.state("police"), "called") << card;
    }
}

// The closing words of a statement come when its time is over, or when the chair asks; until then one listens.
TEST(Listening, ComesBeforeTheClosingWords) {
    Scene scene;
    scene.begin(route_to("statement"));
    EXPECT_EQ(scene.label("card.title"), "Luister");
    EXPECT_FALSE(scene.driver.shows("words"));
    scene.pass(121'000);
    EXPECT_EQ(scene.label("card.title"), "Rond het statement af");
    EXPECT_TRUE(scene.driver.shows("words"));
    scene.begin(route_to("statement"));
    EXPECT_FALSE(scene.driver.shows("words")) << "of the next statement one listens too";
    const std::size_t before = scene.entries();
    ASSERT_TRUE(scene.tap("listening.do"));
    EXPECT_TRUE(scene.driver.shows("words"));
    EXPECT_EQ(scene.entries(), before) << "it is no fact";
}

// What looks as if it could be tapped can be.
TEST(TheTwoWays, AreTakenByATapOnTheirPanelsToo) {
    Scene scene;
    for (const auto& [panel, state] : {std::pair{"option.address.a", "statement"}, {"option.address.b", "ordered"}}) {
        scene.begin(route_to("address"));
        const std::size_t before = scene.entries();
        ASSERT_TRUE(scene.tap(panel)) << panel;
        EXPECT_EQ(scene.state("disturbance"), state);
        EXPECT_EQ(scene.entries(), before + 1);
    }
}

TEST(Broadcast, ThatWasPlannedAndNotStartedIsAskedForOnce) {
    Scene scene;
    scene.begin({{"broadcast.plan", {}}, {"meeting.open", {}}});
    EXPECT_NE(scene.label("alert.broadcast").find("Loopt de uitzending?"), std::string::npos);
    ASSERT_TRUE(scene.tap("alert.broadcast.other.do"));
    EXPECT_EQ(scene.state("broadcast"), "ended");
    EXPECT_FALSE(scene.driver.shows("alert.broadcast"));
    scene.begin({{"broadcast.plan", {}}, {"meeting.open", {}}, {"disturbance.report", {}}});
    ASSERT_TRUE(scene.tap("alert.broadcast.do"));
    EXPECT_EQ(scene.state("broadcast"), "pausing");
}

}  // namespace
}  // namespace hamer::ui
