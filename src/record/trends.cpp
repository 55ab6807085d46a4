#include "record/trends.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <span>

namespace hamer {

namespace {

using Sums = std::map<std::string, int>;

// In the order of the words; what is not one of them comes last.
std::vector<Share> in_order(const Sums& sums, std::span<const std::string_view> words) {
    std::vector<Share> made;
    int others = 0;
    for (const auto& [of, records] : sums) {
        if (std::ranges::find(words, of) == words.end()) others += records;
    }
    for (const std::string_view word : words) {
        const auto found = sums.find(std::string(word));
        if (found != sums.end()) made.push_back({found->first, found->second});
    }
    if (others > 0) made.push_back({"", others});
    return made;
}

std::string month_after(const std::string& month) {
    int year = std::stoi(month.substr(0, 4)), number = std::stoi(month.substr(5, 2));
    if (++number > 12) {
        number = 1;
        ++year;
    }
    return fmt::format("{:04}-{:02}", year, number);
}

std::vector<Share> without_gaps(const Sums& months) {
    std::vector<Share> made;
    if (months.empty()) return made;
    // A record of long ago must not cost a row for each month since.
    const std::string last = months.rbegin()->first;
    auto first = months.begin();
    for (auto one = months.begin(); one != months.end(); ++one) {
        const auto number = [](const std::string& month) {
            return std::stoi(month.substr(0, 4)) * 12 + std::stoi(month.substr(5, 2));
        };
        if (number(last) - number(one->first) < longest_trend) break;
        first = std::next(one);
    }
    for (std::string month = first->first;; month = month_after(month)) {
        const auto found = months.find(month);
        made.push_back({month, found == months.end() ? 0 : found->second});
        if (month == last) return made;
    }
}

}  // namespace

Trends trends_of(const std::vector<Count>& counts) {
    Trends made;
    Sums months, conduct, places, repetition;
    for (const Count& one : counts) {
        made.records += one.records;
        if (one.month.size() == 7) months[one.month] += one.records;
        conduct[one.conduct] += one.records;
        places[one.place] += one.records;
        repetition[one.repetition] += one.records;
    }
    made.months = without_gaps(months);
    made.conduct = in_order(conduct, conduct_words);
    made.repetition = in_order(repetition, repetition_words);
    for (const auto& [of, records] : places) made.places.push_back({of, records});
    std::ranges::stable_sort(made.places, std::ranges::greater(), &Share::records);
    return made;
}

}  // namespace hamer
