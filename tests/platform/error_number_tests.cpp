#include "platform/error_number.h"

#include <cerrno>
#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Trouble, FollowsFromTheSystemsErrorNumber) {
    EXPECT_EQ(trouble_of(ENOENT), Trouble::NotThere);
    EXPECT_EQ(trouble_of(EROFS), Trouble::NoRights);
    EXPECT_EQ(trouble_of(ENOSPC), Trouble::NoSpace);
    EXPECT_EQ(trouble_of(EIO), Trouble::Disk);
    EXPECT_EQ(trouble_of(EBUSY), Trouble::InUse);
    EXPECT_EQ(trouble_of(ETIMEDOUT), Trouble::TimedOut);
    EXPECT_EQ(trouble_of(0), Trouble::Unnamed);
}

TEST(ErrorNumber, HasWordsAndAnAdvice) {
    EXPECT_EQ(words_for(ENOSPC), "No space left on device");
    EXPECT_EQ(advice_for(ENOSPC), "Free some space, or choose another data folder");
}

}  // namespace
}  // namespace hamer
