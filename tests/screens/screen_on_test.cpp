// Whether the screen may go dark, as the screens ask it of the window; tests/window/screen_on_test.py has what comes of
// it.
#include "scene.h"
#include "service/clerk/clerk_service.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

bool stays_on(Scene& scene) {
    scene.driver.settle();
    return scene.driver.ui().wished_screen_on();
}

TEST(ScreenOn, StaysOnFromTheBeginningOfAMeetingUntilItIsClosed) {
    Scene scene;
    EXPECT_FALSE(stays_on(scene)) << "before it";
    scene.begin();
    EXPECT_TRUE(stays_on(scene)) << "before the opening";
    for (const char* event :
         {"meeting.open", "disturbance.report", "meeting.suspend", "address.a", "disturbance.end"}) {
        ASSERT_EQ(scene.execute(event), "ok");
        EXPECT_TRUE(stays_on(scene)) << event;
    }
    ASSERT_EQ(scene.execute("meeting.close"), "ok");
    EXPECT_FALSE(stays_on(scene)) << "after it";
}

TEST(ScreenOn, StaysOnWhateverLiesOverTheMeeting) {
    SceneOptions options;
    const test::FakeClock clock;
    options.app.open_clerk = [&](Language) {
        return std::make_unique<ClerkWorker>(
            []() -> Result<ClerkService> { return fail(ErrorKind::Storage, "register", "closed"); }, [] {}, clock);
    };
    Scene scene(std::move(options));
    scene.app->open_dossier();
    EXPECT_FALSE(stays_on(scene)) << "without a meeting";
    scene.begin({{"meeting.open", {}}});
    ASSERT_TRUE(scene.tap("settings"));
    EXPECT_TRUE(stays_on(scene));
    scene.app->open_dossier();
    EXPECT_TRUE(stays_on(scene)) << "the clerk's place";
}

TEST(ScreenOn, StaysOnWhileAnIncidentOutlastsTheMeeting) {
    Scene scene;
    scene.begin({{"meeting.open", {}}, {"meeting.close", {}}});
    EXPECT_FALSE(stays_on(scene));
    ASSERT_EQ(scene.execute("emergency.declare"), "ok");
    EXPECT_TRUE(stays_on(scene));
}

}  // namespace
}  // namespace hamer::ui
