// Who looked at what, and taking personal data out of the register (AVG).
#include "base/attempt.h"
#include "base/sha256.h"
#include "base/text.h"
#include "codec/record/record_json.h"
#include "codec/record/record_texts.h"
#include "platform/file_users.h"
#include "record/attachments.h"
#include "register/calendar.h"
#include "register/database.h"
#include "register/derived.h"
#include "register/file_bytes.h"
#include "register/query.h"
#include "register/register.h"
#include "register/storing.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace hamer {

namespace {

using Match = NameForms::Match;

void note(soci::session& sql, const Access& access) {
    const std::string at = to_rfc3339(access.at);
    const long long at_ms = access.at.milliseconds;
    sql << "INSERT INTO access (at, at_ms, who, what, record_id) VALUES (:at, :at_ms, :who, :what, :id)", soci::use(at),
        soci::use(at_ms), soci::use(access.who), soci::use(access.what), soci::use(access.record);
}

void note_erasure(soci::session& sql, const std::string& id, const std::string& person, const std::string& who,
                  Instant now, const std::string& lapsed = {}) {
    const std::string at = to_rfc3339(now);
    sql << "INSERT INTO erasure (at, who, record_id, person, why) VALUES (:at, :who, :id, :person, :lapsed)",
        soci::use(at), soci::use(who), soci::use(id), soci::use(person), soci::use(lapsed);
    note(sql, {now, who, "erase", id});
}

// In the log of what was erased: a name in a record's texts, of whoever has it there. No person has this id.
constexpr const char* nobody = "name";

// A receiver that refused the record may have said whose name it did not like.
void take_from_deliveries(soci::session& sql, const std::string& id, const NameForms& names, Match match) {
    struct Said {
        int revision = 0;
        std::string target, problem;
    };
    std::vector<Said> all;
    Said row;
    {
        soci::statement list =
            rows_of(sql, "SELECT revision, target, problem FROM delivery WHERE record_id = :id AND problem <> ''",
                    soci::into(row.revision), soci::into(row.target), soci::into(row.problem), soci::use(id));
        while (list.fetch()) all.push_back(row);
    }
    for (const Said& each : all) {
        const std::string without = names.without(each.problem, match);
        if (without == each.problem) continue;
        sql << "UPDATE delivery SET problem = :problem"
               " WHERE record_id = :id AND revision = :revision AND target = :target",
            soci::use(without), soci::use(id), soci::use(each.revision), soci::use(each.target);
    }
}

// Whether the register still has the text for another reason. Who worked here stays in the logs, whatever they erase.
// The search index has the words of another record in small letters. Of a file only.
bool is_elsewhere(soci::session& sql, const std::string& text) {
    const std::string in_body = as_in_json(text);
    int count = 0;
    sql << "SELECT (SELECT COUNT(*) FROM record_revision WHERE instr(body, :a) > 0)"
           " + (SELECT COUNT(*) FROM record WHERE instr(what || meeting_name || place || disturbers, :b) > 0)"
           " + (SELECT COUNT(*) FROM duty WHERE instr(done_by, :c) > 0)"
           " + (SELECT COUNT(*) FROM access WHERE instr(who, :d) > 0)"
           " + (SELECT COUNT(*) FROM erasure WHERE instr(who, :e) > 0)"
           " + (SELECT COUNT(*) FROM record_search WHERE instr(words, :f) > 0)"
           " + (SELECT COUNT(*) FROM attachment WHERE instr(body, :g) > 0)",
        soci::use(in_body, "a"), soci::use(text, "b"), soci::use(text, "c"), soci::use(text, "d"), soci::use(text, "e"),
        soci::use(text, "f"), soci::use(text, "g"), soci::into(count);
    return count > 0;
}

// What to look for afterwards. A damaged revision tells nothing of what is in it, and has to go all the same.
std::vector<std::string> texts_of(soci::session& sql, const std::string& where, const std::string& id, int latest) {
    std::vector<std::string> texts;
    for (int revision = 1; revision <= latest; ++revision) {
        try {
            for (std::string& text : telling_texts(record_of(sql, where, id, revision))) {
                if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
            }
        } catch (const RegisterError&) {
            continue;
        }
    }
    return texts;
}

// Of the bytes of each attachment of a record, or of one of them: enough to know them by.
std::vector<std::string> samples_of(soci::session& sql, const std::string& id, const std::string& attachment = {}) {
    std::vector<std::string> samples;
    std::string sample;
    soci::statement list = rows_of(sql,
                                   "SELECT substr(body, length(body) / 2, 60) FROM attachment"
                                   " WHERE record_id = :id AND (id = :attachment OR :every = '')",
                                   soci::into(sample), soci::use(id), soci::use(attachment), soci::use(attachment));
    while (list.fetch()) samples.push_back(sample);
    return samples;
}

// Deleted rows are overwritten with zeros, but words of the search index live on in its segments until those are
// merged, and anything in the write-ahead log until it is started anew, for which no reader may be in its way. What
// came of it is seen in the bytes of the files.
Erasure leave_no_trace(Register::Database& database, const std::vector<std::string>& texts) {
    Erasure made{texts.size()};
    soci::session& sql = database.sql;
    if (!is_sqlite(sql)) return made;
    sql << "INSERT INTO record_search (record_search) VALUES ('optimize')";
    int busy = 0, pages = 0, moved = 0;
    sql << "PRAGMA wal_checkpoint(TRUNCATE)", soci::into(busy), soci::into(pages), soci::into(moved);
    if (busy != 0) {
        const std::string users = users_of(database.where);
        made.left.push_back(
            {fmt::format(
                 "{}-wal: een ander programma leest het register{}, dus de woorden staan daar nog. Sluit het en "
                 "wis nog eens",
                 database.where, users.empty() ? "" : ": " + users),
             fmt::format(
                 "{}-wal: another program reads the register{}, so the words are still there. Close it and erase "
                 "once more",
                 database.where, users.empty() ? "" : ": " + users)});
        return made;
    }
    std::vector<std::string> looked_for = texts;
    std::erase_if(looked_for, [&](const std::string& text) { return !is_telling(text) || is_elsewhere(sql, text); });
    if (looked_for.empty()) return made;
    // What was in the write-ahead log is in the file, since that was started anew.
    const std::string bytes = bytes_of_file(sql, database.where);
    if (std::ranges::none_of(looked_for, [&](const std::string& text) { return stands_in(bytes, text); })) return made;
    made.left.push_back({fmt::format("{}: er staat nog een gewiste tekst in. Wis nog eens", database.where),
                         fmt::format("{}: still holds a text that was erased. Erase once more", database.where)});
    return made;
}

// Puts what `take` makes of each revision in its place, and notes first that a part of the record is erased, as a
// server changes nothing that was stored without it. Gives the texts that went. Belongs in a transaction.
template <typename Take>
std::vector<std::string> rewrite(Register::Database& database, const std::string& id, const std::string& part,
                                 const std::string& who, Instant now, const Take& take) {
    soci::session& sql = database.sql;
    const int latest = revision_of(sql, database.where, id, std::nullopt);
    note_erasure(sql, id, part, who, now);
    std::vector<std::string> texts;
    for (int revision = 1; revision <= latest; ++revision) {
        Result<WithoutPerson> without = take(record_of(sql, database.where, id, revision));
        if (!without) throw RegisterError(without.error());
        const IncidentRecord& record = without->record;
        for (std::string& text : without->former) {
            if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
        }
        const auto [body, compared] = write_record_texts(record);
        const std::string body_hash = sha256_hex(body);
        const std::string content = sha256_hex(compared);
        sql << "UPDATE record_revision SET body = :body, body_sha256 = :hash, content_sha256 = :content"
               " WHERE record_id = :id AND revision = :revision",
            soci::use(body, "body"), soci::use(body_hash, "hash"), soci::use(content, "content"), soci::use(id, "id"),
            soci::use(revision, "revision");
        if (revision == latest) write_derived(sql, record, to_rfc3339(now));
    }
    return texts;
}

// In every revision of a record: a person of it, or `nobody` of it, and the name.
Erasure take_out(Register::Database& database, const std::string& id, const std::string& person, const NameForms& names,
                 const std::string& who, Instant now) {
    const Match match = person == nobody ? Match::WithSurname : Match::WithParts;
    WriteTransaction transaction(database.sql);
    const auto texts = rewrite(database, id, person, who, now, [&](const IncidentRecord& record) {
        return without_person(record, person, names, match);
    });
    take_from_deliveries(database.sql, id, names, match);
    transaction.commit();
    return leave_no_trace(database, texts);
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
        soci::statement list = rows_of(database_->sql,
                                       "SELECT at, who, what, record_id FROM access"
                                       " WHERE record_id = :id OR :every = '' ORDER BY at_ms DESC",
                                       soci::into(at), soci::into(row.who), soci::into(row.what),
                                       soci::into(row.record), soci::use(record), soci::use(record));
        while (list.fetch()) {
            row.at = from_rfc3339(at).value_or(Instant{});
            all.push_back(row);
        }
        return all;
    });
}

Result<NameForms> Register::names_of(const std::string& id, const std::string& person, NameForms::By by) {
    return guarded(database_->where, [&] {
        NameForms names;
        bool found = false;
        const int latest = revision_of(database_->sql, database_->where, id, std::nullopt);
        for (int revision = 1; revision <= latest; ++revision) {
            const IncidentRecord record = record_of(database_->sql, database_->where, id, revision);
            const Person* there = record.dossier ? record.dossier->person(person) : nullptr;
            if (!there) continue;
            found = true;
            names.add(*there, by);
        }
        if (!found) {
            refuse(database_->where, fmt::format("{} has no person “{}”", id, printable(person, 40)),
                   "`hamer record show` names them by id, such as p1", Trouble::UnknownName);
        }
        return names;
    });
}

Result<Erasure> Register::erase_person(const std::string& id, const std::string& person, const std::string& who,
                                       Instant now) {
    ASSIGN_OR_RETURN(const auto names, names_of(id, person));
    return guarded(database_->where, [&] { return take_out(*database_, id, person, names, who, now); });
}

Result<Erasure> Register::erase_name(const std::string& id, const NameForms& names, const std::string& who,
                                     Instant now) {
    return guarded(database_->where, [&] { return take_out(*database_, id, nobody, names, who, now); });
}

Result<Erasure> Register::erase_attachment(const std::string& id, const std::string& attachment, const std::string& who,
                                           Instant now) {
    return guarded(database_->where, [&] {
        soci::session& sql = database_->sql;
        WriteTransaction transaction(sql);
        bool found = false;
        const auto take = [&](IncidentRecord record) -> Result<WithoutPerson> {
            WithoutPerson made{std::move(record), {}};
            if (!made.record.dossier) return made;
            for (Attachment& one : made.record.dossier->attachments) {
                if (one.id != attachment) continue;
                found = true;
                for (const std::string* text : {&one.name, &one.remark}) made.former.push_back(*text);
                one = erased(one);
            }
            return made;
        };
        auto texts = samples_of(sql, id, attachment);
        std::ranges::move(rewrite(*database_, id, attachment, who, now, take), std::back_inserter(texts));
        if (!found) {
            refuse(database_->where, fmt::format("{} has no attachment “{}”", id, printable(attachment, 40)),
                   "`hamer record attachments` names them by id", Trouble::UnknownName);
        }
        sql << "DELETE FROM attachment WHERE record_id = :id AND id = :attachment", soci::use(id),
            soci::use(attachment);
        transaction.commit();
        return leave_no_trace(*database_, texts);
    });
}

Result<Erasure> Register::erase_record(const std::string& id, const std::string& who, Instant now) {
    return guarded(database_->where, [&] {
        soci::session& sql = database_->sql;
        // Once more, as something was in the way of it the last time.
        if (latest_of(sql, id).revision == 0 && was_erased(sql, id)) return leave_no_trace(*database_, {});
        WriteTransaction transaction(sql);
        const int latest = revision_of(sql, database_->where, id, std::nullopt);
        auto texts = texts_of(sql, database_->where, id, latest);
        std::ranges::move(samples_of(sql, id), std::back_inserter(texts));
        note_erasure(sql, id, {}, who, now, lapsed_with(sql, database_->where, id, latest));
        remove_derived(sql, id);
        // On a server they go with their record: nobody may delete one of them alone.
        if (is_sqlite(sql)) {
            for (const char* table : {"delivery", "attachment", "record_revision"}) {
                sql << fmt::format("DELETE FROM {} WHERE record_id = :id", table), soci::use(id);
            }
        }
        sql << "DELETE FROM record WHERE id = :id", soci::use(id);
        transaction.commit();
        return leave_no_trace(*database_, texts);
    });
}

}  // namespace hamer
