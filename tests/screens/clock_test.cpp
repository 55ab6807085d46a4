// What runs on the screen while the machine's clock is changed under it.
#include "scene.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

constexpr std::int64_t second = 1000, minute = 60 * second, hour = 60 * minute;

const std::vector<Do> disturbed{
    {"broadcast.start", {}}, {"meeting.open", {}}, {"disturbance.report", {}}, {"meeting.suspend", {}}};

class TheTimers : public testing::Test {
  protected:
    TheTimers() { scene.begin(disturbed); }
    // As the band shows it.
    [[nodiscard]] static std::string timer(const ChairView& view) { return view.band.back().value; }
    [[nodiscard]] ChairView view() const { return chair_view(observe(*scene.service), Language::Dutch); }

    Scene scene;
};

TEST_F(TheTimers, GoOnWhenTheClockIsSetBackOrForward) {
    scene.pass(2 * minute);
    const std::string before = timer(view());
    ChairView kept = view();
    for (const std::int64_t change : {-hour, 2 * hour, -25 * hour}) {
        scene.clock.set(change);
        EXPECT_EQ(timer(view()), before) << change;
        tell_time(kept, scene.clock.now().monotonic_ms);
        EXPECT_EQ(timer(kept), before) << "also on a screen that was built before";
    }
    scene.pass(minute);
    scene.execute("address.b");
    EXPECT_EQ(scene.last().as<StepRecorded>()->event, "address.b");
    EXPECT_TRUE(scene.session().entry(scene.last().seq - 1)->as<ClockJumped>());
    EXPECT_EQ(timer(view()).substr(0, 2), "3:") << timer(view());
}

TEST_F(TheTimers, CountEachRequestAlsoThoseAfterTheClockWasSetBack) {
    scene.execute("address.b");
    scene.execute("request.speak", {{"speaker", std::string("chair")}});
    scene.execute("request.refuse");
    scene.clock.set(-hour);
    scene.pass(30 * second);
    scene.execute("request.speak", {{"speaker", std::string("chair")}});
    EXPECT_EQ(view().requests, 2);
    scene.pass(42 * second);
    EXPECT_EQ(view().since_request, "0:42 min");
}

TEST_F(TheTimers, StopWhenTheDisturbanceIsOverAlsoByAClockThatWasSetBack) {
    scene.clock.set(-hour);
    scene.execute("disturbance.end");
    EXPECT_FALSE(view().began_ms);
    EXPECT_EQ(timer(view()), "–");
    scene.clock.set(hour);
    scene.execute("disturbance.report");
    EXPECT_TRUE(view().began_ms);
    scene.pass(5 * second);
    EXPECT_EQ(timer(view()), "0:05 min");
}

TEST_F(TheTimers, OfAStatementRunOutAfterItsOwnTimeAndNotBecauseOfTheClock) {
    scene.execute("address.a", {{"agreement", std::string("twee minuten")}});
    scene.pass(30 * second);
    scene.clock.set(hour);
    ASSERT_TRUE(view().limit);
    EXPECT_FALSE(view().limit->over);
    scene.clock.set(-3 * hour);
    scene.pass(2 * minute);
    EXPECT_TRUE(view().limit->over);
}

TEST_F(TheTimers, DoNotMindDaylightSaving) {
    scene.pass(minute);
    const std::string before = timer(view());
    scene.clock.set_offset(120);
    EXPECT_EQ(timer(view()), before);
}

TEST_F(TheTimers, CountTheTimeThatTheMachineSlept) {
    scene.clock.advance(3 * hour);
    EXPECT_EQ(timer(view()).substr(0, 5), "3:00:") << timer(view());
}

}  // namespace
}  // namespace hamer::ui
