// A year of incidents as numbers, for the report to the council and for the yearly discussion (5.2): cases without
// names, and how they add up beside the year before.
#pragma once

#include "record/anonymous_case.h"
#include "record/held_learning.h"

#include <string>
#include <vector>

namespace hamer {

struct YearOfCases {
    int year = 0;
    std::vector<AnonymousCase> cases{};   // in order of time
    std::vector<AnonymousCase> before{};  // of the year before
    std::vector<HeldLearning> learnt{};   // held in the year, in order of their days
    int incomplete = 0;                   // of the year's records, which may still change
    int unreadable = 0;                   // records of either year that are in none of these

    bool operator==(const YearOfCases&) const = default;
};

// How many of the year's cases are of a kind, and of the year before.
struct Tally {
    std::string of;  // the kind's word; of a month its number, "03"; empty: not known
    int records = 0;
    int before = 0;

    bool operator==(const Tally&) const = default;
};

// Of all cases, and of those of which something holds.
struct YearTotals {
    Tally all{}, suspended{}, police{}, emergencies{}, injuries{}, damage{}, charges{}, repeated{}, evaluated{};
    int minutes = 0;  // that half of the year's cases lasted at most; 0 without any
};
[[nodiscard]] YearTotals totals_of(const YearOfCases& year);

// All twelve, in their order.
[[nodiscard]] std::vector<Tally> by_month(const YearOfCases& year);
// Each kind that there was in either year, in the order of its words; what is not known comes last. A case with several
// offices or measures counts for each.
[[nodiscard]] std::vector<Tally> by_conduct(const YearOfCases& year);
[[nodiscard]] std::vector<Tally> by_channel(const YearOfCases& year);
[[nodiscard]] std::vector<Tally> by_office(const YearOfCases& year);
[[nodiscard]] std::vector<Tally> by_measure(const YearOfCases& year);

}  // namespace hamer
