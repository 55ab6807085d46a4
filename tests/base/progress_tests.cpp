// How far long work is, and that it stops where it may.
#include "base/progress.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Progress, TellsWhatIsDoneAndHowFarItIs) {
    Progress progress;
    EXPECT_TRUE(progress.told().what.empty());
    progress.begin({"Zoeken", "Searching"}, 3);
    ASSERT_TRUE(progress.step(2));
    const Progress::Told told = progress.told();
    EXPECT_EQ(told.what.nl, "Zoeken");
    EXPECT_EQ(told.done, 2U);
    EXPECT_EQ(told.total, 3U);
    EXPECT_TRUE(told.can_stop);
    progress.reset();
    EXPECT_TRUE(progress.told().what.empty());
}

TEST(Progress, StopsAtTheNextStepAlsoOfTheNextPart) {
    Progress progress;
    progress.begin({"Een", "One"});
    progress.stop();
    EXPECT_TRUE(progress.told().is_stopping);
    progress.begin({"Twee", "Two"}, 2);
    const Status on = progress.go_on();
    ASSERT_FALSE(on);
    EXPECT_EQ(on.error().trouble, Trouble::Stopped);
    progress.reset();
    EXPECT_TRUE(progress.go_on()) << "the next work is another one";
}

TEST(Progress, WhatIsBegunToBeFinishedIsFinished) {
    Progress progress;
    progress.begin({"Lezen", "Reading"});
    progress.finish({"Schrijven", "Writing"});
    EXPECT_FALSE(progress.told().can_stop);
    progress.stop();
    EXPECT_TRUE(progress.go_on());
}

}  // namespace
}  // namespace hamer
