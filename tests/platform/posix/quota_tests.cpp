#include "platform/error_number.h"

#include <cerrno>
#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Trouble, AQuotaThatIsUsedUpIsAFullDisk) { EXPECT_EQ(trouble_of(EDQUOT), Trouble::NoSpace); }

}  // namespace
}  // namespace hamer
