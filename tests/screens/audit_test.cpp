// Every card on every display: nothing cut off, covered, too small or unreadable, and the words to say in sight.
#include "scene.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

std::string name(const Route& route, Language language, const Display& display) {
    return route.card + " (" + std::to_string(route.alerts) + " alerts) " + std::string(code(language)) + " " +
           std::to_string(static_cast<int>(display.width)) + "x" + std::to_string(static_cast<int>(display.height));
}

void passes_everywhere(const std::vector<Route>& routes, const Display& display, const Look& look = {}) {
    Scene scene({.display = display, .look = look});
    for (const Language language : {Language::Dutch, Language::English}) {
        for (const Route& route : routes) {
            scene.begin(route.steps, language);
            ASSERT_EQ(scene.card(), route.card);
            EXPECT_EQ(judged(scene), "") << name(route, language, display);
            for (const ShownWidget& seen : scene.driver.shown()) {
                if (seen.kind != Kind::Words) continue;
                EXPECT_TRUE(seen.visible.holds(seen.rect, 1)) << name(route, language, display) << ": " << seen.label;
            }
        }
    }
}

TEST(EveryCard, PassesTheAuditInLandscape) { passes_everywhere(shortest_routes(), landscape); }
TEST(EveryCard, PassesTheAuditInPortrait) { passes_everywhere(shortest_routes(), portrait); }
TEST(EveryCard, PassesTheAuditWithEveryStandingLineInLandscape) { passes_everywhere(crowded_routes(), landscape); }
TEST(EveryCard, PassesTheAuditWithEveryStandingLineInPortrait) { passes_everywhere(crowded_routes(), portrait); }
TEST(EveryCard, PassesTheAuditOnALargeScreen) { passes_everywhere(crowded_routes(), roomy); }
TEST(EveryCard, PassesTheAuditOnADenseScreen) { passes_everywhere(crowded_routes(), dense, {.face = Face::Dark}); }

// Each panel beside a card with every standing line that it can have.
void panels_pass(const Display& display, const Look& look = {}) {
    const std::vector<std::vector<std::string_view>> ways{
        {"note"},
        {"more"},
        {"deviation"},
        {"deviation", "deviation.open.disturbance"},
        {"deviation", "deviation.open.police", "deviation.police.present"},
    };
    Scene scene({.display = display, .look = look});
    for (const Language language : {Language::Dutch, Language::English}) {
        for (const auto& way : ways) {
            scene.begin(route_to("running"), language);
            ASSERT_TRUE(scene.tap_all(way));
            EXPECT_EQ(judged(scene), "") << way.back() << " " << code(language);
        }
        scene.begin(route_to("suspend"), language);
        for (std::size_t row = scene.entries(); row-- > 0;) {
            if (!scene.driver.click("log." + std::to_string(row))) continue;
            EXPECT_EQ(judged(scene), "") << "line " << row << " " << code(language);
            ASSERT_TRUE(scene.tap("panel.close"));
        }
    }
}

TEST(EveryPanel, PassesTheAuditInLandscape) { panels_pass(landscape); }
TEST(EveryPanel, PassesTheAuditInPortrait) { panels_pass(portrait); }
TEST(EveryPanel, PassesTheAuditOnADenseScreen) { panels_pass(dense); }

TEST(EveryCard, PassesTheAuditWithLargerText) {
    for (const float size : {1.25F, 1.5F, 2.0F}) {
        for (const Display& display : {landscape, portrait, roomy, dense}) {
            Scene scene({.display = display, .look = {.text_size = size}});
            for (const Route& route : crowded_routes()) {
                scene.begin(route.steps);
                EXPECT_EQ(judged(scene), "") << name(route, Language::Dutch, display) << " at " << size;
            }
        }
    }
}

}  // namespace
}  // namespace hamer::ui
