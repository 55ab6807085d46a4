#include "record/year.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <functional>
#include <span>

namespace hamer {

namespace {

// The words under which a case counts.
using Words = std::function<std::vector<std::string>(const AnonymousCase&)>;

template <typename Value, std::size_t size>
std::string word_of(const std::array<std::string_view, size>& words, Value value) {
    return std::string(words[static_cast<std::size_t>(value)]);
}

int count(const std::vector<AnonymousCase>& cases, const Words& words, std::string_view of) {
    int found = 0;
    for (const AnonymousCase& one : cases) {
        const auto all = words(one);
        if (std::ranges::find(all, of) != all.end()) ++found;
    }
    return found;
}

std::vector<Tally> tallies(const YearOfCases& year, std::span<const std::string_view> order, const Words& words) {
    std::vector<Tally> made;
    const auto add = [&](std::string_view of) {
        const Tally one{std::string(of), count(year.cases, words, of), count(year.before, words, of)};
        if (one.records > 0 || one.before > 0) made.push_back(one);
    };
    for (const std::string_view of : order) add(of);
    add("");
    return made;
}

template <typename Holds>
Tally holding(const YearOfCases& year, const Holds& holds) {
    const auto counted = [&](const auto& cases) { return static_cast<int>(std::ranges::count_if(cases, holds)); };
    return {"", counted(year.cases), counted(year.before)};
}

int middle_of_minutes(const std::vector<AnonymousCase>& cases) {
    if (cases.empty()) return 0;
    std::vector<int> minutes;
    for (const AnonymousCase& one : cases) minutes.push_back(one.minutes);
    std::ranges::sort(minutes);
    return minutes[(minutes.size() - 1) / 2];
}

}  // namespace

YearTotals totals_of(const YearOfCases& year) {
    using Case = const AnonymousCase&;
    YearTotals made;
    made.all = holding(year, [](Case) { return true; });
    made.suspended = holding(year, [](Case one) { return one.suspended; });
    made.police = holding(year, [](Case one) { return one.police_called; });
    made.emergencies = holding(year, [](Case one) { return one.emergency; });
    made.injuries = holding(year, [](Case one) { return one.injury; });
    made.damage = holding(year, [](Case one) { return one.damage == true; });
    made.charges = holding(year, [](Case one) { return one.charges == "file"; });
    made.repeated = holding(year, [](Case one) { return one.repetition == Repetition::Repeated; });
    made.evaluated = holding(year, [](Case one) { return one.evaluated; });
    made.minutes = middle_of_minutes(year.cases);
    return made;
}

std::vector<Tally> by_month(const YearOfCases& year) {
    std::vector<Tally> made;
    const Words month = [](const AnonymousCase& one) {
        return std::vector{one.month.size() == 7 ? one.month.substr(5) : std::string()};
    };
    for (int number = 1; number <= 12; ++number) {
        const std::string of = fmt::format("{:02}", number);
        made.push_back({of, count(year.cases, month, of), count(year.before, month, of)});
    }
    return made;
}

std::vector<Tally> by_conduct(const YearOfCases& year) {
    return tallies(year, conduct_words, [](const AnonymousCase& one) {
        return std::vector{one.conduct ? word_of(conduct_words, *one.conduct) : std::string()};
    });
}

std::vector<Tally> by_channel(const YearOfCases& year) {
    return tallies(year, channel_words, [](const AnonymousCase& one) {
        return std::vector{one.channel ? word_of(channel_words, *one.channel) : std::string()};
    });
}

std::vector<Tally> by_office(const YearOfCases& year) {
    return tallies(year, office_words, [](const AnonymousCase& one) {
        std::vector<std::string> all;
        for (const Office each : one.affected) all.push_back(word_of(office_words, each));
        if (all.empty()) all.emplace_back();
        return all;
    });
}

std::vector<Tally> by_measure(const YearOfCases& year) {
    return tallies(year, measure_words, [](const AnonymousCase& one) {
        std::vector<std::string> all;
        for (const MeasureKind each : one.measures) all.push_back(word_of(measure_words, each));
        return all;
    });
}

}  // namespace hamer
