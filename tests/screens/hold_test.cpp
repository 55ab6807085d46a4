// What cannot be taken back at ease is held, not tapped: closing the meeting while a disturbance is open.
#include "scene.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

const std::vector<Do> disturbed{{"meeting.open", {}}, {"disturbance.report", {}}, {"meeting.suspend", {}}};

TEST(Hold, ATapOnClosingDuringADisturbanceRecordsNothingAndSaysHow) {
    Scene scene({.display = roomy});
    scene.begin(disturbed);
    const std::size_t before = scene.entries();
    ASSERT_TRUE(scene.tap("meeting.close"));
    EXPECT_EQ(scene.entries(), before);
    ASSERT_TRUE(scene.driver.ui().refusal());
    EXPECT_EQ(scene.driver.ui().refusal()->why, "Houd deze knop ingedrukt.");
}

TEST(Hold, HoldingItCloses) {
    Scene scene({.display = roomy});
    scene.begin(disturbed);
    ASSERT_TRUE(scene.hold("meeting.close"));
    EXPECT_EQ(scene.event(), "meeting.close");
    EXPECT_EQ(scene.state("meeting"), "closed");
}

TEST(Hold, LettingGoTooEarlyClosesNothing) {
    Scene scene({.display = roomy});
    scene.begin(disturbed);
    const std::size_t before = scene.entries();
    scene.pass(600);
    ASSERT_TRUE(scene.driver.press("meeting.close"));
    scene.pass(700);
    scene.driver.release();
    scene.pass(1000);
    EXPECT_EQ(scene.entries(), before);
}

TEST(Hold, ItsLetterIsHeldToo) {
    Scene scene({.display = roomy});
    scene.begin(disturbed);
    const std::size_t before = scene.entries();
    scene.driver.key('l');
    scene.pass(1000);
    EXPECT_EQ(scene.entries(), before);
    scene.driver.key_down(key_of('l'));
    scene.pass(900);
    scene.driver.key_up(key_of('l'));
    EXPECT_EQ(scene.event(), "meeting.close");
}

TEST(Hold, WithoutADisturbanceATapCloses) {
    Scene scene;
    scene.begin({{"meeting.open", {}}});
    scene.execute("meeting.suspend");
    scene.driver.settle();
    ASSERT_TRUE(scene.tap("meeting.close"));
    EXPECT_EQ(scene.event(), "meeting.close");
}

}  // namespace
}  // namespace hamer::ui
