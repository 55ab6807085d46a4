// The trainer's own window without a window, on the disk and the clock of a place for drills.
#pragma once

#include "drill_scene.h"
#include "ui/drill/trainer_app.h"

#include <string>
#include <string_view>

namespace hamer::ui {

class TrainerScene {
  public:
    explicit TrainerScene(DrillScene& chair, Display display = landscape, Look look = {},
                          Language language = Language::Dutch)
        : worker(
              practice_on(chair.files, chair.clock), [] {}, chair.clock),
          app(worker, {.clock = &chair.clock}, language),
          driver([this](Ui& ui) { app.draw(ui); }, display, look),
          clock_(chair.clock) {
        settle();
    }
    ~TrainerScene() { worker.await(); }
    TrainerScene(const TrainerScene&) = delete;
    TrainerScene& operator=(const TrainerScene&) = delete;

    void settle() { ui::settle(driver, worker); }
    bool tap(std::string_view key) { return tap_on(driver, worker, key); }
    bool hold(std::string_view key) { return hold_on(driver, worker, key); }
    // These without waiting for an answer.
    void pass(std::int64_t ms) {
        clock_.advance(ms);
        driver.pass(ms);
        driver.settle();
    }
    bool click(std::string_view key) { return click_on(driver, key); }
    [[nodiscard]] std::string label(std::string_view key) { return driver.label(key); }

    PracticeWorker worker;
    TrainerApp app;
    Driver driver;

  private:
    StillClock& clock_;
};

}  // namespace hamer::ui
