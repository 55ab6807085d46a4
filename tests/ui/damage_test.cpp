// What is drawn anew when something changed: as little as it needs, and never less.
#include "ui/surface/damage.h"

#include "gallery.h"
#include "support/driver/driver.h"
#include "ui/surface/offscreen.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

class DamageOfAScreen : public testing::Test {
  protected:
    Rect next() {
        driver.frame();
        return damage.since_last(*driver.stage().drawn());
    }

    Color colour = rgb(0x102030);
    Rect box{100, 60, 40, 20};
    int boxes = 1;
    Driver driver{[this](Ui& ui) {
        ui.paint().fill({0, 0, 400, 300}, rgb(0xFFFFFF));
        for (int i = 0; i < boxes; ++i) ui.paint().fill(box, colour);
    }};
    Damage damage;
};

TEST_F(DamageOfAScreen, IsAllOfItTheFirstTimeAndWhenItIsForgotten) {
    EXPECT_EQ(next().w, driver.stage().display().width);
    EXPECT_TRUE(next().empty());
    damage.forget();
    EXPECT_EQ(next().h, driver.stage().display().height);
}

TEST_F(DamageOfAScreen, IsNothingWhereNothingChanged) {
    (void)next();
    EXPECT_TRUE(next().empty());
}

TEST_F(DamageOfAScreen, IsWhatHasAnotherColour) {
    (void)next();
    colour = rgb(0x405060);
    const Rect part = next();
    EXPECT_TRUE(part.holds(box, 0));
    EXPECT_TRUE(box.inset(-5).holds(part, 0));
    EXPECT_TRUE(next().empty());
}

TEST_F(DamageOfAScreen, IsWhereSomethingWasAndWhereItIsNow) {
    (void)next();
    const Rect before = box;
    box.x += 200;
    const Rect part = next();
    EXPECT_TRUE(part.holds(before, 0));
    EXPECT_TRUE(part.holds(box, 0));
    EXPECT_LT(part.h, 40);
}

TEST_F(DamageOfAScreen, IsAllOfItWhenThereIsMoreToDrawOrLess) {
    (void)next();
    boxes = 2;
    EXPECT_EQ(next().w, driver.stage().display().width);
    boxes = 1;
    EXPECT_EQ(next().w, driver.stage().display().width);
}

TEST_F(DamageOfAScreen, IsAllOfItInAnotherSize) {
    (void)next();
    driver.resize({.width = 1000, .height = 700});
    EXPECT_EQ(next().w, 1000);
}

// The gallery, to which things happen.
struct Played {
    gallery::Model model{.side_panel = true};
    Driver driver{[this](Ui& ui) { gallery::draw(ui, model); }};

    Point middle_of(std::string_view key) {
        const auto seen = driver.find(key);
        EXPECT_TRUE(seen) << key;
        return seen ? seen->visible.centre() : Point{};
    }
};

struct Change {
    const char* what;
    std::function<void(Played&)> happen;
};
const std::vector<Change> changes = {
    {"nothing before", [](Played&) {}},
    {"nothing", [](Played&) {}},
    {"the pointer over a button", [](Played& it) { it.driver.hover(it.middle_of("note")); }},
    {"a tap, and its guard", [](Played& it) { EXPECT_TRUE(it.driver.click("request.speak")); }},
    {"the end of the guard", [](Played& it) { it.driver.pass(2000); }},
    {"the focus", [](Played& it) { EXPECT_TRUE(it.driver.tab_to("note.who")); }},
    {"a text", [](Played& it) { EXPECT_TRUE(it.driver.click("note.text")); }},
    {"letters", [](Played& it) { it.driver.type(" Eén gooit."); }},
    {"a longer log", [](Played& it) { it.model.log_rows = 41; }},
    {"a shorter panel", [](Played& it) { it.model.side_panel = false; }},
    {"a log that scrolled", [](Played& it) { it.driver.wheel(it.middle_of("log"), -1.37F); }},
    {"the dark face", [](Played& it) { it.driver.set_look({.face = Face::Dark}); }},
    {"larger letters", [](Played& it) { it.driver.set_look({.face = Face::Dark, .text_size = 1.3F}); }},
    {"another size", [](Played& it) { it.driver.resize({.width = 900, .height = 1100}); }},
};

// Frame over frame gives the very pixels of a frame drawn alone, whatever happened in between.
TEST(ASheet, ShowsEachFrameAsIfItWereTheFirst) {
    auto offscreen = Offscreen::open();
    if (!offscreen) GTEST_SKIP() << describe(offscreen.error());
    Played one;
    Played other;
    Offscreen::Sheet sheet(**offscreen, one.driver.stage());
    for (const auto& [what, happen] : changes) {
        for (Played* each : {&one, &other}) {
            happen(*each);
            each->driver.settle();
        }
        const auto over = sheet.picture(one.driver.now(), one.driver.draw());
        ASSERT_TRUE(over) << what << ": " << describe(over.error());
        const auto alone = (*offscreen)->picture(other.driver.stage(), other.driver.now(), other.driver.draw());
        ASSERT_TRUE(alone) << what << ": " << describe(alone.error());
        EXPECT_TRUE(*over == *alone) << what << ": a share of " << difference(*over, *alone, 0) << " differs";
    }
}

// What a tap changed is seen at once, and not what was there when it was tapped.
TEST(ASheet, PassesOverAFrameThatIsOutdatedWhenItIsMade) {
    auto offscreen = Offscreen::open();
    if (!offscreen) GTEST_SKIP() << describe(offscreen.error());
    Color colour = rgb(0xFFFFFF);
    const auto picture = [&](const Draw& draw) {
        Stage stage({}, {});
        const auto drawn = (*offscreen)->picture(stage, 1, draw);
        return drawn ? *drawn : Picture{};
    };
    const auto shown = picture([&colour](Ui& ui) {
        ui.paint().fill(ui.area(), colour);
        if (colour != rgb(0x102030)) ui.wake_at(ui.now());
        colour = rgb(0x102030);
    });
    EXPECT_TRUE(shown == picture([&colour](Ui& ui) { ui.paint().fill(ui.area(), colour); }));
    ASSERT_FALSE(shown.rgba.empty());
}

// What a tap does may take a while, as on a slow disk: what it shows counts its time from then.
TEST(ASheet, GivesEachFrameATimeOfItsOwn) {
    auto offscreen = Offscreen::open();
    if (!offscreen) GTEST_SKIP() << describe(offscreen.error());
    Stage stage({}, {});
    std::int64_t now = 1;
    std::vector<std::int64_t> times;
    const auto shown = Offscreen::Sheet(**offscreen, stage)
                           .picture([&now] { return now; },
                                    [&](Ui& ui) {
                                        times.push_back(ui.now());
                                        if (times.size() > 1) return;
                                        now += 700;
                                        ui.wake_at(ui.now());
                                    });
    ASSERT_TRUE(shown);
    EXPECT_EQ(times, (std::vector<std::int64_t>{1, 701}));
}

// Nor is it waited for longer than a few frames where a screen asks for the next one each time.
TEST(ASheet, ShowsAScreenThatIsNeverContent) {
    auto offscreen = Offscreen::open();
    if (!offscreen) GTEST_SKIP() << describe(offscreen.error());
    Stage stage({}, {});
    int frames = 0;
    ASSERT_TRUE((*offscreen)->picture(stage, 1, [&frames](Ui& ui) {
        ++frames;
        ui.wake_at(ui.now());
    }));
    EXPECT_LE(frames, 4);
}

}  // namespace
}  // namespace hamer::ui
