// Pictures of the screens at moments that matter, compared with approved ones.
#include "pictures/approved.h"
#include "scene.h"

namespace hamer::ui {
namespace {

const std::vector<Do> running{{"broadcast.start", {}}, {"meeting.open", {}}};
const std::vector<std::string_view> to_first_request{"disturbance.report", "meeting.suspend", "address.b"};
const std::vector<std::string_view> to_trespass{
    "disturbance.report", "meeting.suspend", "address.b",      "alert.broadcast.do", "request.speak",
    "request.refuse",     "request.speak",   "request.refuse", "request.speak",      "request.refuse"};

class Pictures : public test::ApprovedPictures {
  protected:
    void agrees(const std::string& name, Scene& scene) {
        ApprovedPictures::agrees("screens", name, scene.driver.stage(), scene.driver.now() + 16, scene.driver.draw());
    }

    // A meeting that runs, and these taps; then the guard is over.
    void agrees_after(const std::string& name, const std::vector<std::string_view>& taps, SceneOptions options = {},
                      Language language = Language::Dutch, std::int64_t later = 42'000) {
        Scene scene(std::move(options));
        scene.begin(running, language);
        ASSERT_TRUE(scene.tap_all(taps));
        scene.driver.hover({0, 0});
        scene.pass(later);
        agrees(name, scene);
    }
};

TEST_F(Pictures, ShowTheMeetingBeingPreparedAndRunning) {
    Scene scene;
    for (const auto& [key, words] : {std::pair{"meeting.name", "Raadsvergadering"},
                                     {"meeting.chair", "Burgemeester De Wit"},
                                     {"meeting.clerk", "Griffier Van Dam"},
                                     {"meeting.room", "Raadzaal"}}) {
        ASSERT_TRUE(scene.tap(key));
        scene.driver.type(words);
    }
    scene.driver.click_at({2, 400});
    agrees("screens-prepare", scene);
    agrees_after("screens-running", {});
}

TEST_F(Pictures, ShowWhatStandsUntilItIsSolved) {
    // The broadcast's pause was never confirmed.
    std::vector<std::string_view> taps = to_trespass;
    std::erase(taps, "alert.broadcast.do");
    taps.emplace_back("police.call");
    agrees_after("screens-police-called", taps);
    agrees_after("screens-statement-over", {"disturbance.report", "meeting.suspend", "address.a"}, {}, Language::Dutch,
                 125'000);
}

TEST_F(Pictures, ShowVeryLargeWords) {
    for (const auto& [name, display] : {std::pair{"large-landscape", landscape}, {"large-portrait", portrait}}) {
        agrees_after(std::string(name) + "-suspend", {"disturbance.report"},
                     {.display = display, .look = {.text_size = 2}});
        agrees_after(std::string(name) + "-address", {"disturbance.report", "meeting.suspend"},
                     {.display = display, .look = {.text_size = 2}});
        agrees_after(std::string(name) + "-more", {"disturbance.report", "more"},
                     {.display = display, .look = {.text_size = 2}});
    }
}

TEST_F(Pictures, ShowTheSettingsAndTheKeys) {
    agrees_after("screens-settings", {"settings"});
    agrees_after("screens-settings-dark-portrait", {"settings"}, {.display = portrait, .look = {.face = Face::Dark}});
    agrees_after("screens-keys", {"disturbance.report", "settings", "settings.keys"});
}

TEST_F(Pictures, ShowTheGuardAPanelAndTrouble) {
    Scene guarded;
    guarded.begin(running);
    guarded.tap("disturbance.report");
    guarded.driver.hover({0, 0});
    guarded.pass(200);
    agrees("screens-guarded", guarded);

    agrees_after("screens-deviation",
                 {"disturbance.report", "deviation", "deviation.open.room", "deviation.room.cleared"});
    Scene scene({.on_disk = true});
    scene.begin(running);
    scene.tap_all(to_first_request);
    scene.files.fail_at_call(1, Mishap::FullDisk);
    scene.tap_all({"request.speak", "note"});
    scene.driver.type("Drie personen op de tribune; één filmt.");
    scene.pass(3000);
    agrees("screens-trouble-note", scene);
}

}  // namespace
}  // namespace hamer::ui
