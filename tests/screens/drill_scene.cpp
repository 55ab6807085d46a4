#include "drill_scene.h"

#include "codec/drill/scenario_json.h"
#include "platform/text_file.h"
#include "service/store/held_drills.h"

#include <gtest/gtest.h>

namespace hamer::ui {

namespace {

std::string scenario_text(const std::string& name) {
    return read_text_file(test::source_path("scenarios/" + name + ".json")).value();
}

}  // namespace

DrillScenario shipped_scenario(const std::string& name) { return read_scenario(scenario_text(name), name).value(); }

DrillScene::DrillScene(Display display, Look look, Language language)
    : driver(
          [this](Ui& ui) {
              if (app) app->draw(ui);
          },
          display, look),
      language_(language) {
    for (const char* name : {"comes-back", "member", "shouting", "sit-in", "statement", "violence"}) {
        files.put("scenarios/" + std::string(name) + ".json", scenario_text(name));
    }
    app.emplace(files, options(), language_);
    driver.settle();
}

DrillAppOptions DrillScene::options() {
    DrillAppOptions options;
    options.data = "data";
    options.shelves = {"scenarios", "data/scenarios"};
    options.back = language_ == Language::Dutch ? "Vergadering" : "Meeting";
    options.open_window = drill_window_with({});
    options.open_trainer = [] { return Status(); };
    options.open_service = [this] {
        MeetingServiceOptions made;
        made.drill = true;
        made.data = "data";
        made.settings.municipality = test::municipality();
        made.procedure_file = "leiden-2025.json";
        made.procedure_text = test::leiden_text();
        made.patience = std::chrono::hours(1);
        return MeetingService::open(std::move(made), files, clock);
    };
    return options;
}

std::unique_ptr<DrillApp> DrillScene::another() { return std::make_unique<DrillApp>(files, options(), language_); }

void DrillScene::begin(const DrillSetup& setup, const std::string& name) {
    const auto begun = app->begin(shipped_scenario(name), setup);
    ASSERT_TRUE(begun) << describe(begun.error());
    driver.settle();
}

void DrillScene::restart() {
    app.reset();
    files.power_cut(Survives::Everything);
    app.emplace(files, options(), language_);
    driver.settle();
}

void DrillScene::pass(std::int64_t seconds) {
    clock.advance(seconds * 1000);
    driver.pass(seconds * 1000);
    driver.settle();
}

bool tap_on(Driver& driver, std::string_view key) {
    driver.pass(600);
    const bool there = driver.click(key);
    driver.settle();
    return there;
}

bool hold_on(Driver& driver, std::string_view key) {
    driver.pass(600);
    if (!driver.press(key)) return false;
    driver.pass(900);
    driver.release();
    driver.settle();
    return true;
}

bool DrillScene::tap(std::string_view key) { return tap_on(driver, key); }
bool DrillScene::hold(std::string_view key) { return hold_on(driver, key); }

bool DrillScene::type(std::string_view key, std::string_view text) {
    if (!tap(key)) return false;
    driver.type(text);
    driver.settle();
    return true;
}

std::string DrillScene::label(std::string_view key) {
    const auto seen = driver.find(key);
    return seen ? seen->label : "";
}

std::vector<HeldDrill> DrillScene::held() { return held_drills(files, "data").value(); }

std::filesystem::path DrillScene::folder() const {
    return sessions_folder("data", true) / app->practice()->observed().drill.session;
}

void DrillScene::to_debrief() {
    ASSERT_TRUE(hold("practice.do"));
    ASSERT_TRUE(driver.shows("debrief.score"));
}

}  // namespace hamer::ui
