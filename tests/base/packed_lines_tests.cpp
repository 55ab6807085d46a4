#include "base/packed_lines.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hamer {
namespace {

TEST(PackedLines, AreGivenBackAsTheyWereAdded) {
    PackedLines packed;
    std::vector<std::string> lines{"", "één", std::string(100'000, 'x')};  // more than a block by itself
    for (int i = 0; i < 5000; ++i) lines.push_back(fmt::format(R"({{"seq":{},"event":"note","text":"{}"}})", i, i * i));
    for (const std::string& line : lines) packed.add(line);
    EXPECT_EQ(packed.all(), lines);
    packed.add("last");
    EXPECT_EQ(packed.all().back(), "last");
    EXPECT_EQ(PackedLines().all(), std::vector<std::string>());
}

}  // namespace
}  // namespace hamer
