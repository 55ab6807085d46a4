// A drill that the program itself leads, for a chair who practises alone: it shows what happens at its time, says what
// the protocol asks now where hints are on, and makes the debrief. The chair's screen, desk and journal are the live
// ones, in the folder for drills; no register, delivery or broadcast is there.
#pragma once

#include "desk/desk.h"
#include "drill/score.h"
#include "report/debrief.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

struct PracticeOptions {
    bool hints = true;
    std::vector<std::string> attendance{};  // who is there
    int pace_percent = 100;                 // 25 to 400: of the scenario's own times; 200 gives twice as long
};

class Practice {
  public:
    // The desk was opened for a drill, has no session yet, and outlives it.
    Practice(DrillScenario scenario, Desk& desk, FileSystem& files, PracticeOptions options);

    // Begins the session and does what was done before the drill.
    [[nodiscard]] Status begin(Language language);

    // What the chair meets now, as of the last inject that came; before the first: that it began.
    [[nodiscard]] std::string happens(Language language) const;
    // The step that the protocol asks for now; empty: none, or no hints.
    [[nodiscard]] std::string hint(Language language) const;
    // Changes whenever one of these reads otherwise.
    [[nodiscard]] std::uint64_t version() const;
    // Milliseconds until the next inject comes; nothing when none does without a step.
    [[nodiscard]] std::optional<std::int64_t> until_next() const;

    // Ends it: the debrief is written as debrief.pdf beside the journal, which keeps every step, and drill.json says
    // that it was held. Once.
    [[nodiscard]] Status end(Language language);
    [[nodiscard]] const std::optional<Document>& debrief() const { return debrief_; }
    [[nodiscard]] const std::filesystem::path& debrief_file() const { return debrief_file_; }

  private:
    [[nodiscard]] std::int64_t passed() const;
    [[nodiscard]] DrillTimes times() const;

    DrillScenario scenario_;
    Desk& desk_;
    FileSystem& files_;
    PracticeOptions options_;
    Instant began_{};
    std::vector<TrainerAct> acts_;  // who is there; for the rest the program leads
    std::optional<Document> debrief_;
    std::filesystem::path debrief_file_;
};

}  // namespace hamer
