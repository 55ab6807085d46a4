#include "main/selftest/checks.h"
#include "platform/clock.h"
#include "platform/system_facts.h"
#include "platform/zone.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>

namespace hamer {

namespace {

const LocalText subject{"klok", "clock"};

constexpr std::int64_t jump_ms = 2000;       // as a session's own log says of it
constexpr std::int64_t coarse_ms = 20;       // a step of the clock that can be seen
constexpr std::int64_t looked_for_ms = 250;  // how long a step is waited for

int year_of(Instant at) { return static_cast<int>(std::chrono::year_month_day(day_of(at)).year()); }

// In winter and summer, as clocks in the Netherlands do.
bool keeps_dutch_time(const Zone& zone, int year) {
    const auto minutes = [&](unsigned month) {
        const Day day = std::chrono::year(year) / std::chrono::month(month) / 15;
        return zone.offset_minutes(std::chrono::milliseconds(day.time_since_epoch()).count());
    };
    return minutes(1) == 60 && minutes(7) == 120;
}

std::string offset_in_words(int minutes) {
    return fmt::format("UTC{}{:02}:{:02}", minutes < 0 ? "-" : "+", std::abs(minutes) / 60, std::abs(minutes) % 60);
}

}  // namespace

ClockCheck::ClockCheck() : first_(SystemClock().now()), last_(first_) {}

void ClockCheck::look() {
    const Stamp now = SystemClock().now();
    went_back_ = went_back_ || (now.boot == last_.boot && now.monotonic_ms < last_.monotonic_ms);
    last_ = now;
}

Finding ClockCheck::finding() {
    const SystemClock clock;
    // The smallest step that it takes.
    std::int64_t step = looked_for_ms;
    const Stamp begun = clock.now();
    for (Stamp before = begun; before.monotonic_ms - begun.monotonic_ms < looked_for_ms;) {
        const Stamp now = clock.now();
        went_back_ = went_back_ || now.monotonic_ms < before.monotonic_ms;
        if (now.monotonic_ms > before.monotonic_ms) step = std::min(step, now.monotonic_ms - before.monotonic_ms);
        before = now;
    }
    look();
    const int year = year_of(last_.at);
    const std::int64_t apart =
        (last_.at.milliseconds - first_.at.milliseconds) - (last_.monotonic_ms - first_.monotonic_ms);
    const std::string name = zone_name();
    const std::string zone = name.empty() ? offset_in_words(last_.at.offset_minutes)
                                          : fmt::format("{} ({})", name, offset_in_words(last_.at.offset_minutes));
    Finding finding{FindingKind::Good, subject, {}};
    finding.measured = {fmt::format("{}, tijdzone {}, stap {} ms", on_wall(last_.at), zone, step),
                        fmt::format("{}, time zone {}, step {} ms", on_wall(last_.at), zone, step)};
    if (went_back_) {
        finding.kind = FindingKind::Failed;
        finding.advice = {"De klok die nooit terug mag, ging terug: laat de computer nakijken",
                          "The clock that never goes back did: have the machine looked at"};
    } else if (year < HAMER_BUILD_YEAR) {
        finding.kind = FindingKind::Failed;
        finding.advice = {fmt::format("Deze Hamer is van {}: zet de klok goed", HAMER_BUILD_YEAR),
                          fmt::format("This Hamer is of {}: set the clock", HAMER_BUILD_YEAR)};
    } else if (std::abs(apart) > jump_ms) {
        finding.kind = FindingKind::Mind;
        finding.advice = {"De klok werd tijdens de test verzet", "The clock was set during the test"};
    } else if (!keeps_dutch_time(SystemZone(), year)) {
        finding.kind = FindingKind::Mind;
        finding.advice = {"Dit is niet de tijd van Nederland: zet de tijdzone goed",
                          "This is not the time of the Netherlands: set the time zone"};
    } else if (step > coarse_ms) {
        finding.kind = FindingKind::Mind;
        finding.advice = {"De klok is grof: stappen kort na elkaar krijgen dezelfde tijd",
                          "The clock is coarse: steps soon after each other get the same time"};
    }
    return finding;
}

}  // namespace hamer
