// What people read for the words of a dossier.
#pragma once

#include "record/incident.h"

namespace hamer {

[[nodiscard]] LocalText name_of(Conduct conduct);
[[nodiscard]] LocalText name_of(Channel channel);
[[nodiscard]] LocalText name_of(PersonRole role);
[[nodiscard]] LocalText name_of(Office office);
[[nodiscard]] LocalText name_of(Recipient recipient);
[[nodiscard]] LocalText name_of(MeasureKind kind);
[[nodiscard]] LocalText name_of(Repetition repetition);
[[nodiscard]] LocalText name_of(DutyKind kind);
[[nodiscard]] LocalText name_of(CareOffer offered);  // aftercare
[[nodiscard]] LocalText name_of(HoldReason why);
[[nodiscard]] LocalText name_of(SignalEnd ended);
[[nodiscard]] LocalText name_of(PrecautionKind kind);
[[nodiscard]] LocalText name_of(RiskLevel level);
[[nodiscard]] LocalText name_of(LearningKind kind);
[[nodiscard]] LocalText name_of(Body body);
[[nodiscard]] LocalText name_of(IncidentKind kind);
[[nodiscard]] LocalText name_of(IncidentStatus status);
[[nodiscard]] LocalText name_of(Answer answer);
[[nodiscard]] LocalText name_of(EndedBy by);
[[nodiscard]] LocalText name_of(Consulted consulted);  // "niet gevraagd"
[[nodiscard]] LocalText name_of(VoteOutcome outcome);
// Of a decision about charges: file, report, none, later.
[[nodiscard]] LocalText charges_name(std::string_view decision);

}  // namespace hamer
