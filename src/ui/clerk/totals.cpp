#include "ui/clerk/totals.h"

#include "base/calendar.h"
#include "platform/zone.h"

namespace hamer::ui {

namespace {

Instant first_of(std::chrono::year_month month) {
    return at_wall(Day{month / 1}, std::chrono::milliseconds(0), SystemZone());
}

}  // namespace

void Totals::begin(Instant now) {
    ++turn_;
    begun_ = false;
    months_.clear();
    counts_.clear();
    trends_ = {};
    read_ = 0;
    const std::chrono::year_month_day today{day_of(in_zone(now, SystemZone()))};
    std::chrono::year_month month = today.year() / today.month();
    for (int i = 0; i < longest_trend; ++i, month -= std::chrono::months(1)) {
        months_.emplace_back(first_of(month), first_of(month + std::chrono::months(1)));
    }
    clerk_.ask<Kept>(
        [](ClerkService& service) -> Result<Kept> {
            auto old = service.past_retention(most_old);
            if (!old) return tl::unexpected<Error>(old.error());
            auto drills = service.drills();
            if (!drills) return tl::unexpected<Error>(drills.error());
            return Kept{*std::move(old), *std::move(drills)};
        },
        [this, turn = turn_](Result<Kept> kept) {
            if (turn != turn_) return;
            if (!kept) return problem_(kept.error());
            kept_ = *std::move(kept);
            begun_ = true;
            next();
        });
}

void Totals::next() {
    if (ready()) {
        trends_ = trends_of(counts_);
        return;
    }
    const auto [from, before] = months_[read_];
    clerk_.ask<std::vector<Count>>(
        [from = from, before = before](ClerkService& service) { return service.records().trends(from, before); },
        [this, turn = turn_](const Result<std::vector<Count>>& counts) {
            if (turn != turn_) return;
            if (!counts) return problem_(counts.error());
            counts_.insert(counts_.end(), counts->begin(), counts->end());
            ++read_;
            next();
        });
}

}  // namespace hamer::ui
