// What must be done after an incident, and by when: aftercare (7.3), the labour inspectorate (7.4), and the advice to
// go to the police, or to take the decision on charges that was put off, within two working days.
//
// "Binnen 24 uur" is 24 hours by the clock of the universe, also where the clocks on the wall are changed that night.
// "Binnen drie dagen" and weeks are days of the calendar: until the end of the last one, on the wall of the place.
#pragma once

#include "record/incident.h"

#include <string>
#include <vector>

namespace hamer {

struct Duty {
    DutyKind kind = DutyKind::FirstTalk;
    std::string person;  // whose talk, by id; empty for the others
    Instant from;        // not before; the incident itself for most
    Instant due;
    bool advice = false;             // no obligation
    const DutyDone* done = nullptr;  // in the record's dossier; outlives this
};

// In order of their due moments. None for a record that is withdrawn. A decision that was put off stays a duty until it
// is taken, in the journal or in the dossier.
[[nodiscard]] std::vector<Duty> duties(const IncidentRecord& record, const Zone& zone);
std::vector<Duty> duties(const IncidentRecord&& record, const Zone& zone) = delete;  // which would not outlive them

}  // namespace hamer
