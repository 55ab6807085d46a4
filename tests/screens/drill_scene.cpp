#include "drill_scene.h"

#include "codec/drill/scenario_json.h"
#include "platform/text_file.h"
#include "service/practice/practice_service.h"
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
    restart();
}

// What was asked for by the last frame is answered on the disk that is still there.
DrillScene::~DrillScene() {
    app.reset();
    worker->await();
}

PracticeWorker::Make practice_on(FileSystem& files, const Clock& clock, std::vector<std::filesystem::path> shelves) {
    return [&files, &clock, shelves] {
        const auto open_meeting = [&files, &clock] {
            MeetingServiceOptions made;
            made.drill = true;
            made.data = "data";
            made.settings.municipality = test::municipality();
            made.procedure_file = "leiden-2025.json";
            made.procedure_text = test::leiden_text();
            made.patience = std::chrono::hours(1);
            return MeetingService::open(std::move(made), files, clock);
        };
        return std::make_shared<PracticeService>(
            PracticeService::Options{.data = "data",
                                     .shelves = shelves,
                                     .files = std::shared_ptr<FileSystem>(std::shared_ptr<void>(), &files),
                                     .open_meeting = open_meeting});
    };
}

SilentDisk::SilentDisk(PracticeWorker& worker) {
    worker.watch<int>(
        "silence",
        [end = std::shared_future<void>(end_.get_future())](PracticeService&) -> Result<std::optional<int>> {
            end.wait();
            return std::nullopt;
        },
        [](const Result<std::optional<int>>&) {});
}

DrillAppOptions DrillScene::options() const {
    DrillAppOptions options;
    options.back = language_ == Language::Dutch ? "Vergadering" : "Meeting";
    options.open_window = drill_window_with({});
    options.open_trainer = [] { return Status(); };
    return options;
}

std::unique_ptr<DrillApp> DrillScene::another() { return std::make_unique<DrillApp>(*worker, options(), language_); }

void DrillScene::begin(const DrillSetup& setup, const std::string& name) {
    app->begin(shipped_scenario(name), setup);
    settle();
    ASSERT_TRUE(app->practice()) << (app->refused() ? describe(*app->refused()) : "it was not answered");
}

void DrillScene::restart() {
    app.reset();
    if (worker) worker->await();
    files.power_cut(Survives::Everything);
    worker.emplace(
        practice_on(files, clock), [] {}, clock);
    app.emplace(*worker, options(), language_);
    settle();
}

void DrillScene::pass(std::int64_t seconds) {
    clock.advance(seconds * 1000);
    driver.pass(seconds * 1000);
    settle();
}

void settle(Driver& driver, PracticeWorker& worker) {
    do {
        driver.settle();
        worker.await();
        driver.settle();
    } while (worker.busy());
}

bool click_on(Driver& driver, std::string_view key) {
    driver.pass(600);
    const bool there = driver.click(key);
    driver.settle();
    return there;
}

bool tap_on(Driver& driver, PracticeWorker& worker, std::string_view key) {
    const bool there = click_on(driver, key);
    settle(driver, worker);
    return there;
}

bool hold_on(Driver& driver, PracticeWorker& worker, std::string_view key) {
    driver.pass(600);
    if (!driver.press(key)) return false;
    driver.pass(900);
    driver.release();
    settle(driver, worker);
    return true;
}

bool DrillScene::tap(std::string_view key) { return tap_on(driver, *worker, key); }
bool DrillScene::hold(std::string_view key) { return hold_on(driver, *worker, key); }

bool DrillScene::type(std::string_view key, std::string_view text) {
    if (!tap(key)) return false;
    driver.type(text);
    settle();
    return true;
}

std::string DrillScene::label(std::string_view key) { return driver.label(key); }

std::vector<HeldDrill> DrillScene::held() { return held_drills(files, "data").value(); }

std::filesystem::path DrillScene::folder() const {
    return sessions_folder("data", true) / app->practice()->observed().drill.session;
}

std::filesystem::path DrillScene::held_folder() { return sessions_folder("data", true) / held().front().session; }

void DrillScene::to_debrief() {
    ASSERT_TRUE(hold("practice.do"));
    ASSERT_TRUE(driver.shows("debrief.score"));
}

}  // namespace hamer::ui
