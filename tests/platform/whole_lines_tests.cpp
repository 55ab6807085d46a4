#include "platform/whole_lines.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

class WholeLinesTest : public testing::Test {
  protected:
    WholeLines made;
    std::vector<std::string> lines;
};

TEST_F(WholeLinesTest, ComeWhenTheirNewlineDoes) {
    made.add("pau", lines);
    EXPECT_TRUE(lines.empty());
    made.add("se\nresume\n\nte", lines);
    EXPECT_EQ(lines, (std::vector<std::string>{"pause", "resume", ""}));
    made.add("st\n", lines);
    EXPECT_EQ(lines.back(), "test");
}

TEST_F(WholeLinesTest, KeepTheBeginningOfOneThatGoesOnAndOn) {
    const std::string piece(4096, 'x');
    for (int i = 0; i < 1000; ++i) made.add(piece, lines);
    EXPECT_TRUE(lines.empty());
    made.add("y\npause\n", lines);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0], std::string(WholeLines::longest, 'x'));
    EXPECT_EQ(lines[1], "pause");
}

}  // namespace
}  // namespace hamer
