// Pictures for the eye, of every card: run with --gtest_also_run_disabled_tests --gtest_filter='*Look*'. They appear in
// the build's folder pictures/all.
#include "scene.h"
#include "support/places.h"
#include "ui/surface/offscreen.h"

#include <filesystem>
#include <gtest/gtest.h>

namespace hamer::ui {
namespace {

constexpr Display small{.width = 800, .height = 600, .dpi = 96};

void draw_all(const std::string& name, const std::vector<Route>& routes, Language language, SceneOptions options) {
    auto offscreen = Offscreen::open();
    if (!offscreen) GTEST_SKIP() << describe(offscreen.error());
    const std::filesystem::path folder = std::filesystem::path(test::build_directory()) / "pictures" / "all";
    std::filesystem::create_directories(folder);
    Scene scene(std::move(options));
    int number = 0;
    for (const Route& route : routes) {
        scene.begin(route.steps, language);
        const auto picture = (*offscreen)->picture(scene.driver.stage(), scene.driver.now(), scene.driver.draw());
        ASSERT_TRUE(picture) << describe(picture.error());
        const std::string file = name + "-" + std::to_string(100 + ++number).substr(1) + "-" + route.card + ".png";
        ASSERT_TRUE(write_png(folder / file, *picture));
    }
}

// The panels, in both forms of the window.
void draw_panels(const std::string& name, SceneOptions options) {
    auto offscreen = Offscreen::open();
    if (!offscreen) GTEST_SKIP() << describe(offscreen.error());
    const std::filesystem::path folder = std::filesystem::path(test::build_directory()) / "pictures" / "all";
    std::filesystem::create_directories(folder);
    Scene scene(std::move(options));
    const std::vector<std::vector<std::string_view>> ways{
        {"settings"},
        {"note"},
        {"more"},
        {"deviation"},
        {"deviation", "deviation.open.disturbance"},
        {"deviation", "deviation.open.police", "deviation.police.called"},
        {"log.3"},
        {"log.0"}};
    int number = 0;
    for (const auto& way : ways) {
        scene.begin(route_to("request-2"));
        if (!scene.driver.shows(way.front())) continue;  // a line that is out of sight, "Meer" where all fits
        scene.tap_all(way);
        scene.driver.hover({0, 0});
        scene.pass(1000);
        const auto picture = (*offscreen)->picture(scene.driver.stage(), scene.driver.now(), scene.driver.draw());
        ASSERT_TRUE(picture) << describe(picture.error());
        ASSERT_TRUE(write_png(folder / (name + "-" + std::to_string(++number) + ".png"), *picture));
    }
}

// The pictures in docs/pictures: copy them from the build's folder pictures/documents.
TEST(DISABLED_Look, ForTheDocuments) {
    auto offscreen = Offscreen::open();
    if (!offscreen) GTEST_SKIP() << describe(offscreen.error());
    const std::filesystem::path folder = std::filesystem::path(test::build_directory()) / "pictures" / "documents";
    std::filesystem::create_directories(folder);
    const auto draw = [&](const std::string& name, const std::vector<Do>& steps,
                          const std::vector<std::string_view>& taps, const SceneOptions& options) {
        Scene scene(options);
        scene.begin(steps);
        scene.pass(42'000);
        ASSERT_TRUE(scene.tap_all(taps));
        scene.driver.hover({0, 0});
        scene.pass(1000);
        const auto picture = (*offscreen)->picture(scene.driver.stage(), scene.driver.now(), scene.driver.draw());
        ASSERT_TRUE(picture) << describe(picture.error());
        ASSERT_TRUE(write_png(folder / (name + ".png"), *picture));
    };
    const std::vector<Do> live{{"broadcast.start", {}}, {"meeting.open", {}}};
    const std::vector<std::string_view> to_address{"disturbance.report", "meeting.suspend"};
    const std::vector<std::string_view> to_trespass{"disturbance.report", "meeting.suspend", "address.b",
                                                    "request.speak",      "request.refuse",  "request.speak",
                                                    "request.refuse",     "request.speak",   "request.refuse"};
    draw("vergadering-loopt", live, {}, {});
    draw("schors", live, {"disturbance.report"}, {});
    draw("scenario-a-of-b", live, to_address, {});
    draw("scenario-a-of-b-staand", live, to_address, {.display = portrait});
    draw("politie-bellen", live, to_trespass, {});
    draw("politie-bellen-donker", live, to_trespass, {.look = {.face = Face::Dark}});
    draw("grote-letters", live, {"disturbance.report"}, {.look = {.text_size = 2}});
    draw("instellingen", live, {"settings"}, {});
    draw("dossier-overgedragen", route_to("handover"), {}, {});
}

TEST(DISABLED_Look, Panels) { draw_panels("panels", {}); }
TEST(DISABLED_Look, PanelsInPortrait) { draw_panels("panels-portrait", {.display = portrait}); }
TEST(DISABLED_Look, Landscape) { draw_all("nl", shortest_routes(), Language::Dutch, {}); }
TEST(DISABLED_Look, LargeText) {
    draw_all("large-15", crowded_routes(), Language::Dutch, {.look = {.text_size = 1.5F}});
    draw_all("large-20", crowded_routes(), Language::Dutch, {.look = {.text_size = 2}});
    draw_all("small-10", crowded_routes(), Language::Dutch, {.display = small});
    draw_all("small-20-calm", shortest_routes(), Language::English, {.display = small, .look = {.text_size = 2}});
    draw_all("small-20", crowded_routes(), Language::English, {.display = small, .look = {.text_size = 2}});
    draw_all("large-portrait-12", crowded_routes(), Language::Dutch,
             {.display = portrait, .look = {.text_size = 1.25F}});
    draw_all("large-12", crowded_routes(), Language::Dutch, {.look = {.text_size = 1.25F}});
    draw_all("large-portrait-20", crowded_routes(), Language::Dutch, {.display = portrait, .look = {.text_size = 2}});
    draw_all("large-roomy-20", crowded_routes(), Language::Dutch, {.display = roomy, .look = {.text_size = 2}});
    draw_all("large-dense-20", crowded_routes(), Language::Dutch, {.display = dense, .look = {.text_size = 2}});
}
TEST(DISABLED_Look, LandscapeCrowded) { draw_all("crowded", crowded_routes(), Language::Dutch, {}); }
TEST(DISABLED_Look, Portrait) { draw_all("portrait", crowded_routes(), Language::Dutch, {.display = portrait}); }
TEST(DISABLED_Look, EnglishDark) {
    draw_all("en", shortest_routes(), Language::English, {.look = {.face = Face::Dark}});
}

}  // namespace
}  // namespace hamer::ui
