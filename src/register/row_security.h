// Who may see and change what in a register on a server: a desk sees the records of its reporting line only (7.1), and
// writes no others, whatever program asks. Internal to register/; throws what guarded() turns into an Error.
#pragma once

#include "register/soci.h"

#include <string>

namespace hamer {

// Roles, row-level security, rights, and the triggers that keep what a right alone cannot. For tables of this version;
// in the transaction that made or changed them. What an earlier version allowed is taken back.
void secure_rows(soci::session& sql, const std::string& where);
// The rules, rights and triggers alone, anew: after a change of secured tables.
void guard_rows(soci::session& sql);

// The same for the table of attachments, which came later.
void guard_attachments(soci::session& sql);

// Refuses, with what to do, a user who may not make the tables or bring them up to date. `version` is theirs; 0: none.
void check_owner(soci::session& sql, const std::string& where, int version);

}  // namespace hamer
