#include "report/date_text.h"

#include "base/calendar.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::array<const char*, 12> dutch = {"januari", "februari", "maart",     "april",   "mei",      "juni",
                                               "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr std::array<const char*, 12> english = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};

std::string in_words(Day day, Language language) {
    const std::chrono::year_month_day date{day};
    const auto& months = language == Language::Dutch ? dutch : english;
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()));
}

}  // namespace

std::string long_date(Instant instant, Language language) { return in_words(day_of(instant), language); }

std::string long_time(Instant instant, Language language) {
    return fmt::format("{}, {}", long_date(instant, language), clock_time(instant));
}

std::string day_in_words(const std::string& iso, Language language) {
    const auto day = day_from_iso(iso);
    return day ? in_words(*day, language) : iso;
}

std::string month_in_words(const std::string& month, Language language) {
    const auto first = day_from_iso(month + "-01");
    if (!first) return month;
    const std::string words = in_words(*first, language);
    return words.substr(words.find(' ') + 1);
}

std::string shift_in_seconds(std::int64_t milliseconds, Language language) {
    std::string text = fmt::format("{:+.3f} s", static_cast<double>(milliseconds) / 1000);
    if (language == Language::Dutch) std::ranges::replace(text, '.', ',');
    return text;
}

}  // namespace hamer
