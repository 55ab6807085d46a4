#include "base/time.h"

#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace hamer {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

struct Civil {
    int year = 0;
    unsigned month = 0, day = 0;
    int hour = 0, minute = 0, second = 0, millisecond = 0;
};

Civil civil(Instant instant) {
    const std::int64_t local = instant.milliseconds + std::int64_t{instant.offset_minutes} * 60'000;
    const auto since_epoch = std::chrono::milliseconds(local);
    const auto day = std::chrono::floor<days>(since_epoch);
    const std::chrono::year_month_day date{sys_days{day}};
    const auto rest = static_cast<int>((since_epoch - day).count());
    return {static_cast<int>(date.year()),
            static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()),
            rest / 3'600'000,
            rest / 60'000 % 60,
            rest / 1000 % 60,
            rest % 1000};
}

// Takes exactly `width` digits off the front.
std::optional<int> take_number(std::string_view& text, std::size_t width) {
    if (text.size() < width) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < width; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, std::string_view any_of) {
    if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<int> take_offset(std::string_view& text) {
    if (take(text, "Zz")) return 0;
    const bool west = !text.empty() && text.front() == '-';
    if (!take(text, "+-")) return std::nullopt;
    const auto hours = take_number(text, 2);
    if (!hours || !take(text, ":")) return std::nullopt;
    const auto minutes = take_number(text, 2);
    if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    const int offset = *hours * 60 + *minutes;
    return west ? -offset : offset;
}

// What to_rfc3339 writes, "2026-03-12T20:14:05.120+01:00", read in one go: lists and journals hold thousands of these.
// Nothing for any other form, which is then read part by part.
std::optional<Instant> from_own_form(std::string_view text) {
    constexpr std::string_view form = "dddd-dd-ddTdd:dd:dd.dddsdd:dd";
    if (text.size() != form.size()) return std::nullopt;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const char c = text[i];
        const bool fits = form[i] == 'd' ? c >= '0' && c <= '9' : form[i] == 's' ? c == '+' || c == '-' : c == form[i];
        if (!fits) return std::nullopt;
    }
    const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    const std::chrono::year_month_day date{std::chrono::year{two(0) * 100 + two(2)},
                                           std::chrono::month{static_cast<unsigned>(two(5))},
                                           std::chrono::day{static_cast<unsigned>(two(8))}};
    const bool ordinary =
        two(0) >= 20 && date.ok() && two(11) < 24 && two(14) < 60 && two(17) < 60 && two(24) < 24 && two(27) < 60;
    if (!ordinary) return std::nullopt;
    const int offset = (two(24) * 60 + two(27)) * (text[23] == '-' ? -1 : 1);
    const std::int64_t day_ms = std::int64_t{sys_days{date}.time_since_epoch().count()} * 86'400'000;
    const std::int64_t time_ms =
        ((std::int64_t{two(11)} * 60 + two(14)) * 60 + two(17)) * 1000 + two(20) * 10 + (text[22] - '0');
    return Instant{day_ms + time_ms - std::int64_t{offset} * 60'000, offset};
}

}  // namespace

std::string to_rfc3339(Instant instant) {
    const Civil c = civil(instant);
    const int offset = instant.offset_minutes < 0 ? -instant.offset_minutes : instant.offset_minutes;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}{}{:02}:{:02}", c.year, c.month, c.day, c.hour,
                       c.minute, c.second, c.millisecond, instant.offset_minutes < 0 ? '-' : '+', offset / 60,
                       offset % 60);
}

std::optional<Instant> from_rfc3339(std::string_view text) {
    if (const auto usual = from_own_form(text)) return usual;
    const auto year = take_number(text, 4);
    if (!year || !take(text, "-")) return std::nullopt;
    const auto month = take_number(text, 2);
    if (!month || !take(text, "-")) return std::nullopt;
    const auto day = take_number(text, 2);
    if (!day || !take(text, "Tt ")) return std::nullopt;
    const auto hour = take_number(text, 2);
    if (!hour || !take(text, ":")) return std::nullopt;
    const auto minute = take_number(text, 2);
    if (!minute || !take(text, ":")) return std::nullopt;
    const auto second = take_number(text, 2);
    if (!second) return std::nullopt;
    int millisecond = 0;
    if (take(text, ".")) {
        int scale = 100;
        bool any = false;
        while (const auto digit = take_number(text, 1)) {
            millisecond += *digit * scale;
            scale /= 10;
            any = true;
        }
        if (!any) return std::nullopt;
    }
    const auto offset = take_offset(text);
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    // 60 is a leap second (RFC 3339, 5.6); it is read as the second after.
    if (!offset || !text.empty() || *year < 1970 || !date.ok() || *hour > 23 || *minute > 59 || *second > 60) {
        return std::nullopt;
    }
    const std::int64_t day_ms = std::int64_t{sys_days{date}.time_since_epoch().count()} * 86'400'000;
    const std::int64_t time_ms = ((std::int64_t{*hour} * 60 + *minute) * 60 + *second) * 1000 + millisecond;
    return Instant{day_ms + time_ms - std::int64_t{*offset} * 60'000, *offset};
}

std::string clock_time(Instant instant) {
    const Civil c = civil(instant);
    return fmt::format("{:02}:{:02}:{:02}", c.hour, c.minute, c.second);
}

std::string calendar_date(Instant instant) {
    const Civil c = civil(instant);
    return fmt::format("{:04}-{:02}-{:02}", c.year, c.month, c.day);
}

std::string compact_utc(Instant instant) {
    const Civil c = civil({instant.milliseconds, 0});
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", c.year, c.month, c.day, c.hour, c.minute, c.second);
}

std::string duration(std::int64_t milliseconds) {
    const std::int64_t seconds = milliseconds < 0 ? 0 : milliseconds / 1000;
    if (seconds < 3600) return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
    return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace hamer
