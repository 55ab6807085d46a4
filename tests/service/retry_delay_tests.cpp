#include "service/handover/deliverer.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(RetryDelay, DoublesToFiveMinutesLessAPartByChance) {
    std::int64_t whole = 1000;
    for (int attempt = 1; attempt <= 40; ++attempt) {
        for (const char* name : {"a-r1", "b-r1", "c-r7"}) {
            const std::int64_t delay = retry_delay_ms(attempt, name);
            EXPECT_LE(delay, whole);
            EXPECT_GE(delay, whole / 2);
        }
        whole = std::min<std::int64_t>(whole * 2, 300'000);
    }
    EXPECT_NE(retry_delay_ms(5, "a-r1"), retry_delay_ms(5, "b-r1"));
}

}  // namespace
}  // namespace hamer
