// What must be done after an incident, and by when: aftercare (7.3), the labour inspectorate (7.4), and as advice,
// since the protocol gives no term for it: the footage at once, the police, the decision on charges that was put off,
// the OM and the triangle (7.2), the insurance (A&V) and the feedback (7.4), the evaluation (3) and what it came to,
// and the end of each measure.
//
// Of a signal (2): the talk, the answer to who gave it, and each precaution; of a risk estimate (5.1) those, and
// looking back at it; of what was held to learn from (5.2) what it came to. They have none of the others.
//
// Of what is not reported (weight.h) none but what was decided is left to do.
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
    std::string
        person;    // whose talk, or against whom the measure is, by id; an improvement's own; empty for the others
    Instant from;  // not before; the incident itself for most
    Instant due;
    bool advice = false;             // no obligation
    const DutyDone* done = nullptr;  // in the record's dossier; outlives this
    std::string owner;               // who was named for it; empty: nobody
};

// The `person` of such a duty is one; of the others it is the improvement or the precaution itself.
[[nodiscard]] bool is_of_person(DutyKind kind);
// Who sees to it by the protocol, where nobody was named: "de griffier".
[[nodiscard]] Recipient usual_owner(const Duty& duty, const Dossier& dossier);

// In order of their due moments, of one kind and person only one: of two bans against somebody the one that ends last.
// None for a record that is withdrawn. A decision that was put off stays a duty until it is taken, in the journal or in
// the dossier.
[[nodiscard]] std::vector<Duty> duties(const IncidentRecord& record, const Zone& zone);
std::vector<Duty> duties(const IncidentRecord&& record, const Zone& zone) = delete;  // which would not outlive them

}  // namespace hamer
