// The register's file, and what SQLite makes beside it, are their user's alone.
#include "platform/private_files.h"
#include "register/register.h"
#include "register/scratch.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

TEST(RegisterFile, OnlyItsUserMayReadIt) {
    const Scratch scratch;
    if (!scratch.is_file()) GTEST_SKIP() << "of a file only";
    const auto file = scratch.folder() / "own" / "register.db";
    auto store = Register::open(file.string());
    ASSERT_TRUE(store && store->put(a_record("s"), now));
    for (const char* end : {"", "-wal", "-shm"}) EXPECT_FALSE(others_may_use(file.string() + end)) << end;
}

}  // namespace
}  // namespace hamer::test
