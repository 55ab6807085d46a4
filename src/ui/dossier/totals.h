// What the incidents of the last two years add up to, read one month in each frame, so that a register of a million
// records never holds one up.
#pragma once

#include "desk/clerk_desk.h"
#include "record/trends.h"

#include <utility>
#include <vector>

namespace hamer::ui {

class Totals {
  public:
    explicit Totals(ClerkDesk& clerk) : clerk_(clerk) {}

    // Begins anew, with the month of now and the ones before it; and reads which records are kept for too long.
    [[nodiscard]] Status begin();
    // Reads the next month. False: all have been read.
    [[nodiscard]] Result<bool> read_one();

    [[nodiscard]] const Trends& trends() const { return trends_; }  // once all is read
    // The drills held on this device, the latest first.
    [[nodiscard]] const std::vector<HeldDrill>& drills() const { return drills_; }
    // The oldest first, at most `most_old` of them.
    [[nodiscard]] const std::vector<RecordSummary>& past_retention() const { return past_retention_; }
    [[nodiscard]] std::size_t read() const { return read_; }
    [[nodiscard]] std::size_t total() const { return months_.size(); }
    [[nodiscard]] bool ready() const { return read_ == months_.size(); }

    static constexpr int most_old = 100;

  private:
    ClerkDesk& clerk_;
    std::vector<std::pair<Instant, Instant>> months_;  // from, and before; the latest first
    std::size_t read_ = 0;
    std::vector<Count> counts_;
    Trends trends_;
    std::vector<RecordSummary> past_retention_;
    std::vector<HeldDrill> drills_;
};

}  // namespace hamer::ui
