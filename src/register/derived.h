// What follows from a record's latest revision, in tables of its own: the row that lists it, its duties, and the words
// by which it is found. All of it can be made anew from the revisions. Internal to register/.
#pragma once

#include "record/incident.h"
#include "register/soci.h"

#include <string>

namespace hamer {

[[nodiscard]] inline bool is_sqlite(soci::session& sql) { return sql.get_backend_name() == "sqlite3"; }

// In the same transaction as the revision itself.
void write_derived(soci::session& sql, const IncidentRecord& record, const std::string& made_at);
void remove_derived(soci::session& sql, const std::string& id);

// SQLite's FTS5, or PostgreSQL's tsvector with an index of its words.
void make_search_table(soci::session& sql);
// For all records of a register from before these tables.
void derive_all_anew(soci::session& sql, const std::string& where);
// Of the records that are not complete, how much is missing, by today's rules. What cannot be read keeps its number.
void count_missing_anew(soci::session& sql, const std::string& where);

}  // namespace hamer
