// The theme keeps what it promises: contrast, millimetres, and no grey that is not its own.
#include "ui/toolkit/theme/theme.h"

#include "support/driver/driver.h"

#include <gtest/gtest.h>
#include <imgui.h>

namespace hamer::ui {
namespace {

class EachFace : public testing::TestWithParam<Face> {};

TEST_P(EachFace, GivesEveryInkItsContrast) {
    for (const NamedPair& each : text_pairs(palette(GetParam()))) {
        EXPECT_GE(contrast(each.pair.ink, each.pair.ground), each.least) << each.name;
    }
}

TEST_P(EachFace, GivesEveryOutlineItsContrast) {
    for (const NamedPair& each : edge_pairs(palette(GetParam()))) {
        EXPECT_GE(contrast(each.pair.ink, each.pair.ground), each.least) << each.name;
    }
}

INSTANTIATE_TEST_SUITE_P(Theme, EachFace, testing::Values(Face::Light, Face::Dark));

TEST(Contrast, IsAsWcagDefinesIt) {
    EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xFFFFFF)), 21, 0.001);
    EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xFFFFFF)), 4.48, 0.01);
    EXPECT_DOUBLE_EQ(contrast(rgb(0x123456), rgb(0x123456)), 1);
}

TEST(Metrics, MakesMainButtonsTwentyMillimetresOnEveryMonitor) {
    for (const float dpi : {72.0F, 96.0F, 120.0F, 149.0F, 267.0F}) {
        const Metrics metrics({.dpi = dpi}, 1);
        EXPECT_GE(metrics.in_mm(metrics.main_button()), 20) << dpi;
        EXPECT_LT(metrics.in_mm(metrics.main_button()), 20.5) << dpi;
        EXPECT_GE(metrics.in_mm(metrics.control()), 12) << dpi;
        EXPECT_GE(metrics.in_mm(metrics.danger_gap()), 8) << dpi;
    }
}

TEST(Metrics, EnlargesTypeWithTheUsersTextSizeAndLeavesMillimetresAlone) {
    const Metrics normal({}, 1);
    const Metrics large({}, 2);
    EXPECT_FLOAT_EQ(large.type_px(Type::Body), 2 * normal.type_px(Type::Body));
    EXPECT_FLOAT_EQ(large.main_button(), normal.main_button());
}

TEST(Metrics, SetsTheWordsToSayInTwentyEightPixelsOrMore) {
    EXPECT_GE(Metrics({.width = 1280, .height = 800}, 1).type_px(Type::Words), 28);
    EXPECT_GT(Metrics({.width = 1920, .height = 1200}, 1).type_px(Type::Words), 28);
    EXPECT_GE(Metrics({.width = 2736, .height = 1824, .content_scale = 2}, 1).type_px(Type::Words), 56);
}

TEST(Metrics, DoesNotBelieveAMonitorThatHasNoSizeOrAnImpossibleOne) {
    EXPECT_FLOAT_EQ(believable_dpi(1920, 0, 1), 96);
    EXPECT_FLOAT_EQ(believable_dpi(1920, 10, 1.5F), 144);
    EXPECT_NEAR(believable_dpi(1920, 508, 1), 96, 0.1);
    EXPECT_NEAR(believable_dpi(2736, 260, 2), 267, 1);
}

#if IMGUI_VERSION_NUM < 19200  // later releases draw each glyph when it is first used
TEST(Fonts, GrowByTheCharactersThatATextAsksFor) {
    Fonts fonts(1);
    const unsigned before = fonts.version();
    fonts.want("Ordeverstoring, “één” – €5");
    EXPECT_FALSE(fonts.refresh(1));
    fonts.want("Şahin Łukasz Δ");
    EXPECT_TRUE(fonts.refresh(1));
    EXPECT_GT(fonts.version(), before);
    EXPECT_FALSE(fonts.refresh(1));
    EXPECT_TRUE(fonts.refresh(1.5F));
}
#endif

TEST(Theme, LeavesNoStockColourInTheLibrary) {
    Driver driver([](Ui&) {});
    ImGui::SetCurrentContext(driver.stage().context());
    ImGuiStyle stock;
    ImGui::StyleColorsDark(&stock);
    for (int i = 0; i < ImGuiCol_COUNT; ++i) {
        const ImVec4 mine = ImGui::GetStyle().Colors[i];
        const ImVec4 theirs = stock.Colors[i];
        const bool invisible = mine.w == 0;
        EXPECT_TRUE(invisible || mine.x != theirs.x || mine.y != theirs.y || mine.z != theirs.z)
            << ImGui::GetStyleColorName(i);
    }
}

}  // namespace
}  // namespace hamer::ui
