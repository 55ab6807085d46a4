// What the incidents of a municipality add up to, for the yearly discussion (5.2): per month, class, place, and whether
// it was the first time.
#pragma once

#include "record/listing.h"

#include <string>
#include <vector>

namespace hamer {

struct Share {
    std::string of;  // a month "2026-03", a word of conduct_words or repetition_words, a place; empty: not known
    int records = 0;

    bool operator==(const Share&) const = default;
};

struct Trends {
    int records = 0;
    std::vector<Share> months;      // every one from the first to the last, those without any too; at most `longest`
    std::vector<Share> conduct;     // in the order of table 1
    std::vector<Share> places;      // the most first
    std::vector<Share> repetition;  // in the order of repetition_words
};

inline constexpr int longest_trend = 24;  // months
[[nodiscard]] Trends trends_of(const std::vector<Count>& counts);

}  // namespace hamer
