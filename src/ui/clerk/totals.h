// What the incidents of the last two years add up to, read one month at a time by the clerk's service, so that a
// register of a million records keeps nothing else that is asked of it waiting.
#pragma once

#include "record/trends.h"
#include "service/clerk/clerk_worker.h"

#include <functional>
#include <utility>
#include <vector>

namespace hamer::ui {

class Totals {
  public:
    using Problem = std::function<void(const Error&)>;
    Totals(ClerkWorker& clerk, Problem problem) : clerk_(clerk), problem_(std::move(problem)) {}

    // Begins anew, with the month of `now` and the ones before it; and reads which records are kept for too long.
    void begin(Instant now);
    // Asks for no more.
    void stop() { ++turn_; }

    [[nodiscard]] const Trends& trends() const { return trends_; }  // once all is read
    // The drills held on this device, the latest first.
    [[nodiscard]] const std::vector<HeldDrill>& drills() const { return kept_.drills; }
    // The oldest first, at most `most_old` of them.
    [[nodiscard]] const std::vector<RecordSummary>& past_retention() const { return kept_.past_retention; }
    [[nodiscard]] std::size_t read() const { return read_; }
    [[nodiscard]] std::size_t total() const { return months_.size(); }
    [[nodiscard]] bool ready() const { return begun_ && read_ == months_.size(); }

    static constexpr int most_old = 100;

  private:
    struct Kept {
        std::vector<RecordSummary> past_retention;
        std::vector<HeldDrill> drills;
    };
    void next();

    ClerkWorker& clerk_;
    Problem problem_;
    std::uint64_t turn_ = 0;                           // an answer to an earlier one is nobody's
    bool begun_ = false;                               // what is kept was read
    std::vector<std::pair<Instant, Instant>> months_;  // from, and before; the latest first
    std::size_t read_ = 0;
    std::vector<Count> counts_;
    Trends trends_;
    Kept kept_;
};

}  // namespace hamer::ui
