#include "base/calendar.h"

#include <fmt/format.h>

namespace hamer {

namespace {

using namespace std::chrono;

constexpr std::int64_t minute_ms = 60'000;

bool is_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

int number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

// King's Day is the 27th of April, and the 26th where that is a Sunday.
bool is_kings_day(year_month_day date) {
    const year_month_day usual{date.year(), April, day{27}};
    const bool sunday = weekday{sys_days{usual}} == Sunday;
    return date == (sunday ? year_month_day{date.year(), April, day{26}} : usual);
}

bool is_holiday(Day at) {
    const year_month_day date{at};
    const Day sunday = easter(static_cast<int>(date.year()));
    const auto after_easter = (at - sunday).count();
    for (const int days : {-2, 1, 39, 50}) {  // Good Friday, Easter Monday, Ascension, Whit Monday
        if (after_easter == days) return true;
    }
    const auto on = [&](month in, unsigned number) { return date.month() == in && date.day() == day{number}; };
    return on(January, 1) || on(May, 5) || on(December, 25) || on(December, 26) || is_kings_day(date);
}

}  // namespace

Instant in_zone(Instant instant, const Zone& zone) {
    return {instant.milliseconds, zone.offset_minutes(instant.milliseconds)};
}

Day day_of(Instant instant) {
    return floor<days>(sys_time<std::chrono::milliseconds>(
        std::chrono::milliseconds(instant.milliseconds + instant.offset_minutes * minute_ms)));
}

Instant at_wall(Day day, std::chrono::milliseconds time_of_day, const Zone& zone) {
    const std::int64_t wall =
        duration_cast<std::chrono::milliseconds>(day.time_since_epoch()).count() + time_of_day.count();
    // The clocks were put on at most once in the day before: the offset then, or the one that it became.
    const int before = zone.offset_minutes(wall - 24 * 60 * minute_ms);
    const std::int64_t tried = wall - before * minute_ms;
    const int there = zone.offset_minutes(tried);
    if (there == before) return {tried, before};
    const std::int64_t other = wall - there * minute_ms;
    if (zone.offset_minutes(other) == there) return {other, there};
    return {tried, there};  // never shown
}

std::string to_iso(Day at) {
    const year_month_day date{at};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<Day> day_from_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const std::string_view parts[] = {text.substr(0, 4), text.substr(5, 2), text.substr(8, 2)};
    for (const std::string_view part : parts) {
        if (!is_digits(part)) return std::nullopt;
    }
    const year_month_day date{year{number(parts[0])}, month{static_cast<unsigned>(number(parts[1]))},
                              day{static_cast<unsigned>(number(parts[2]))}};
    if (!date.ok() || date.year() < year{1970}) return std::nullopt;
    return sys_days{date};
}

std::optional<Instant> moment_on_wall(std::string_view text, const Zone& zone) {
    if (text.size() != 16 || text[10] != ' ' || text[13] != ':') return std::nullopt;
    const auto day = day_from_iso(text.substr(0, 10));
    const std::string_view hours = text.substr(11, 2), minutes = text.substr(14, 2);
    if (!day || !is_digits(hours) || !is_digits(minutes) || number(hours) > 23 || number(minutes) > 59) {
        return std::nullopt;
    }
    return at_wall(*day, std::chrono::hours(number(hours)) + std::chrono::minutes(number(minutes)), zone);
}

std::string on_wall(Instant instant) {
    return fmt::format("{} {}", to_iso(day_of(instant)), clock_time(instant).substr(0, 5));
}

bool is_working_day(Day day) {
    const weekday on{day};
    return on != Saturday && on != Sunday && !is_holiday(day);
}

Day working_days_after(Day day, int count) {
    while (count > 0) {
        day += days{1};
        if (is_working_day(day)) --count;
    }
    return day;
}

// The anonymous Gregorian algorithm (Nature, 20 April 1876).
Day easter(int in_year) {
    const int a = in_year % 19, b = in_year / 100, c = in_year % 100;
    const int d = b / 4, e = b % 4;
    const int g = (8 * b + 13) / 25;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 19 * l) / 433;
    const int in_month = (h + l - 7 * m + 90) / 25;
    const int on_day = (h + l - 7 * m + 33 * in_month + 19) % 32;
    return sys_days{
        year_month_day{year{in_year}, month{static_cast<unsigned>(in_month)}, day{static_cast<unsigned>(on_day)}}};
}

}  // namespace hamer
