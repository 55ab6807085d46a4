#include "scene.h"

#include "support/driver/audit.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace hamer::ui {

namespace {

constexpr std::int64_t after_the_guard_ms = 600;

}  // namespace

Scene::Scene(SceneOptions options)
    : service(nullptr),
      driver(
          [this](Ui& ui) {
              if (app) app->draw(ui);
          },
          options.display, options.look),
      options_(std::move(options)) {
    service = open_service();
    app.emplace(*service, options_.app);
    driver.settle();
}

std::unique_ptr<MeetingService> Scene::open_service() {
    MeetingServiceOptions made;
    if (options_.on_disk) made.data = "data";
    made.drill = options_.drill || options_.on_disk;
    made.settings.municipality = test::municipality();
    made.settings.broadcast = options_.broadcast;
    made.settings.answer_wait_seconds = options_.answer_wait;
    made.procedure_file = "leiden-2025.json";
    made.procedure_text = options_.procedure;
    made.patience = std::chrono::hours(1);  // a verdict comes from the disk, never from the clock
    auto opened = MeetingService::open(std::move(made), files, clock);
    if (!opened) throw std::runtime_error(describe(opened.error()));
    return *std::move(opened);
}

void Scene::begin(const std::vector<Do>& steps, Language language) {
    app.reset();
    EXPECT_TRUE(service->begin(test::meeting(options_.kind), language));
    for (const Do& step : steps) {
        clock.advance(1000);
        EXPECT_EQ(execute(Command{step, std::nullopt, "chair"}), "ok") << step.event;
    }
    app.emplace(*service, options_.app);
    pass(after_the_guard_ms);
    driver.settle();
    taps_ = 0;
}

std::string Scene::execute(const Command& command) {
    const auto done = service->execute(command);
    return done ? "ok" : std::string(word(done.error().code));
}

std::string Scene::execute(const std::string& event, const Fields& with) {
    return execute(Command{Do{event, with}, std::nullopt, "chair"});
}

void Scene::restart() {
    const std::string id = service->session_id();
    app.reset();
    service.reset();
    service = open_service();
    EXPECT_TRUE(service->reopen(id));
    app.emplace(*service, options_.app);
    pass(after_the_guard_ms);
    driver.settle();
}

bool Scene::tap(std::string_view key) {
    pass(after_the_guard_ms);
    ++taps_;
    return driver.click(key);
}

bool Scene::hold(std::string_view key) {
    pass(after_the_guard_ms);
    ++taps_;
    if (!driver.press(key)) return false;
    pass(1000);
    driver.release();
    return true;
}

bool Scene::tap_all(const std::vector<std::string_view>& keys) {
    for (const std::string_view key : keys) {
        if (!tap(key)) {
            ADD_FAILURE() << "nothing to tap: " << key << " on card " << card();
            return false;
        }
    }
    return true;
}

void Scene::choose_language(Language language) {
    tap_all({"settings", language == Language::Dutch ? "settings.language.nl" : "settings.language.en", "settings"});
}

void Scene::pass(std::int64_t milliseconds) {
    clock.advance(milliseconds);
    driver.pass(milliseconds);
}

std::string Scene::card() const {
    const Card* card = session().card();
    return card ? card->id : "outside";
}

std::string Scene::event() const {
    const auto* step = last().as<StepRecorded>();
    return step ? step->event : "";
}

std::string Scene::field(const std::string& id) const {
    const Fields fields = session().fields_of(last());
    const auto found = fields.find(id);
    if (found == fields.end()) return "";
    if (const auto* flag = std::get_if<bool>(&found->second)) return *flag ? "true" : "false";
    return std::get<std::string>(found->second);
}

std::string Scene::label(std::string_view key) const { return driver.label(key); }

std::vector<ShownWidget> Scene::buttons() const {
    std::vector<ShownWidget> big;
    for (const ShownWidget& each : driver.shown()) {
        if (each.kind == Kind::Button && each.key != "corner") big.push_back(each);
    }
    return big;
}

std::string judged(const Scene& scene) {
    std::string text;
    for (const std::string& each : audit(scene.driver.ui())) text += each + "\n";
    return text;
}

}  // namespace hamer::ui
