// From a session to its incident records.
//
// They are the session's own (session/incidents.h), with the same numbers: each disturbance, of the public or of a
// member, from the step that opens it to the one that ends it, or still open; and each emergency that is declared while
// no disturbance is open. What goes with it:
//
// - what really stood when it opened and what began while it was open: suspensions, a cleared room, broadcast pauses,
//   emergencies; of the room also what began in its aftermath: until the next incident opens;
// - security and police that were called in it or in its aftermath, whenever they came; and a call of an earlier
//   incident only where it ended in this one: somebody was removed or handed over;
// - the latest decision on charges that names it; one that names none goes to the latest disturbance, or without one to
//   the latest incident;
// - notes, corrections, deviations and late additions while it was open or, in its aftermath, after the meeting was
//   closed; a deviation at any moment of its aftermath; those in its aftermath that are about the room, security,
//   police or the emergency; and what was recorded later, but happened meanwhile.
//
// Steps that were taken back count only as corrections. The fields are found by these ids: what, who, agreement,
// speaker, to, reason, how, until, number, by, purpose, incident, decision, clerk_consulted, adviser_consulted.
#pragma once

#include "record/incident.h"
#include "session/session.h"

#include <string>
#include <vector>

namespace hamer {

// In the order in which they opened; the nth has the id "<session_id>-<n>". `head_hash` is the hash of the session's
// last entry in the journal.
[[nodiscard]] std::vector<IncidentRecord> incidents(const Session& session, const Municipality& municipality,
                                                    const std::string& session_id, const std::string& head_hash);

}  // namespace hamer
