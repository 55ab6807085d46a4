// What the chair must never look for: the words to say, the button that goes with them, what Herstel takes back, and
// what stands open, on each card of the procedure as it is shipped, in each size of text and each window.
#include "scene.h"

#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

constexpr Display small{.width = 800, .height = 600, .dpi = 96};

std::string where(const Route& route, Language language, const Scene& scene) {
    const Display& display = scene.driver.ui().metrics().display();
    return route.card + " (" + std::to_string(route.alerts) + " lines) " + std::string(code(language)) + " " +
           std::to_string(static_cast<int>(display.width)) + "x" + std::to_string(static_cast<int>(display.height)) +
           " at " + std::to_string(static_cast<int>(scene.driver.ui().look().text_size * 100)) + " %";
}

// What the screen must show of this situation, as its view says.
struct Wanted {
    std::vector<std::string> texts;  // standing lines and the title, by their words
    std::vector<std::string> keys;
};

Wanted wanted(const Scene& scene, Language language) {
    const ChairView view = chair_view(observe(*scene.service), language);
    Wanted wanted{{view.title}, {"undo"}};
    for (const AlertView& alert : view.alerts) {
        wanted.keys.push_back(alert.key);
        if (alert.button) wanted.keys.push_back(alert.key + ".do");
    }
    if (!view.buttons.empty()) wanted.keys.push_back(view.buttons.front().key);
    if (view.corner) wanted.keys.push_back("corner");
    return wanted;
}

bool in_sight(const Scene& scene, const ShownWidget& seen) {
    return seen.visible.holds(seen.rect, 1) && scene.driver.ui().area().holds(seen.rect, 1);
}

void judge(const Scene& scene, const Route& route, Language language) {
    const std::string place = where(route, language, scene);
    EXPECT_EQ(judged(scene), "") << place;
    const Wanted all = wanted(scene, language);
    for (const std::string& key : all.keys) {
        const auto seen = scene.driver.find(key);
        ASSERT_TRUE(seen) << place << ": " << key;
        EXPECT_TRUE(in_sight(scene, *seen)) << place << ": " << key;
        EXPECT_TRUE(seen->text_fits) << place << ": " << key;
    }
    for (const std::string& text : all.texts) {
        const auto title = scene.driver.find("card.title");
        EXPECT_TRUE(!title || (title->label == text && in_sight(scene, *title))) << place << ": " << text;
    }
    for (const ShownWidget& seen : scene.driver.shown()) {
        if (seen.kind != Kind::Words) continue;
        EXPECT_TRUE(in_sight(scene, seen)) << place << ": " << seen.label;
    }
    // Herstel says what it takes back, in full or its beginning.
    const std::string taken = chair_view(observe(*scene.service), language).undo;
    const std::string label = scene.label("undo");
    if (taken.empty()) return;
    const std::string whole = std::string(language == Language::Dutch ? "Herstel: " : "Undo: ") + taken;
    const std::string begun = label.ends_with("…") ? label.substr(0, label.size() - std::string("…").size()) : label;
    EXPECT_TRUE(whole.starts_with(begun) && begun.size() >= std::min<std::size_t>(whole.size(), 20))
        << place << ": " << label;
}

void all_in_sight(const Display& display, float text_size) {
    Scene scene({.display = display, .look = {.text_size = text_size}});
    for (const Language language : {Language::Dutch, Language::English}) {
        for (const auto* routes : {&shortest_routes(), &crowded_routes()}) {
            for (const Route& route : *routes) {
                scene.begin(route.steps, language);
                ASSERT_EQ(scene.card(), route.card);
                judge(scene, route, language);
            }
        }
    }
}

TEST(InSight, InASmallWindow) { all_in_sight(small, 1); }
TEST(InSight, InASmallWindowAt125) { all_in_sight(small, 1.25F); }
TEST(InSight, InASmallWindowAt150) { all_in_sight(small, 1.5F); }
TEST(InSight, InASmallWindowAt200) { all_in_sight(small, 2); }
TEST(InSight, InLandscape) { all_in_sight(landscape, 1); }
TEST(InSight, InLandscapeAt125) { all_in_sight(landscape, 1.25F); }
TEST(InSight, InLandscapeAt150) { all_in_sight(landscape, 1.5F); }
TEST(InSight, InLandscapeAt200) { all_in_sight(landscape, 2); }
TEST(InSight, InPortrait) { all_in_sight(portrait, 1); }
TEST(InSight, InPortraitAt125) { all_in_sight(portrait, 1.25F); }
TEST(InSight, InPortraitAt150) { all_in_sight(portrait, 1.5F); }
TEST(InSight, InPortraitAt200) { all_in_sight(portrait, 2); }

TEST(InSight, OnALargeScreenTheWordsToSayAreLarger) {
    float usual = 0;
    float large = 0;
    for (const Display& display : {landscape, roomy}) {
        Scene scene({.display = display});
        scene.begin(route_to("suspend"));
        const auto words = scene.driver.find("words");
        ASSERT_TRUE(words);
        (display == landscape ? usual : large) = words->rect.h;
    }
    EXPECT_GT(large, 1.3F * usual);
}

TEST(InSight, ALongNameOfAnEventIsCutAtItsEndAndNeverDropped) {
    std::string procedure = test::leiden_text();
    const auto event = test::leiden()->event("disturbance.report");
    ASSERT_TRUE(event);
    const std::string name = test::leiden()->events[*event].label.nl;
    const std::string longer = name +
                               ", door een groep aanwezigen op de publieke tribune die de voorzitter niet hoort "
                               "en ook na herhaald aanspreken door de bodes niet wil gaan zitten";
    const std::size_t at = procedure.find("\"" + name + "\"");
    ASSERT_NE(at, std::string::npos);
    procedure.replace(at + 1, name.size(), longer);
    for (const float size : {1.0F, 2.0F}) {
        for (const Display& display : {small, landscape, portrait}) {
            Scene scene({.display = display, .look = {.text_size = size}, .procedure = procedure});
            scene.begin({{"meeting.open", {}}, {"disturbance.report", {}}});
            EXPECT_TRUE(scene.label("undo").starts_with("Herstel: " + name)) << scene.label("undo");
            EXPECT_EQ(judged(scene), "");
        }
    }
}

}  // namespace
}  // namespace hamer::ui
