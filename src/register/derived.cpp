#include "register/derived.h"

#include "base/calendar.h"
#include "base/fold.h"
#include "base/text.h"
#include "platform/zone.h"
#include "record/completeness.h"
#include "record/duties.h"
#include "register/database.h"
#include "register/query.h"
#include "register/storing.h"

#include <utility>
#include <vector>

namespace hamer {

namespace {

// Along whose line a record goes (7.1): the griffier's for the council, the gemeentesecretaris's for the college. What
// happened in a meeting of the council is the griffier's too, and of a mayor's incident the griffier is told.
std::string reporting_line(const IncidentRecord& record) {
    bool council = is_of_a_meeting(record.kind);
    bool college = false;
    if (record.dossier) {
        // What was held to learn from goes by who was there.
        for (const Body body : record.dossier->learning ? record.dossier->learning->bodies : std::vector<Body>{}) {
            college = college || body == Body::College;
            council = council || body == Body::Council || body == Body::Committees || body == Body::Chairs;
        }
        for (const Person& person : record.dossier->persons) {
            if (person.role != PersonRole::Affected || !person.office) continue;
            college = college || *person.office == Office::Alderman || *person.office == Office::Mayor;
            council = council || *person.office != Office::Alderman;
        }
    }
    if (college) return council ? "both" : "college";
    return "council";
}

std::string disturbers(const IncidentRecord& record) {
    std::string names;
    if (!record.dossier) return names;
    for (const Person& person : record.dossier->persons) {
        if (person.role != PersonRole::Disturber || person.name.empty()) continue;
        names += (names.empty() ? "" : ", ") + person.name;
    }
    return names;
}

std::string words_of(const IncidentRecord& record) {
    std::string text = record.id + ' ' + record.what + ' ' + record.meeting.name + ' ' + record.meeting.room + ' ' +
                       record.meeting.date;
    for (const Note& note : record.notes) text += ' ' + note.text;
    if (record.dossier) {
        const Dossier& dossier = *record.dossier;
        for (const std::string* part :
             {&dossier.place, &dossier.with_what, &dossier.manner, &dossier.reason, &dossier.damage_text}) {
            text += ' ' + *part;
        }
        for (const Person& person : dossier.persons) {
            text += ' ' + person.name + ' ' + person.address + ' ' + person.description;
        }
        for (const Measure& measure : dossier.measures) text += ' ' + measure.text + ' ' + measure.condition;
        for (const std::string* part :
             {&dossier.earlier.text, &dossier.hearing.text, &dossier.no_measures_why, &dossier.gir.number,
              &dossier.police_file.number, &dossier.evaluation.good, &dossier.evaluation.better}) {
            text += ' ' + *part;
        }
        for (const Improvement& improvement : dossier.improvements) text += ' ' + improvement.text;
        if (dossier.signal) text += ' ' + dossier.signal->meeting + ' ' + dossier.signal->why;
        if (dossier.estimate) {
            const Estimate& estimate = *dossier.estimate;
            for (const std::string* part :
                 {&estimate.room, &estimate.address, &estimate.item, &estimate.groups, &estimate.demonstration,
                  &estimate.speakers, &estimate.why, &estimate.afterwards})
                text += ' ' + *part;
        }
        if (dossier.learning) {
            text += ' ' + dossier.learning->given_by + ' ' + dossier.learning->concluded;
            for (const std::string& name : dossier.learning->present) text += ' ' + name;
        }
        for (const Precaution& precaution : dossier.precautions) text += ' ' + precaution.text;
        for (const Attachment& attachment : dossier.attachments)
            text += ' ' + attachment.name + ' ' + attachment.remark;
    }
    std::string folded;
    for (const std::string& word : words_in(fold(printable(text, text.size())))) folded += word + ' ';
    return folded;
}

struct Row {
    bool exists = false;
    long long number = 0;  // in the search table
};

Row row_of(soci::session& sql, const std::string& id) {
    Row row;
    sql << "SELECT number FROM record WHERE id = :id", soci::into(row.number), soci::use(id);
    row.exists = sql.got_data();
    return row;
}

// The row that lists the record.
void write_row(soci::session& sql, const IncidentRecord& record, const std::string& made_at, const Row& row) {
    const std::string kind = word(incident_kind_words, record.kind);
    const std::string state = word(incident_status_words, status(record));
    const std::string started = to_rfc3339(record.started.at);
    const long long started_ms = record.started.at.milliseconds;
    const std::string ended = record.ended ? to_rfc3339(record.ended->at.at) : "";
    soci::indicator has_ended = record.ended ? soci::i_ok : soci::i_null;
    const Dossier none;
    const Dossier& dossier = record.dossier ? *record.dossier : none;
    const auto heaviest = governing(dossier);
    const std::string conduct = heaviest ? word(conduct_words, *heaviest) : "";
    const std::string repetition = dossier.repetition ? word(repetition_words, *dossier.repetition) : "";
    // Without what a server's text cannot hold.
    const std::string what = printable(record.what);
    const std::string meeting = printable(record.meeting.name);
    const std::string place = printable(dossier.place.empty() ? record.meeting.room : dossier.place);
    const std::string line = reporting_line(record);
    const std::string names = printable(disturbers(record));
    const int still_missing = static_cast<int>(missing(record).size());
    const char* insert =
        "INSERT INTO record (latest_revision, kind, status, meeting_date, meeting_name, what, started, started_ms,"
        " ended, made_at, session_id, number, place, conduct, repetition, disturbers, missing, reporting_line, id)"
        " VALUES (:revision, :kind, :status, :date, :name, :what, :started, :started_ms, :ended, :made_at, :session,"
        " :number, :place, :conduct, :repetition, :disturbers, :missing, :line, :id)";
    const char* update =
        "UPDATE record SET latest_revision = :revision, kind = :kind, status = :status, meeting_date = :date,"
        " meeting_name = :name, what = :what, started = :started, started_ms = :started_ms, ended = :ended,"
        " made_at = :made_at, session_id = :session, number = :number, place = :place, conduct = :conduct,"
        " repetition = :repetition, disturbers = :disturbers, missing = :missing, reporting_line = :line"
        " WHERE id = :id";
    sql << (row.exists ? update : insert), soci::use(record.revision, "revision"), soci::use(kind, "kind"),
        soci::use(state, "status"), soci::use(record.meeting.date, "date"), soci::use(meeting, "name"),
        soci::use(what, "what"), soci::use(started, "started"), soci::use(started_ms, "started_ms"),
        soci::use(ended, has_ended, "ended"), soci::use(made_at, "made_at"),
        soci::use(record.source.session, "session"), soci::use(row.number, "number"), soci::use(place, "place"),
        soci::use(conduct, "conduct"), soci::use(repetition, "repetition"), soci::use(names, "disturbers"),
        soci::use(still_missing, "missing"), soci::use(line, "line"), soci::use(record.id, "id");
}

void write_duties(soci::session& sql, const IncidentRecord& record) {
    sql << "DELETE FROM duty WHERE record_id = :id", soci::use(record.id);
    for (const Duty& duty : duties(record, SystemZone())) {
        const std::string kind = word(duty_words, duty.kind);
        const std::string starts = to_rfc3339(duty.from);
        const std::string due = to_rfc3339(duty.due);
        const long long due_ms = duty.due.milliseconds;
        const int advice = duty.advice ? 1 : 0;
        const std::string done_at = duty.done ? to_rfc3339(duty.done->at) : "";
        const std::string done_by = duty.done ? duty.done->by : "";
        soci::indicator is_done = duty.done ? soci::i_ok : soci::i_null;
        const std::string owner = printable(duty.owner);
        if (owner.empty()) {
            // Also into an earlier version of the tables, which names nobody (derive_all_anew).
            sql << "INSERT INTO duty (record_id, kind, person, starts, due, due_ms, advice, done_at, done_by)"
                   " VALUES (:id, :kind, :person, :starts, :due, :due_ms, :advice, :done_at, :done_by)",
                soci::use(record.id), soci::use(kind), soci::use(duty.person), soci::use(starts), soci::use(due),
                soci::use(due_ms), soci::use(advice), soci::use(done_at, is_done), soci::use(done_by);
        } else {
            sql << "INSERT INTO duty (record_id, kind, person, starts, due, due_ms, advice, done_at, done_by, owner)"
                   " VALUES (:id, :kind, :person, :starts, :due, :due_ms, :advice, :done_at, :done_by, :owner)",
                soci::use(record.id), soci::use(kind), soci::use(duty.person), soci::use(starts), soci::use(due),
                soci::use(due_ms), soci::use(advice), soci::use(done_at, is_done), soci::use(done_by), soci::use(owner);
        }
    }
}

void write_words(soci::session& sql, const IncidentRecord& record, long long number) {
    const std::string words = words_of(record);
    if (is_sqlite(sql)) {
        sql << "DELETE FROM record_search WHERE rowid = :number", soci::use(number);
        sql << "INSERT INTO record_search (rowid, words) VALUES (:number, :words)", soci::use(number), soci::use(words);
    } else {
        sql << "DELETE FROM record_search WHERE number = :number", soci::use(number);
        sql << "INSERT INTO record_search (number, words) VALUES (:number, to_tsvector('simple', :words))",
            soci::use(number), soci::use(words);
    }
}

}  // namespace

void write_derived(soci::session& sql, const IncidentRecord& record, const std::string& made_at) {
    Row row = row_of(sql, record.id);
    // A server gives each new row its number by itself; those of an earlier version have none.
    if (row.number == 0 && (is_sqlite(sql) || row.exists)) {
        sql << (is_sqlite(sql) ? "SELECT COALESCE(MAX(number), 0) + 1 FROM record" : "SELECT nextval('record_number')"),
            soci::into(row.number);
    }
    write_row(sql, record, made_at, row);
    if (row.number == 0) row = row_of(sql, record.id);
    write_duties(sql, record);
    write_words(sql, record, row.number);
}

void remove_derived(soci::session& sql, const std::string& id) {
    const long long number = row_of(sql, id).number;
    sql << (is_sqlite(sql) ? "DELETE FROM record_search WHERE rowid = :number"
                           : "DELETE FROM record_search WHERE number = :number"),
        soci::use(number);
    sql << "DELETE FROM duty WHERE record_id = :id", soci::use(id);
}

void make_search_table(soci::session& sql) {
    if (is_sqlite(sql)) {
        sql << "CREATE VIRTUAL TABLE record_search USING fts5(words, prefix='1 2 3', tokenize='unicode61')";
        return;
    }
    sql << "CREATE SEQUENCE record_number";
    sql << "CREATE TABLE record_search (number BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)";
    sql << "CREATE INDEX record_search_words ON record_search USING GIN (words)";
}

void count_missing_anew(soci::session& sql, const std::string& where) {
    std::vector<std::string> all;
    std::string id;
    soci::statement list = rows_of(sql, "SELECT id FROM record WHERE status IN ('open', 'ended')", soci::into(id));
    while (list.fetch()) all.push_back(id);
    for (const std::string& each : all) {
        int still_missing = 0;
        try {
            still_missing =
                static_cast<int>(missing(record_of(sql, where, each, latest_of(sql, each).revision)).size());
        } catch (const RegisterError&) {
            continue;
        }
        sql << "UPDATE record SET missing = :missing WHERE id = :id", soci::use(still_missing), soci::use(each);
    }
}

void derive_all_anew(soci::session& sql, const std::string& where) {
    std::vector<std::pair<std::string, std::string>> all;
    std::string id, made_at;
    soci::statement list =
        rows_of(sql, "SELECT id, made_at FROM record ORDER BY started_ms", soci::into(id), soci::into(made_at));
    while (list.fetch()) all.emplace_back(id, made_at);
    for (const auto& [each, time] : all) {
        const IncidentRecord record = record_of(sql, where, each, latest_of(sql, each).revision);
        write_derived(sql, record, time);
    }
}

}  // namespace hamer
