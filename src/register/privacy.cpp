// Who looked at what, and taking personal data out of the register (AVG).
#include "base/sha256.h"
#include "base/text.h"
#include "codec/record_json.h"
#include "register/database.h"
#include "register/derived.h"
#include "register/register.h"
#include "register/storing.h"

#include <fmt/format.h>

namespace hamer {

namespace {

void note(soci::session& sql, const Access& access) {
    const std::string at = to_rfc3339(access.at);
    const long long at_ms = access.at.milliseconds;
    sql << "INSERT INTO access (at, at_ms, who, what, record_id) VALUES (:at, :at_ms, :who, :what, :id)", soci::use(at),
        soci::use(at_ms), soci::use(access.who), soci::use(access.what), soci::use(access.record);
}

void note_erasure(soci::session& sql, const std::string& id, const std::string& person, const std::string& who,
                  Instant now) {
    const std::string at = to_rfc3339(now);
    sql << "INSERT INTO erasure (at, who, record_id, person, why) VALUES (:at, :who, :id, :person, '')", soci::use(at),
        soci::use(who), soci::use(id), soci::use(person);
    note(sql, {now, who, "erase", id});
}

bool erase_from(IncidentRecord& record, const std::string& id) {
    if (!record.dossier) return false;
    for (Person& person : record.dossier->persons) {
        if (person.id != id) continue;
        Person kept{.id = person.id, .role = person.role, .office = person.office};
        kept.injured = person.injured;
        kept.seriously = person.seriously;
        person = kept;
        return true;
    }
    return false;
}

// Deleted rows are overwritten with zeros, but words of the search index live on in its segments until those are
// merged, and anything in the write-ahead log until it is started anew.
void leave_no_trace(soci::session& sql) {
    if (!is_sqlite(sql)) return;
    sql << "INSERT INTO record_search (record_search) VALUES ('optimize')";
    int busy = 0, pages = 0, moved = 0;
    sql << "PRAGMA wal_checkpoint(TRUNCATE)", soci::into(busy), soci::into(pages), soci::into(moved);
}

}  // namespace

Status Register::note_access(const Access& access) {
    return guarded(database_->where, [&] {
        WriteTransaction transaction(database_->sql);
        note(database_->sql, access);
        transaction.commit();
    });
}

Result<std::vector<Access>> Register::accesses(const std::string& record) {
    return guarded(database_->where, [&] {
        std::vector<Access> all;
        Access row;
        std::string at;
        soci::statement list = (database_->sql.prepare << "SELECT at, who, what, record_id FROM access"
                                                          " WHERE record_id = :id OR :every = '' ORDER BY at_ms DESC",
                                soci::into(at), soci::into(row.who), soci::into(row.what), soci::into(row.record),
                                soci::use(record), soci::use(record));
        list.execute();
        while (list.fetch()) {
            row.at = from_rfc3339(at).value_or(Instant{});
            all.push_back(row);
        }
        return all;
    });
}

Status Register::erase_person(const std::string& id, const std::string& person, const std::string& who, Instant now) {
    return guarded(database_->where, [&] {
        soci::session& sql = database_->sql;
        WriteTransaction transaction(sql);
        const int latest = revision_of(sql, database_->where, id, std::nullopt);
        note_erasure(sql, id, person, who, now);  // first: a server changes nothing that was stored without it
        bool found = false;
        for (int revision = 1; revision <= latest; ++revision) {
            IncidentRecord record = record_of(sql, database_->where, id, revision);
            if (!erase_from(record, person)) continue;
            found = true;
            const std::string body = write_record(record);
            const std::string body_hash = sha256_hex(body);
            const std::string content = content_hash(record);
            sql << "UPDATE record_revision SET body = :body, body_sha256 = :hash, content_sha256 = :content"
                   " WHERE record_id = :id AND revision = :revision",
                soci::use(body, "body"), soci::use(body_hash, "hash"), soci::use(content, "content"),
                soci::use(id, "id"), soci::use(revision, "revision");
            if (revision == latest) write_derived(sql, record, to_rfc3339(now));
        }
        if (!found) {
            refuse(database_->where, fmt::format("{} has no person “{}”", id, printable(person, 40)),
                   "`hamer record show` names them by id, such as p1", Trouble::UnknownName);
        }
        transaction.commit();
        leave_no_trace(sql);
    });
}

Status Register::erase_record(const std::string& id, const std::string& who, Instant now) {
    return guarded(database_->where, [&] {
        soci::session& sql = database_->sql;
        WriteTransaction transaction(sql);
        (void)revision_of(sql, database_->where, id, std::nullopt);
        note_erasure(sql, id, {}, who, now);
        remove_derived(sql, id);
        // On a server they go with their record: nobody may delete one of them alone.
        if (is_sqlite(sql)) {
            for (const char* table : {"delivery", "record_revision"}) {
                sql << fmt::format("DELETE FROM {} WHERE record_id = :id", table), soci::use(id);
            }
        }
        sql << "DELETE FROM record WHERE id = :id", soci::use(id);
        transaction.commit();
        leave_no_trace(sql);
    });
}

}  // namespace hamer
