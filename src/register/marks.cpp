#include "register/marks.h"

#include "register/derived.h"
#include "register/query.h"
#include "register/storing.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr const char* on_sqlite[] = {
    "ALTER TABLE session_mark RENAME TO last_session_mark",
    "CREATE TABLE session_mark ("
    " session_id VARCHAR(120) NOT NULL,"
    " seq BIGINT NOT NULL,"
    " head VARCHAR(64) NOT NULL,"
    " handed_over_at VARCHAR(40) NOT NULL,"
    " signed_by VARCHAR(64) NOT NULL DEFAULT '',"
    " PRIMARY KEY (session_id, seq))",
    "INSERT INTO session_mark (session_id, seq, head, handed_over_at)"
    " SELECT session_id, seq, head, handed_over_at FROM last_session_mark",
    "DROP TABLE last_session_mark",
    "CREATE TRIGGER session_mark_stays BEFORE DELETE ON session_mark"
    " BEGIN SELECT RAISE(ABORT, 'a mark is never deleted'); END",
    "CREATE TRIGGER session_mark_holds BEFORE UPDATE ON session_mark"
    " BEGIN SELECT RAISE(ABORT, 'a mark is never changed'); END",
};

// In its place, so that the rules for its rows stay; that no role may change one is said in row_security.cpp.
constexpr const char* on_a_server[] = {
    "ALTER TABLE session_mark DROP CONSTRAINT session_mark_pkey, ADD PRIMARY KEY (session_id, seq),"
    " ADD COLUMN signed_by VARCHAR(64) NOT NULL DEFAULT ''",
};

}  // namespace

void keep_every_mark(soci::session& sql) {
    if (is_sqlite(sql)) {
        for (const char* statement : on_sqlite) sql << statement;
    } else {
        for (const char* statement : on_a_server) sql << statement;
    }
}

std::vector<SessionMark> hand_over_marks(soci::session& sql, const std::string& session_id) {
    std::vector<SessionMark> marks;
    SessionMark mark{session_id, 0, {}, {}};
    long long seq = 0;
    soci::statement list =
        rows_of(sql, "SELECT seq, head, signed_by FROM session_mark WHERE session_id = :id ORDER BY seq",
                soci::into(seq), soci::into(mark.head), soci::into(mark.key), soci::use(session_id));
    while (list.fetch()) {
        mark.seq = static_cast<std::uint64_t>(seq);
        marks.push_back(mark);
    }
    return marks;
}

std::optional<SessionMark> last_mark(soci::session& sql, const std::string& session_id) {
    SessionMark mark{session_id, 0, {}, {}};
    long long seq = 0;
    sql << "SELECT seq, head, signed_by FROM session_mark WHERE session_id = :id ORDER BY seq DESC LIMIT 1",
        soci::into(seq), soci::into(mark.head), soci::into(mark.key), soci::use(session_id);
    if (!sql.got_data()) return std::nullopt;
    mark.seq = static_cast<std::uint64_t>(seq);
    return mark;
}

std::map<std::string, std::string, std::less<>> last_heads(soci::session& sql) {
    std::map<std::string, std::string, std::less<>> heads;
    std::string id, head;
    soci::statement list = rows_of(sql, "SELECT session_id, head FROM session_mark ORDER BY session_id, seq",
                                   soci::into(id), soci::into(head));
    while (list.fetch()) heads.insert_or_assign(id, head);
    return heads;
}

std::vector<SessionMark> heads_of_revisions(soci::session& sql, const std::string& session_id) {
    std::vector<SessionMark> marks;
    SessionMark mark{session_id, 0, {}, {}};
    soci::statement list =
        rows_of(sql,
                "SELECT DISTINCT v.journal_head FROM record_revision v JOIN record r ON r.id = v.record_id"
                " WHERE r.session_id = :id AND v.journal_head <> '' ORDER BY v.journal_head",
                soci::into(mark.head), soci::use(session_id));
    while (list.fetch()) marks.push_back(mark);
    return marks;
}

void prove_and_mark(soci::session& sql, const std::string& where, const SessionChain& journal, const SessionMark& mark,
                    const std::string& now) {
    const auto known = hand_over_marks(sql, mark.session_id);
    const auto differs = std::ranges::find_if(known, [&](const SessionMark& m) { return !journal.passes_through(m); });
    if (differs != known.end()) {
        const LocalText found = difference(journal, *differs, {"dit register", "this register"});
        throw RegisterError(
            fail(ErrorKind::Refused, where,
                 LocalText{
                     fmt::format("vergadering {}: er zijn regels uit het logboek verdwenen of veranderd: {}",
                                 mark.session_id, found.nl),
                     fmt::format("session {}: its journal lost or changed entries: {}", mark.session_id, found.en)},
                 LocalText{
                     fmt::format("Het register houdt wat het heeft. Kijk met `hamer verify {}`. Laat de map zoals ze "
                                 "is, en zoek een kopie die ouder is",
                                 mark.session_id),
                     fmt::format("The register keeps what it has. Run `hamer verify {}`. Leave the folder as it is, "
                                 "and look for an older copy",
                                 mark.session_id)},
                 Trouble::Damaged)
                .value());
    }
    if (std::ranges::find(known, mark.seq, &SessionMark::seq) != known.end()) return;
    const auto seq = static_cast<long long>(mark.seq);
    sql << "INSERT INTO session_mark (session_id, seq, head, handed_over_at, signed_by)"
           " VALUES (:id, :seq, :head, :now, :key)",
        soci::use(mark.session_id, "id"), soci::use(seq, "seq"), soci::use(mark.head, "head"), soci::use(now, "now"),
        soci::use(mark.key, "key");
}

}  // namespace hamer
