// The place for drills without a window: the shipped scenarios on a disk in memory, and a clock that stands.
#pragma once

#include "scene.h"
#include "service/practice/practice.h"
#include "service/practice/practice_worker.h"
#include "ui/drill/drill_app.h"

#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hamer::ui {

[[nodiscard]] DrillScenario shipped_scenario(const std::string& name);

// By a trainer, who sees what comes; the chair is told what happens, and not what the protocol asks.
inline const DrillSetup led{.lead = DrillLead::Trainer, .shown = true, .hints = false};

// Once the guard is over, in any window with a drill. False when there is no such thing.
bool click_on(Driver& driver, std::string_view key);  // without waiting for an answer
bool tap_on(Driver& driver, PracticeWorker& worker, std::string_view key);
bool hold_on(Driver& driver, PracticeWorker& worker, std::string_view key);  // as long as a hold lasts

// Frames until all that was asked is answered and drawn.
void settle(Driver& driver, PracticeWorker& worker);

// The service for drills on this disk and clock, which outlive it.
[[nodiscard]] PracticeWorker::Make practice_on(FileSystem& files, const Clock& clock,
                                               std::vector<std::filesystem::path> shelves = {"scenarios",
                                                                                             "data/scenarios"});

// A disk that answers nothing, until it does: what is asked after this has no answer before the end.
class SilentDisk {
  public:
    explicit SilentDisk(PracticeWorker& worker);
    ~SilentDisk() { end(); }
    SilentDisk(const SilentDisk&) = delete;
    SilentDisk& operator=(const SilentDisk&) = delete;
    void end() {
        if (!std::exchange(ended_, true)) end_.set_value();
    }

  private:
    std::promise<void> end_;
    bool ended_ = false;
};

class DrillScene {
  public:
    explicit DrillScene(Display display = landscape, Look look = {}, Language language = Language::Dutch);
    ~DrillScene();
    DrillScene(const DrillScene&) = delete;
    DrillScene& operator=(const DrillScene&) = delete;

    // A drill of a shipped scenario, at once.
    void begin(const DrillSetup& setup = {}, const std::string& name = "sit-in");
    // Another place for drills on the same disk and clock.
    [[nodiscard]] std::unique_ptr<DrillApp> another();
    // The program dies, and starts again on what is on the disk.
    void restart();
    void settle() { ui::settle(driver, *worker); }
    void pass(std::int64_t seconds);  // on every clock
    bool click(std::string_view key) { return click_on(driver, key); }
    bool tap(std::string_view key);   // and what it asks is answered
    bool hold(std::string_view key);  // as long as the end of a drill asks
    bool type(std::string_view key, std::string_view text);
    [[nodiscard]] std::string label(std::string_view key);
    [[nodiscard]] std::vector<HeldDrill> held();
    [[nodiscard]] std::filesystem::path folder() const;  // of the drill that goes on
    [[nodiscard]] std::filesystem::path held_folder();   // of the one that was held last
    void to_debrief();                                   // by the chair's button, held
    [[nodiscard]] DrillAppOptions options() const;

    MemoryFileSystem files;
    StillClock clock;
    std::optional<PracticeWorker> worker;
    std::optional<DrillApp> app;
    Driver driver;

  private:
    Language language_;
};

}  // namespace hamer::ui
