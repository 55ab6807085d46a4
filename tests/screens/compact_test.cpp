// Very large words in a small window: the card has nearly all of it, and nothing is lost behind Meer.
#include "scene.h"

#include <fmt/ranges.h>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

SceneOptions twice(const Display& display = landscape) { return {.display = display, .look = {.text_size = 2}}; }

TEST(Compact, EveryCardIsInReachOfTheKeyboard) {
    for (const Display& display : {landscape, portrait}) {
        for (const Route& route : crowded_routes()) {
            Scene scene(twice(display));
            scene.begin(route.steps);
            EXPECT_EQ(fmt::format("{}", fmt::join(scene.driver.beyond_tab(), " ")), "") << route.card;
        }
    }
}

TEST(Compact, EveryPanelPassesTheAudit) {
    const std::vector<std::vector<std::string_view>> ways{
        {"more"},
        {"more", "note"},
        {"more", "log.open"},
        {"more", "log.open", "log.0"},
        {"more", "settings"},
        {"more", "settings", "settings.keys"},
        {"more", "deviation"},
        {"more", "deviation", "deviation.open.police", "deviation.police.present"}};
    for (const Display& display : {landscape, portrait, roomy, dense}) {
        for (const Language language : {Language::Dutch, Language::English}) {
            for (const auto& way : ways) {
                Scene scene(twice(display));
                scene.begin(route_to("suspend"), language);
                ASSERT_TRUE(scene.tap_all(way));
                EXPECT_EQ(judged(scene), "")
                    << way.back() << " " << code(language) << " " << display.width << "x" << display.height;
            }
        }
    }
}

TEST(Compact, PlaysScenarioBByTouch) {
    Scene scene(twice(portrait));
    scene.begin({{"broadcast.start", {}}, {"meeting.open", {}}});
    for (const char* key : {"disturbance.report", "meeting.suspend", "address.b", "alert.broadcast.do", "request.speak",
                            "request.refuse", "request.speak", "request.refuse", "request.speak", "request.refuse",
                            "police.call", "police.arrive", "police.handover", "disturbance.end"}) {
        const std::size_t before = scene.entries();
        ASSERT_TRUE(scene.tap(key)) << key;
        EXPECT_EQ(scene.entries(), before + 1) << key;
    }
    EXPECT_EQ(scene.state("disturbance"), "ended");
}

TEST(Compact, OffersBehindMeerWhatHasNoPlaceElse) {
    Scene scene(twice());
    scene.begin(route_to("suspend"));
    ASSERT_TRUE(scene.tap_all({"more", "note"}));
    scene.driver.type("Drie personen op de tribune.");
    ASSERT_TRUE(scene.tap("panel.record"));
    ASSERT_TRUE(scene.tap_all({"more", "log.open"}));
    ASSERT_TRUE(scene.tap("log.3"));
    EXPECT_TRUE(scene.driver.reads("Regel 4"));
    ASSERT_TRUE(scene.tap_all({"panel.close", "more", "more.security.call"}));
    EXPECT_EQ(scene.event(), "security.call");
}

TEST(Compact, KeepsTheKeysOfWhatIsBehindMeer) {
    Scene scene(twice());
    scene.begin(route_to("suspend"));
    scene.pass(600);
    scene.driver.key('N');
    EXPECT_TRUE(scene.driver.shows("note.text"));
    scene.driver.key(Key::Escape);
    scene.driver.key(Key::Escape);
    scene.driver.key('I');
    EXPECT_TRUE(scene.driver.shows("settings.text"));
    scene.driver.key(Key::Escape);
    scene.driver.key('B');
    EXPECT_EQ(scene.event(), "security.call");
}

TEST(Compact, TheEmergencyIsAlwaysInSight) {
    Scene scene(twice(portrait));
    for (const Route& route : crowded_routes()) {
        scene.begin(route.steps);
        const auto corner = scene.driver.find("corner");
        ASSERT_TRUE(corner) << route.card;
        EXPECT_TRUE(corner->visible.holds(corner->rect, 1)) << route.card;
    }
}

}  // namespace
}  // namespace hamer::ui
