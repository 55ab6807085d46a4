#include "base/session_id.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(SessionId, OnlyAnIdBecomesAPath) {
    EXPECT_TRUE(is_session_id("20260312T190000Z-0a1b2c3d"));
    for (const char* id : {"", ".", "..", "../x", "20260312T190000Z-0a1b2c3", "20260312T190000Z-0a1b2c3dd",
                           "20260312T190000Z-0A1B2C3D", "20260312T190000Z/0a1b2c3d", "x0260312T190000Z-0a1b2c3d"}) {
        EXPECT_FALSE(is_session_id(id)) << id;
    }
}

}  // namespace
}  // namespace hamer
