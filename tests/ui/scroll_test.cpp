// Areas that scroll, and the log among them.
#include "ui/toolkit/widgets/scroll.h"

#include "support/driver/driver.h"
#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/field.h"
#include "ui/toolkit/widgets/log_list.h"

#include <gtest/gtest.h>
#include <utility>

namespace hamer::ui {
namespace {

void twenty_buttons(Ui& ui) {
    Scroll scroll(ui, "area", {50, 50, 400, 200});
    Column column(scroll.content(), 8);
    for (int i = 0; i < 20; ++i) {
        const std::string key = "b" + std::to_string(i);
        (void)quiet_button(ui, column.next(ui.metrics().control()), {.key = key, .label = "Knop"});
    }
    scroll.extent(column.used());
}

TEST(ScrollArea, BringsTheWidgetWithTheFocusIntoView) {
    Driver driver(twenty_buttons);
    EXPECT_TRUE(driver.find("b15")->visible.empty());
    ASSERT_TRUE(driver.tab_to("b15"));
    EXPECT_TRUE(driver.find("area")->rect.holds(driver.find("b15")->rect, 6));
    ASSERT_TRUE(driver.reveal("b0"));
}

// A window draws no frame that nobody asked for: what comes into sight later moves under the next tap.
TEST(ScrollArea, AsksForTheFrameInWhichItHasMoved) {
    bool asked = false;
    Driver driver([&asked](Ui& ui) {
        if (std::exchange(asked, false)) ui.focus("b15");
        twenty_buttons(ui);
    });
    ASSERT_FALSE(driver.stage().wake());
    asked = true;
    driver.frame();
    for (int i = 0; i < 5 && driver.stage().wake(); ++i) driver.frame();
    EXPECT_TRUE(driver.find("area")->rect.holds(driver.find("b15")->rect, 6));
    EXPECT_FALSE(driver.stage().wake()) << "and then rests";
}

TEST(ScrollArea, IsDraggedByAFingerWithoutTappingWhatLiesUnderIt) {
    int taken = 0;
    Driver driver([&taken](Ui& ui) {
        Scroll scroll(ui, "area", {50, 50, 400, 200});
        Column column(scroll.content(), 8);
        for (int i = 0; i < 20; ++i) {
            const std::string key = "b" + std::to_string(i);
            const bool tapped =
                quiet_button(ui, column.next(ui.metrics().control()), {.key = key, .label = "Knop"}) == Tap::Taken;
            if (tapped) ++taken;
        }
        scroll.extent(column.used());
    });
    const float before = driver.find("b0")->rect.y;
    driver.drag({200, 220}, {200, 80});
    EXPECT_LT(driver.find("b0")->rect.y, before - 50);
    EXPECT_EQ(taken, 0);
}

// As when a tablet is turned, with the words half typed.
TEST(ScrollArea, KeepsTheFieldThatTakesTextInSightWhenTheWindowTurns) {
    std::string words;
    Driver driver([&words](Ui& ui) {
        Scroll scroll(ui, "area", ui.area().inset(50));
        Column column(scroll.content(), 8);
        for (int i = 0; i < 20; ++i) {
            const std::string key = "b" + std::to_string(i);
            (void)quiet_button(ui, column.next(ui.metrics().control()), {.key = key, .label = "Knop"});
            if (i != 13) continue;
            const TextField note{.key = "note", .label = "Wat"};
            field(ui, column.next(field_height(ui, note, words, 300)), note, words);
        }
        scroll.extent(column.used());
    });
    driver.resize({.width = 800, .height = 1280});
    driver.settle();
    ASSERT_TRUE(driver.click("note"));
    driver.type("orde");
    driver.resize({.width = 1280, .height = 500});
    for (int i = 0; i < 6; ++i) driver.frame();
    driver.type(" en rust");
    EXPECT_EQ(words, "orde en rust");
    EXPECT_TRUE(driver.find("area")->rect.holds(driver.find("note")->rect, 6));
}

class Log : public testing::Test {
  protected:
    void draw(Ui& ui) {
        const int opened = log_list(
            ui, {50, 50, 400, height_},
            {.key = "log",
             .empty = "Nog niets",
             .count = count_,
             .amended = amended_,
             .row =
                 [this](int index) {
                     ++asked_;
                     std::string detail = index % 3 == 0 ? "met een toelichting" : "";
                     if (index == longer_)
                         detail = "met een toelichting die niet op een regel past, en die dus hoger is";
                     return LogRow{.time = "20:14:05", .text = "Stap " + std::to_string(index), .detail = detail};
                 },
             .to_newest = "Naar nieuwste"});
        if (opened >= 0) opened_ = opened;
    }
    // Turns the wheel; the key of a row in the middle of what is then in sight.
    std::string read_further_down() {
        driver_.wheel({200, 50 + height_ / 2}, -5);
        driver_.settle();
        for (const ShownWidget& each : driver_.shown()) {
            if (each.kind == Kind::Row && each.rect.contains({200, 50 + height_ / 2})) return each.key;
        }
        return {};
    }
    float height_ = 300;
    int count_ = 50;
    int asked_ = 0;
    int opened_ = -1;
    std::uint64_t amended_ = 0;
    int longer_ = -1;
    Driver driver_{[this](Ui& ui) { draw(ui); }};
};

TEST_F(Log, ShowsTheNewestRowFirst) {
    EXPECT_LT(driver_.find("log.49")->rect.y, driver_.find("log.48")->rect.y);
    EXPECT_FALSE(driver_.find("log.0"));
}

TEST_F(Log, OpensTheRowThatIsTapped) {
    ASSERT_TRUE(driver_.click("log.47"));
    EXPECT_EQ(opened_, 47);
}

TEST_F(Log, OpensTheRowThatIsChosenWithArrowKeys) {
    ASSERT_TRUE(driver_.tab_to("log"));
    for (int i = 0; i < 20; ++i) driver_.key(Key::Down);
    driver_.key(Key::Enter);
    EXPECT_EQ(opened_, 30);
    EXPECT_FALSE(driver_.find("log.30")->visible.empty());
}

TEST_F(Log, AsksOnlyForRowsInSight) {
    count_ = 10000;
    driver_.settle();
    asked_ = 0;
    driver_.frame();
    EXPECT_LT(asked_, 15);
}

TEST_F(Log, AsksOnlyForRowsInSightWhenOneReadsOtherwise) {
    count_ = 10000;
    driver_.settle();
    const auto below = [&](int index) { return driver_.find("log." + std::to_string(index))->rect.y; };
    const float before = below(9996) - below(9997);
    ++amended_;
    longer_ = 9997;
    asked_ = 0;
    driver_.frame();
    EXPECT_LT(asked_, 30);
    EXPECT_GT(below(9996) - below(9997), before + 5) << "the row has room for what was added, and the next comes below";
    longer_ = -1;
    ++amended_;
    driver_.frame();
    EXPECT_EQ(below(9996) - below(9997), before);
}

TEST_F(Log, ANewRowIsInSightWhereTheListStandsAtTheNewest) {
    ++count_;
    driver_.settle();
    EXPECT_FALSE(driver_.find("log.50")->visible.empty());
    EXPECT_FALSE(driver_.shows("log.newest"));
}

TEST_F(Log, WhatOneReadsFurtherDownStaysAndTheWayToTheNewestIsOffered) {
    const std::string row = read_further_down();
    EXPECT_FALSE(driver_.shows("log.newest")) << "nothing new";
    const float before = driver_.find(row)->rect.y;
    ++count_;
    driver_.settle();
    ASSERT_TRUE(driver_.shows("log.newest"));
    EXPECT_NEAR(driver_.find(row)->rect.y, before, 1);
    for (const ShownWidget& each : driver_.shown()) {
        if (each.kind != Kind::Row) continue;
        const Rect both = each.visible.meet(driver_.find("log.newest")->rect);
        EXPECT_TRUE(both.w <= 1 || both.h <= 1) << each.key << " lies under the button";
    }
    ASSERT_TRUE(driver_.click("log.newest"));
    EXPECT_FALSE(driver_.shows("log.newest"));
    EXPECT_FALSE(driver_.find("log.50")->visible.empty());
}

TEST_F(Log, TheWayToTheNewestIsTakenByKeyboardToo) {
    ASSERT_NE(read_further_down(), "");
    ++count_;
    driver_.settle();
    ASSERT_TRUE(driver_.tab_to("log.newest"));
    driver_.key(Key::Enter);
    EXPECT_FALSE(driver_.find("log.50")->visible.empty());
    EXPECT_FALSE(driver_.shows("log.newest"));
}

TEST_F(Log, WhoScrollsBackByHandIsOfferedNothingMore) {
    ASSERT_NE(read_further_down(), "");
    ++count_;
    driver_.settle();
    ASSERT_TRUE(driver_.shows("log.newest"));
    driver_.wheel({200, 200}, 30);
    driver_.settle();
    EXPECT_FALSE(driver_.shows("log.newest"));
    EXPECT_FALSE(driver_.find("log.50")->visible.empty());
}

TEST_F(Log, NothingMovesUnderAFingerThatIsDown) {
    const std::string row = read_further_down();
    ASSERT_TRUE(driver_.press(row));
    const float before = driver_.find(row)->rect.y;
    ++count_;
    driver_.frame();
    driver_.frame();
    EXPECT_NEAR(driver_.find(row)->rect.y, before, 1);
    EXPECT_FALSE(driver_.shows("log.newest"));
    driver_.release();
    EXPECT_EQ("log." + std::to_string(opened_), row);
    EXPECT_TRUE(driver_.shows("log.newest"));
}

TEST_F(Log, WhereOneRowAloneCanBeSeenItIsTheNewest) {
    height_ = driver_.find("log.49")->rect.h + 2;
    driver_.settle();
    ASSERT_NE(read_further_down(), "log.49");
    ++count_;
    driver_.settle();
    EXPECT_FALSE(driver_.shows("log.newest"));
    EXPECT_FALSE(driver_.find("log.50")->visible.empty());
}

TEST_F(Log, SaysWhenThereIsNothing) {
    count_ = 0;
    driver_.settle();
    EXPECT_TRUE(driver_.reads("Nog niets"));
}

}  // namespace
}  // namespace hamer::ui
