// What cannot be meant in a record: a ban that ends before it begins, a person that is not in the list, a mayor who was
// told before it happened. What is merely missing is completeness.h's.
//
// Asked of whatever comes in, by the form, the command line or a file of JSON; of what was stored by a program that did
// not ask, so that it can be shown.
#pragma once

#include "record/incident.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer {

struct Fault {
    std::string place{};  // in the dossier, as in the JSON: "measures/0/until"
    LocalText field{};    // what the form calls it: "Maatregel 1, tot en met"
    LocalText text{};     // a sentence that is understood beside the field
    bool operator==(const Fault&) const = default;
};

// Of what the clerk added. `now`: nothing was done later than that. Where clocks were changed, or the incident's own
// beginning cannot be, what came before it is not held against it.
[[nodiscard]] std::vector<Fault> faults(const IncidentRecord& record, Instant now, const Zone& zone);

// Of what the record itself tells; its places are in the record: "started". The clerk cannot mend a journal's.
[[nodiscard]] std::vector<Fault> impossible_facts(const IncidentRecord& record, Instant now, const Zone& zone);

// The first of those in `after` that `before` did not have: what a change would bring in. Nothing where it brings none.
[[nodiscard]] std::optional<Fault> brought_in(const std::vector<Fault>& before, const std::vector<Fault>& after);

// The first day on which something can have been done about it: the meeting's, where it went on after midnight. Nothing
// where the record's own beginning cannot be.
[[nodiscard]] std::optional<Day> first_day(const IncidentRecord& record, Instant now, const Zone& zone);

// In words why something cannot have been done at this moment: in the future, or in another century. Empty where it
// can.
[[nodiscard]] LocalText wrong_with_past(Instant at, Instant now, const Zone& zone);

}  // namespace hamer
