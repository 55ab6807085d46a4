// Reads what the incidents of a year, or of the last two, add up to, one month at a time, so that a register of a
// million records keeps nothing else that is asked of the clerk's service waiting. One thread: the window's.
#pragma once

#include "base/result.h"
#include "service/clerk/clerk_values.h"

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace hamer {

class ClerkWorker;

class Totals {
  public:
    using Problem = std::function<void(const Error&)>;
    // `read` is what it fills, where it is shown from. Both outlive this.
    Totals(ClerkWorker& clerk, ReadTotals& read, Problem problem)
        : clerk_(clerk), read_(read), problem_(std::move(problem)) {}

    // Begins anew, with all months of a year, or else the month of `now` and the ones before it; and reads which
    // records are kept for too long.
    void begin(Instant now, std::optional<int> year);
    // Asks for no more.
    void stop() { ++turn_; }

  private:
    void next();

    ClerkWorker& clerk_;
    ReadTotals& read_;
    Problem problem_;
    std::uint64_t turn_ = 0;                           // an answer to an earlier one is nobody's
    std::vector<std::pair<Instant, Instant>> months_;  // from, and before; the latest first
    std::vector<Count> counts_;
};

}  // namespace hamer
