#include "report/date_text.h"

#include "base/typed_time.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

std::string in_words(Day day, Language language) {
    const std::chrono::year_month_day date{day};
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), month_name(date.month()).in(language),
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
