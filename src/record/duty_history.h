// The duties of a record over all its revisions: those that it has, and those that it had. A calendar into which an
// earlier one was taken has to be told of both.
#pragma once

#include "record/incident.h"

#include <string>
#include <vector>

namespace hamer {

// Lapsed: an earlier revision had it, and the latest has not, or the whole record was withdrawn or erased.
enum class DutyState { Open, Done, Lapsed };

struct KnownDuty {
    std::string record;
    Instant started;  // of the incident
    DutyKind kind = DutyKind::FirstTalk;
    std::string person;  // as in Duty
    LocalText whom;      // that person's role in the record, "betrokkene 2": never a name
    Instant from;
    Instant due;
    DutyState state = DutyState::Open;
    int revision = 0;     // of the record, in which it was last looked at: never less than before
    std::string owner{};  // who was named for it; empty: nobody
};

// Of one record, its revisions in order; in order of their due moments.
[[nodiscard]] std::vector<KnownDuty> duty_history(const std::vector<IncidentRecord>& revisions, const Zone& zone);

}  // namespace hamer
