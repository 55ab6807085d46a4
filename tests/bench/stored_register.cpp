#include "stored_register.h"

#include "measures.h"

#include <fmt/format.h>
#include <memory>
#include <sqlite3.h>

namespace hamer::bench {

namespace {

constexpr const char* fill =
    "PRAGMA synchronous = OFF;"
    "BEGIN;"
    "CREATE TEMP TABLE number AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0})"
    " SELECT i FROM n;"
    "INSERT INTO record (id, session_id, latest_revision, kind, status, meeting_date, meeting_name, what, started,"
    " started_ms, ended, made_at, number, place, conduct, repetition, disturbers, missing, reporting_line)"
    " SELECT 'r-' || i, 's-' || i, 1, 'disturbance', 'complete', '2026-03-12', 'Raadsvergadering',"
    " 'geroep en gefluit ' || i, '2026-03-12T20:41:17.120+01:00', i * 600000, '2026-03-12T20:55:48.150+01:00',"
    " '2026-03-12T22:00:00.000+01:00', i, 'Raadzaal', 'c', 'first', 'Naam' || (i % 2500) || ' de Vries', 0, 'council'"
    " FROM number;"
    "INSERT INTO record_search (rowid, words) SELECT i, 'geroep en gefluit ' || i || ' raadsvergadering raadzaal naam'"
    " || (i % 2500) || ' de vries rapenburg ' || (i % 300) || ' leiden' FROM number;"
    "INSERT INTO duty (record_id, kind, person, starts, due, due_ms, advice, done_at, done_by)"
    " SELECT 'r-' || i, 'third-talk', 'p2', '2026-04-09T00:00:00.000+02:00', '2026-04-23T23:59:59.000+02:00',"
    " i * 600000, 0, CASE WHEN i > {0} - {0} / 1000 THEN NULL ELSE '2026-04-10T10:00:00.000+02:00' END, 'griffier' "
    "FROM number;"
    "DROP TABLE number;"
    "COMMIT;";

}  // namespace

void fill_register(const std::filesystem::path& file, int records) {
    sqlite3* opened = nullptr;
    const int status = sqlite3_open(file.c_str(), &opened);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(opened, &sqlite3_close);
    const std::string sql = fmt::format(fill, records);
    if (status != SQLITE_OK || sqlite3_exec(opened, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw Trouble(file.string() + ": " + sqlite3_errmsg(opened));
    }
}

}  // namespace hamer::bench
