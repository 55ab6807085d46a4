#include "ui/surface/window.h"

#include "ui/surface/picture.h"

#include <cstdlib>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

TEST(Window, SaysInOneSentenceThatThereIsNoDisplay) {
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    const auto window = Window::open({});
    ASSERT_FALSE(window);
    EXPECT_EQ(describe(window.error()).rfind("no display: ", 0), 0U) << describe(window.error());
    EXPECT_EQ(describe(window.error()).find('\n'), std::string::npos);
}

TEST(Picture, ComesBackFromItsFileAsItWas) {
    Picture picture{3, 2, std::vector<std::uint8_t>(24, 255)};
    picture.rgba[4] = 17;
    const auto path = std::filesystem::path(testing::TempDir()) / "hamer-picture-test.png";
    ASSERT_TRUE(write_png(path, picture));
    const auto back = read_png(path);
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, picture);
    std::filesystem::remove(path);
}

TEST(Picture, DiffersByTheShareOfItsPixels) {
    const Picture white{10, 10, std::vector<std::uint8_t>(400, 255)};
    Picture dotted = white;
    dotted.rgba[0] = 0;
    dotted.rgba[40] = 250;  // within the tolerance
    EXPECT_DOUBLE_EQ(difference(white, dotted), 0.01);
    EXPECT_DOUBLE_EQ(difference(white, Picture{9, 10, std::vector<std::uint8_t>(360, 255)}), 1);
}

TEST(Picture, IsRefusedWithItsPathWhenItCannotBeReadOrWritten) {
    const auto missing = read_png("/nowhere/picture.png");
    ASSERT_FALSE(missing);
    EXPECT_NE(describe(missing.error()).find("/nowhere/picture.png"), std::string::npos);
    EXPECT_FALSE(write_png("/nowhere/picture.png", {1, 1, {0, 0, 0, 255}}));
}

}  // namespace
}  // namespace hamer::ui
