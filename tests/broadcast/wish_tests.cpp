#include "broadcast/wish.h"
#include "support/leiden.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

TEST(BroadcastWish, FollowsTheSituation) {
    const FakeClock clock;
    Session session = opened_session(clock);
    const auto after = [&](const char* event) {
        EXPECT_EQ(run(session, clock, event), "ok") << event;
        return broadcast_wish(session);
    };
    EXPECT_EQ(broadcast_wish(session), BroadcastWish::Leave);
    EXPECT_EQ(after("meeting.open"), BroadcastWish::Leave);
    EXPECT_EQ(after("broadcast.start"), BroadcastWish::Live);
    EXPECT_EQ(after("disturbance.report"), BroadcastWish::Live);
    EXPECT_EQ(after("address.b"), BroadcastWish::Paused) << "raised with it";
    EXPECT_EQ(after("broadcast.paused"), BroadcastWish::Paused);
    EXPECT_EQ(after("disturbance.end"), BroadcastWish::Paused);
    EXPECT_EQ(after("broadcast.resume"), BroadcastWish::Live);
    EXPECT_EQ(after("broadcast.resumed"), BroadcastWish::Live);
    EXPECT_EQ(after("broadcast.end"), BroadcastWish::Leave);
}

}  // namespace
}  // namespace hamer::test
