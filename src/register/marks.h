// The marks of hand-overs in the table `session_mark`, one row for each, which nobody changes or deletes. All SQL for
// them is here. Internal to register/; everything throws what guarded() turns into an Error.
#pragma once

#include "record/marks.h"
#include "register/soci.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

// From one row for each session, the latest, to one for each hand-over; those that are there stay. SQLite refuses any
// change of a row from then on; a server gives no role the right to one.
void keep_every_mark(soci::session& sql);

// In the order of their entries.
[[nodiscard]] std::vector<SessionMark> hand_over_marks(soci::session& sql, const std::string& session_id);
// The last of each session: the hash of its entry, by the session.
[[nodiscard]] std::map<std::string, std::string, std::less<>> last_heads(soci::session& sql);
[[nodiscard]] std::optional<SessionMark> last_mark(soci::session& sql, const std::string& session_id);
// What the revisions of the session's records say that its journal ended with, once each: seq is 0.
[[nodiscard]] std::vector<SessionMark> heads_of_revisions(soci::session& sql, const std::string& session_id);

// Adds a mark at the journal's end, unless it is there. Refuses a journal that does not pass through all marks of it.
void prove_and_mark(soci::session& sql, const std::string& where, const SessionChain& journal, const SessionMark& mark,
                    const std::string& now);

}  // namespace hamer
