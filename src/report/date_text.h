// Dates and times as people write them.
#pragma once

#include "base/text.h"
#include "base/time.h"

#include <cstdint>
#include <string>

namespace hamer {

[[nodiscard]] std::string long_date(Instant instant, Language language);  // "12 maart 2026", "12 March 2026"
// "12 maart 2026, 20:41:17"
[[nodiscard]] std::string long_time(Instant instant, Language language);
// A month "2026-03" in words, "maart 2026"; anything else as it is.
[[nodiscard]] std::string month_in_words(const std::string& month, Language language);
// A day "2026-03-12" in words; anything else as it is.
[[nodiscard]] std::string day_in_words(const std::string& iso, Language language);

// How far a clock was moved: "+3,250 s", "+3.250 s".
[[nodiscard]] std::string shift_in_seconds(std::int64_t milliseconds, Language language);

}  // namespace hamer
