#include "platform/module.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(Module, OneThatIsNotThereIsAnErrorThatNamesItsFile) {
    const auto loaded = load_module("nothing");
    ASSERT_FALSE(loaded);
    EXPECT_TRUE(loaded.error().where.starts_with("hamer-nothing.")) << loaded.error().where;
    EXPECT_EQ(loaded.error().kind, ErrorKind::Storage);
}

TEST(Module, AFileThatIsNoPartOfHamerIsRefused) {
    const auto loaded = load_module("strange");
    ASSERT_FALSE(loaded);
    EXPECT_NE(loaded.error().problem.find("no part of Hamer"), std::string::npos) << loaded.error().problem;
}

TEST(Module, APartOfAnotherVersionIsRefused) {
    const auto loaded = load_module("former");
    ASSERT_FALSE(loaded);
    EXPECT_NE(loaded.error().problem.find("found 0.0.0"), std::string::npos) << loaded.error().problem;
}

TEST(Module, OneThatIsThereGivesItsTable) {
    struct Table {
        int (*twice)(int);
    };
    const auto loaded = load_module_as<Table>("double");
    ASSERT_TRUE(loaded) << loaded.error().problem;
    EXPECT_EQ((*loaded)->twice(21), 42);
}

}  // namespace
}  // namespace hamer
