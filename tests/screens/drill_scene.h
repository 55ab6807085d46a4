// The place for drills without a window: the shipped scenarios on a disk in memory, and a clock that stands.
#pragma once

#include "scene.h"
#include "ui/drill/drill_app.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hamer::ui {

[[nodiscard]] DrillScenario shipped_scenario(const std::string& name);

// Once the guard is over, in any window with a drill. False when there is no such thing.
bool tap_on(Driver& driver, std::string_view key);
bool hold_on(Driver& driver, std::string_view key);  // as long as a hold lasts

class DrillScene {
  public:
    explicit DrillScene(Display display = landscape, Look look = {}, Language language = Language::Dutch);

    // A drill of a shipped scenario, at once.
    void begin(const DrillSetup& setup = {}, const std::string& name = "sit-in");
    // Another place for drills on the same disk and clock.
    [[nodiscard]] std::unique_ptr<DrillApp> another();
    // The program dies, and starts again on what is on the disk.
    void restart();
    void pass(std::int64_t seconds);  // on every clock
    bool tap(std::string_view key);   // once the guard is over
    bool hold(std::string_view key);  // as long as the end of a drill asks
    bool type(std::string_view key, std::string_view text);
    [[nodiscard]] std::string label(std::string_view key);
    [[nodiscard]] std::vector<HeldDrill> held();
    [[nodiscard]] std::filesystem::path folder() const;  // of the drill that goes on
    void to_debrief();                                   // by the chair's button, held

    MemoryFileSystem files;
    StillClock clock;
    std::optional<DrillApp> app;
    Driver driver;

  private:
    [[nodiscard]] DrillAppOptions options();
    Language language_;
};

}  // namespace hamer::ui
