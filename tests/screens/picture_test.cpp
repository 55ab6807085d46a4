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
                      Language language = Language::Dutch) {
        Scene scene(std::move(options));
        scene.begin(running, language);
        ASSERT_TRUE(scene.tap_all(taps));
        scene.driver.hover({0, 0});
        scene.pass(42'000);
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

TEST_F(Pictures, ShowADisturbanceFromItsReportToThePolice) {
    agrees_after("screens-suspend", {"disturbance.report"});
    agrees_after("screens-address", {"disturbance.report", "meeting.suspend"});
    agrees_after("screens-ordered", to_first_request);
    std::vector<std::string_view> taps = to_trespass;
    agrees_after("screens-trespass", taps);
    taps.pop_back();
    taps.pop_back();
    agrees_after("screens-refused-2", taps);
    // The broadcast's pause was never confirmed.
    taps = to_trespass;
    std::erase(taps, "alert.broadcast.do");
    taps.emplace_back("police.call");
    agrees_after("screens-police-called", taps);
}

TEST_F(Pictures, ShowAnEmergencyAndTheEnd) {
    agrees_after("screens-emergency", {"corner"});
    Scene scene;
    scene.begin(route_to("handover"));
    agrees("screens-handover", scene);
}

TEST_F(Pictures, ShowPortraitAndEnglishInTheDark) {
    agrees_after("screens-portrait-trespass", to_trespass, {.display = portrait});
    agrees_after("screens-portrait-address", {"disturbance.report", "meeting.suspend"}, {.display = portrait});
    agrees_after("screens-dark-english", to_first_request, {.look = {.face = Face::Dark}}, Language::English);
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
