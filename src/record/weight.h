// How heavy an incident is, and what follows from it: table 1 of chapter 4, and chapter 7.
#pragma once

#include "record/incident.h"

#include <vector>

namespace hamer {

// It is reported and settled. Not so what was conduct A or B alone, "niet melden, tenzij het gedrag aanhoudt en er een
// patroon ontstaat": unless it is repeated, somebody was hurt, something was broken, or the log tells of more: a
// request that was refused, somebody removed or excluded, a cleared room, an emergency, the police, a decision that was
// put off. As long as nobody said what was seen, it is.
[[nodiscard]] bool is_to_be_reported(const IncidentRecord& record);

// Conduct D, or somebody who is affected was hurt: the "(ernstige) incidenten" of 7.2.
[[nodiscard]] bool is_serious(const IncidentRecord& record);

// Table 1 asks for the police: charges, or a report where somebody was threatened. The decision that was taken does not
// do that.
[[nodiscard]] bool lacks_police(const IncidentRecord& record);

// 7.1, 7.2 and 7.4: who is to be informed, for all affected persons together, in the order of the protocol. The adviser
// always is; the King's commissioner of what happens to the mayor; police and prosecutor of what is serious. Nobody of
// what is not reported.
[[nodiscard]] std::vector<Recipient> reporting_route(const IncidentRecord& record);

}  // namespace hamer
