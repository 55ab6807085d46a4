// All widgets together on one screen: nothing cut, covered, too small or unreadable, on every display, in both faces.
#include "gallery.h"

#include "support/driver/audit.h"
#include "support/driver/driver.h"

#include <chrono>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

constexpr Display displays[] = {{.width = 1280, .height = 800},
                                {.width = 800, .height = 1280},
                                {.width = 1920, .height = 1200, .dpi = 96},
                                {.width = 2736, .height = 1824, .dpi = 267, .content_scale = 2}};

std::string all(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& each : sentences) text += each + "\n";
    return text;
}

TEST(Gallery, PassesTheAuditOnEveryDisplayInBothFaces) {
    for (const Display& display : displays) {
        for (const Face face : {Face::Light, Face::Dark}) {
            for (const int kind : {0, 1, 2, 3}) {
                gallery::Model model{.two_ways = kind == 1, .idle = kind == 2, .side_panel = kind == 3};
                Driver driver([&model](Ui& ui) { gallery::draw(ui, model); }, display, {.face = face});
                const auto wrong = audit(driver.ui());
                EXPECT_TRUE(wrong.empty()) << display.width << "x" << display.height << " " << kind << ":\n"
                                           << all(wrong);
            }
        }
    }
}

TEST(Gallery, PassesTheAuditWithLargeText) {
    for (const float text_size : {1.25F, 1.5F}) {
        for (const Display& display : displays) {
            gallery::Model model;
            Driver driver([&model](Ui& ui) { gallery::draw(ui, model); }, display, {.text_size = text_size});
            const auto wrong = audit(driver.ui());
            EXPECT_TRUE(wrong.empty()) << display.width << "x" << display.height << " " << text_size << ":\n"
                                       << all(wrong);
        }
    }
}

TEST(Gallery, LetsTheKeyboardComeToEveryControl) {
    gallery::Model model{.side_panel = true};
    Driver driver([&model](Ui& ui) { gallery::draw(ui, model); });
    std::vector<std::string> stops;
    for (const ShownWidget& seen : driver.shown()) {
        if (seen.stop) stops.push_back(seen.key);
    }
    ASSERT_GT(stops.size(), 10U);
    for (const std::string& key : stops) {
        ASSERT_TRUE(driver.tab_to(key)) << key;
        EXPECT_FALSE(driver.find(key)->visible.empty()) << key;
    }
}

TEST(Gallery, OpensANoteWithItsLetterAndTypesNoneOfIt) {
    gallery::Model model{.note = ""};
    Driver driver([&model](Ui& ui) { gallery::draw(ui, model); });
    driver.key('n');
    ASSERT_TRUE(driver.shows("note.text"));
    driver.type("Spandoek");
    EXPECT_EQ(model.note, "Spandoek");
    driver.key(Key::Escape);
    EXPECT_TRUE(model.side_panel);
    driver.key(Key::Escape);
    EXPECT_FALSE(model.side_panel);
    EXPECT_EQ(model.note, "Spandoek");
}

TEST(Gallery, ReachesWhatIsScrolledOutOfSight) {
    gallery::Model model{.side_panel = true};
    Driver driver([&model](Ui& ui) { gallery::draw(ui, model); });
    ASSERT_TRUE(driver.click("note.save"));
    EXPECT_EQ(model.last, "note.save");
}

TEST(Gallery, WantsNoFrameWhenNothingHappens) {
    gallery::Model model;
    Driver driver([&model](Ui& ui) { gallery::draw(ui, model); });
    driver.settle();
    EXPECT_FALSE(driver.stage().wake().has_value());
}

TEST(Gallery, DrawsTenThousandRowsForThePriceOfTen) {
    const auto cost = [](int rows) {
        gallery::Model model{.log_rows = rows};
        Driver driver([&model](Ui& ui) { gallery::draw(ui, model); });
        driver.settle();
        auto best = std::chrono::nanoseconds::max();
        for (int round = 0; round < 5; ++round) {
            const auto before = std::chrono::steady_clock::now();
            for (int i = 0; i < 20; ++i) driver.frame();
            best = std::min(
                best, std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - before));
        }
        return std::chrono::duration<double>(best).count();
    };
    EXPECT_LT(cost(10000), 2 * cost(10));
}

}  // namespace
}  // namespace hamer::ui
