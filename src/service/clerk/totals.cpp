#include "service/clerk/totals.h"

#include "base/attempt.h"
#include "base/calendar.h"
#include "platform/zone.h"
#include "service/clerk/clerk_service.h"
#include "service/clerk/clerk_worker.h"

namespace hamer {

namespace {

Instant first_of(std::chrono::year_month month) {
    return at_wall(Day{month / 1}, std::chrono::milliseconds(0), SystemZone());
}

struct Kept {
    std::vector<RecordSummary> past_retention;
    std::vector<HeldDrill> drills;
    std::vector<HeldLearning> learnt;
};

}  // namespace

void Totals::begin(Instant now, std::optional<int> year) {
    ++turn_;
    months_.clear();
    counts_.clear();
    const std::chrono::year_month_day today{day_of(in_zone(now, SystemZone()))};
    std::chrono::year_month month =
        year ? std::chrono::year(*year) / std::chrono::December : today.year() / today.month();
    for (int i = 0; i < (year ? 12 : longest_trend); ++i, month -= std::chrono::months(1)) {
        months_.emplace_back(first_of(month), first_of(month + std::chrono::months(1)));
    }
    read_ = {.year = year, .total = months_.size()};
    clerk_.ask<Kept>(
        [](ClerkService& service) -> Result<Kept> {
            ASSIGN_OR_RETURN(auto old, service.past_retention(ReadTotals::most_old));
            ASSIGN_OR_RETURN(auto drills, service.drills());
            ASSIGN_OR_RETURN(auto learnt, service.learnt());
            return Kept{std::move(old), std::move(drills), std::move(learnt)};
        },
        [this, turn = turn_](Result<Kept> kept) {
            if (turn != turn_) return;
            if (!kept) return problem_(kept.error());
            read_.past_retention = std::move(kept->past_retention);
            read_.drills = std::move(kept->drills);
            read_.learnt = std::move(kept->learnt);
            next();
        });
}

void Totals::next() {
    if (read_.read == read_.total) {
        read_.trends = trends_of(counts_);
        read_.ready = true;
        return;
    }
    const auto [from, before] = months_[read_.read];
    clerk_.ask<std::vector<Count>>(
        [from = from, before = before](ClerkService& service) { return service.trends(from, before); },
        [this, turn = turn_](const Result<std::vector<Count>>& counts) {
            if (turn != turn_) return;
            if (!counts) return problem_(counts.error());
            counts_.insert(counts_.end(), counts->begin(), counts->end());
            ++read_.read;
            next();
        });
}

}  // namespace hamer
