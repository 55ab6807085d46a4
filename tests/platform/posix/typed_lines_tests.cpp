#include "platform/typed_lines.h"

#include <array>
#include <gtest/gtest.h>
#include <string_view>
#include <unistd.h>

namespace hamer {
namespace {

using Lines = std::vector<std::string>;

class TypedLinesTest : public testing::Test {
  protected:
    TypedLinesTest() {
        std::array<int, 2> ends{};
        EXPECT_EQ(::pipe(ends.data()), 0);
        former_ = ::dup(STDIN_FILENO);
        ::dup2(ends[0], STDIN_FILENO);
        ::close(ends[0]);
        keyboard_ = ends[1];
    }
    ~TypedLinesTest() override {
        end();
        ::dup2(former_, STDIN_FILENO);
        ::close(former_);
    }
    void type(std::string_view text) const {
        EXPECT_EQ(::write(keyboard_, text.data(), text.size()), static_cast<ssize_t>(text.size()));
    }
    void end() {
        if (keyboard_ >= 0) ::close(keyboard_);
        keyboard_ = -1;
    }

    TypedLines lines_;

  private:
    int former_ = -1;
    int keyboard_ = -1;
};

TEST_F(TypedLinesTest, ComeWhenTheyAreWhole) {
    type("pause\n\nres");
    EXPECT_EQ(lines_.wait(), (Lines{"pause", ""}));
    type("ume\n");
    EXPECT_EQ(lines_.wait(), (Lines{"resume"}));
    type("half");
    EXPECT_EQ(lines_.wait(), Lines{});
    end();
    EXPECT_EQ(lines_.wait(), std::nullopt);
}

TEST_F(TypedLinesTest, AWaitIsWokenOnceHoweverOftenItWasCalled) {
    lines_.wake();
    lines_.wake();
    EXPECT_EQ(lines_.wait(), Lines{});
    type("a\n");
    EXPECT_EQ(lines_.wait(), (Lines{"a"}));
}

}  // namespace
}  // namespace hamer
