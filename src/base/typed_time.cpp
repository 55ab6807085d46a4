#include "base/typed_time.h"

#include <fmt/format.h>
#include <vector>

namespace hamer {

namespace {

using namespace std::chrono;

tl::unexpected<LocalText> wrong(std::string nl, std::string en) {
    return tl::unexpected<LocalText>(LocalText{std::move(nl), std::move(en)});
}

tl::unexpected<LocalText> no_day() {
    return wrong("Schrijf de dag als dd-mm-jjjj, zoals 12-03-2026.",
                 "Write the day as dd-mm-yyyy, such as 12-03-2026.");
}

tl::unexpected<LocalText> no_time() {
    return wrong("Schrijf de tijd als uu:mm, zoals 20:14.", "Write the time as hh:mm, such as 20:14.");
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// Groups of at most four digits with one of the separators, and spaces, between them; empty for anything else.
std::vector<std::string_view> numbers_in(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> found;
    text = trimmed(text);
    while (!text.empty()) {
        std::size_t digits = 0;
        while (digits < text.size() && is_digit(text[digits])) ++digits;
        if (digits == 0 || digits > 4) return {};
        found.push_back(text.substr(0, digits));
        text = trimmed(text.substr(digits));
        if (text.empty() || is_digit(text.front())) continue;
        if (separators.find(text.front()) == std::string_view::npos) return {};
        text = trimmed(text.substr(1));
        if (text.empty()) found.emplace_back();  // "21u"
    }
    return found;
}

int value_of(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

LocalText wrong_with_year(int in_year) {
    if (in_year >= first_year && in_year <= last_year) return {};
    return {fmt::format("Het jaar {} kan niet: kies een jaar van {} tot en met {}.", in_year, first_year, last_year),
            fmt::format("The year {} cannot be: take one from {} to {}.", in_year, first_year, last_year)};
}

// Of last year, this one and the next: the one whose day lies nearest.
year nearest_year(month_day date, Day near) {
    const year around = year_month_day{near}.year();
    std::optional<Day> nearest;
    for (const int away : {0, -1, 1}) {
        const year_month_day tried = (around + years{away}) / date.month() / date.day();
        if (!tried.ok()) continue;
        if (!nearest || abs(sys_days{tried} - near) < abs(*nearest - near)) nearest = sys_days{tried};
    }
    return nearest ? year_month_day{*nearest}.year() : around;
}

// That the clocks of the place show at some moment.
Typed<Instant> on_clocks(Day on, minutes time, const Zone& zone) {
    const Instant at = at_wall(on, time, zone);
    if (shown_time(at) == shown_time(time)) return at;
    return wrong(fmt::format("{} is er op {} niet: de klok gaat dan vooruit.", shown_time(time), shown_day(on)),
                 fmt::format("There is no {} on {}: the clocks go forward then.", shown_time(time), shown_day(on)));
}

Typed<Instant> time_alone(std::string_view text, const Zone& zone, Day today) {
    const auto time = time_typed(text);
    if (!time) return tl::unexpected<LocalText>(time.error());
    if (day_typed(text, today)) {
        return wrong(fmt::format("Is {} een dag of een tijd? Schrijf ze allebei: 12-03-2026 21:40.", text),
                     fmt::format("Is {} a day or a time? Write both: 12-03-2026 21:40.", text));
    }
    return on_clocks(today, *time, zone);
}

}  // namespace

LocalText month_name(month month) {
    static const LocalText names[] = {{"januari", "January"}, {"februari", "February"}, {"maart", "March"},
                                      {"april", "April"},     {"mei", "May"},           {"juni", "June"},
                                      {"juli", "July"},       {"augustus", "August"},   {"september", "September"},
                                      {"oktober", "October"}, {"november", "November"}, {"december", "December"}};
    return names[static_cast<unsigned>(month) - 1];
}

constexpr days half_a_year{182};
Day past_near(Day latest) { return latest - half_a_year; }
Day end_near(Day from) { return from + half_a_year; }

LocalText wrong_with_year(Day at) { return wrong_with_year(static_cast<int>(year_month_day{at}.year())); }

Typed<Day> day_typed(std::string_view text, std::optional<Day> near) {
    auto parts = numbers_in(text, "-/.");
    const bool without_year = parts.size() == 2 && near && !parts.back().empty();
    if ((parts.size() != 3 && !without_year) || parts.back().empty()) return no_day();
    if (parts[0].size() == 4 && !without_year) std::swap(parts[0], parts[2]);
    if (parts[0].size() > 2 || parts[1].size() > 2) return no_day();
    if (!without_year && parts[2].size() % 2 == 1) return no_day();
    const int in_day = value_of(parts[0]), in_month = value_of(parts[1]);
    if (in_month < 1 || in_month > 12) {
        return wrong(fmt::format("Maand {} bestaat niet.", in_month), fmt::format("There is no month {}.", in_month));
    }
    const month_day of_year{month{static_cast<unsigned>(in_month)}, day{static_cast<unsigned>(in_day)}};
    const int in_year = without_year ? static_cast<int>(nearest_year(of_year, *near))
                                     : value_of(parts[2]) + (parts[2].size() == 2 ? first_year : 0);
    if (LocalText cannot_be = wrong_with_year(in_year); !cannot_be.empty()) {
        return tl::unexpected<LocalText>(std::move(cannot_be));
    }
    const year_month_day date = year{in_year} / of_year;
    if (!date.ok()) {
        return wrong(fmt::format("{} {} {} bestaat niet.", in_day, month_name(date.month()).nl, in_year),
                     fmt::format("{} {} {} does not exist.", in_day, month_name(date.month()).en, in_year));
    }
    return sys_days{date};
}

Typed<minutes> time_typed(std::string_view text) {
    const auto parts = numbers_in(text, ":.uUhH");
    if (parts.empty() || parts.size() > 3) return no_time();
    int in_hour = 0, in_minute = 0;
    if (parts.size() == 1) {  // 0930
        if (parts[0].size() < 3) return no_time();
        in_hour = value_of(parts[0]) / 100;
        in_minute = value_of(parts[0]) % 100;
    } else {
        const bool whole_hour = parts.size() == 2 && parts[1].empty();
        if (parts[0].size() > 2 || (parts[1].size() != 2 && !whole_hour)) return no_time();
        if (parts.size() == 3 && (parts[2].size() > 2 || value_of(parts[2]) > 59)) return no_time();
        in_hour = value_of(parts[0]);
        in_minute = value_of(parts[1]);
    }
    if (in_hour == 24 && in_minute == 0) {
        return wrong("24:00 is 00:00 van de dag erna.", "24:00 is 00:00 of the day after.");
    }
    if (in_hour > 23 || in_minute > 59) {
        return wrong(fmt::format("{}:{:02} is geen tijd van de dag.", in_hour, in_minute),
                     fmt::format("{}:{:02} is no time of day.", in_hour, in_minute));
    }
    return minutes(in_hour * 60 + in_minute);
}

Typed<Instant> moment_typed(std::string_view text, const Zone& zone, std::optional<Day> today) {
    text = trimmed(text);
    const std::optional<Day> near = today ? std::optional(past_near(*today)) : std::nullopt;
    if (const auto exact = from_rfc3339(text)) {
        LocalText cannot_be = wrong_with_year(day_of(*exact));
        if (!cannot_be.empty()) return tl::unexpected<LocalText>(std::move(cannot_be));
        return *exact;
    }
    constexpr std::string_view between = " ,T";
    std::optional<LocalText> why;
    // As much of it as can be a day is the day: "12 3 2026 21 40".
    for (std::size_t at = text.find_last_of(between); at != std::string_view::npos && at > 0;
         at = text.find_last_of(between, at - 1)) {
        const auto on = day_typed(text.substr(0, at), near);
        const std::string_view rest = trimmed(text.substr(at + 1));
        if (!on || rest.empty()) continue;
        if (const auto time = time_typed(rest)) return on_clocks(*on, *time, zone);
        why = time_typed(rest).error();
    }
    if (why) return tl::unexpected<LocalText>(*std::move(why));
    if (today) {
        if (auto alone = time_alone(text, zone, *today); alone || time_typed(text)) return alone;
    }
    if (const auto first = day_typed(text.substr(0, text.find_first_of(between)), near); !first) {
        return tl::unexpected<LocalText>(first.error());
    }
    return wrong("Schrijf dag en tijd als 12-03-2026 21:40.", "Write day and time as 12-03-2026 21:40.");
}

std::string shown_day(Day at) {
    const year_month_day date{at};
    return fmt::format("{:02}-{:02}-{:04}", static_cast<unsigned>(date.day()), static_cast<unsigned>(date.month()),
                       static_cast<int>(date.year()));
}

std::string shown_day(const std::string& iso) {
    const auto on = day_from_iso(iso);
    return on ? shown_day(*on) : iso;
}

std::string shown_time(minutes since_midnight) {
    return fmt::format("{:02}:{:02}", since_midnight.count() / 60, since_midnight.count() % 60);
}

std::string shown_day(Instant instant) { return shown_day(day_of(instant)); }
std::string shown_time(Instant instant) { return clock_time(instant).substr(0, 5); }
std::string clock_beside(const std::string& day, Instant instant) {
    return (calendar_date(instant) == day ? "" : shown_day(instant) + " ") + clock_time(instant);
}

std::string time_beside(const std::string& day, Instant instant) {
    return calendar_date(instant) == day ? shown_time(instant) : shown_moment(instant);
}

std::string shown_moment(Instant instant) { return shown_day(instant) + " " + shown_time(instant); }

}  // namespace hamer
