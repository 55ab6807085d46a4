#include "platform/user_folders.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(ProgramFile, IsWhereTheProgramIs) { EXPECT_EQ(program_file().stem(), "platform_tests"); }

}  // namespace
}  // namespace hamer
