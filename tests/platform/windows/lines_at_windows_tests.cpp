#include "platform/typed_lines.h"

#include <array>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <io.h>
#include <string_view>

namespace hamer {
namespace {

using Lines = std::vector<std::string>;

class TypedLinesTest : public testing::Test {
  protected:
    TypedLinesTest() {
        std::array<int, 2> ends{};
        EXPECT_EQ(::_pipe(ends.data(), 4096, _O_BINARY), 0);
        former_ = ::_dup(0);
        ::_dup2(ends[0], 0);
        ::_close(ends[0]);
        keyboard_ = ends[1];
    }
    ~TypedLinesTest() override {
        end();
        // The thread that reads ends with its pipe.
        while (lines_.wait()) {
        }
        ::_dup2(former_, 0);
        ::_close(former_);
    }
    void type(std::string_view text) const {
        EXPECT_EQ(::_write(keyboard_, text.data(), static_cast<unsigned>(text.size())), static_cast<int>(text.size()));
    }
    void end() {
        if (keyboard_ >= 0) ::_close(keyboard_);
        keyboard_ = -1;
    }

    TypedLines lines_;

  private:
    int former_ = -1;
    int keyboard_ = -1;
};

TEST_F(TypedLinesTest, ComeWhenTheyAreWhole) {
    type("pause\r\n\nres");
    EXPECT_EQ(lines_.wait(), (Lines{"pause", ""})) << "without what Windows puts before the end of a line";
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
