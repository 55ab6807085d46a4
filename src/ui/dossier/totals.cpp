#include "ui/dossier/totals.h"

#include "base/calendar.h"

namespace hamer::ui {

namespace {

Instant first_of(std::chrono::year_month month) {
    return at_wall(Day{month / 1}, std::chrono::milliseconds(0), SystemZone());
}

}  // namespace

Status Totals::begin() {
    months_.clear();
    counts_.clear();
    trends_ = {};
    read_ = 0;
    auto old = clerk_.past_retention(most_old);
    if (!old) return tl::unexpected<Error>(old.error());
    past_retention_ = *std::move(old);
    auto drills = clerk_.drills();
    if (!drills) return tl::unexpected<Error>(drills.error());
    drills_ = *std::move(drills);
    const std::chrono::year_month_day today{day_of(in_zone(clerk_.now(), SystemZone()))};
    std::chrono::year_month month = today.year() / today.month();
    for (int i = 0; i < longest_trend; ++i, month -= std::chrono::months(1)) {
        months_.emplace_back(first_of(month), first_of(month + std::chrono::months(1)));
    }
    return {};
}

Result<bool> Totals::read_one() {
    if (ready()) return false;
    const auto& [from, before] = months_[read_];
    const auto counts = clerk_.records().trends(from, before);
    if (!counts) return tl::unexpected<Error>(counts.error());
    counts_.insert(counts_.end(), counts->begin(), counts->end());
    ++read_;
    if (ready()) trends_ = trends_of(counts_);
    return true;
}

}  // namespace hamer::ui
