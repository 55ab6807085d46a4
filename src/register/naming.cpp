// Where the register names a person, in any text of any revision; and taking the name out of one record.
#include "codec/record/record_json.h"
#include "codec/record/record_texts.h"
#include "register/database.h"
#include "register/query.h"
#include "register/register.h"
#include "register/storing.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr int records_at_once = 200;

// Where a form has a sign that JSON writes otherwise, every record is read whole.
bool may_name(const std::string& body, const NameForms& names) {
    return names.is_in(body, NameForms::Match::WithSurname) || body.find('\\') != std::string::npos;
}

void add(NamedRecords& made, const std::string& id, int revision, const std::string& body, const NameForms& names) {
    if (!may_name(body, names)) return;
    const auto record = read_record(body, id);
    if (!record) {
        made.unreadable.push_back(fmt::format("{} r{}", id, revision));
        return;
    }
    const Mentions mentions = mentions_in(*record, names);
    if (mentions.empty()) return;
    if (made.records.empty() || made.records.back().id != id) {
        made.records.push_back({id, record->what, record->started.at, revision, {}, {}});
    }
    NamedRecord& named = made.records.back();
    named.what = record->what;
    named.revision = revision;
    named.mentions.add(mentions);
    for (const Person& one : record->dossier.value_or(Dossier{}).persons) {
        const bool is_them =
            names.is_in(one.name, NameForms::Match::WholeOnly) || names.is_in(one.address, NameForms::Match::WholeOnly);
        if (is_them && std::ranges::find(named.persons, one.id) == named.persons.end()) named.persons.push_back(one.id);
    }
}

// What a receiver said of a record, in which no text names the person itself.
void add_deliveries(soci::session& sql, NamedRecords& made, const NameForms& names) {
    std::string id, what, started, problem;
    int revision = 0;
    soci::statement list =
        rows_of(sql,
                "SELECT d.record_id, d.revision, d.problem, r.what, r.started FROM delivery d"
                " JOIN record r ON r.id = d.record_id WHERE d.problem <> '' ORDER BY d.record_id",
                soci::into(id), soci::into(revision), soci::into(problem), soci::into(what), soci::into(started));
    while (list.fetch()) {
        const auto here = names.first_in(problem, NameForms::Match::WithSurname);
        if (!here || std::ranges::find(made.records, id, &NamedRecord::id) != made.records.end()) continue;
        made.records.push_back({id, what, from_rfc3339(started).value_or(Instant{}), revision, {}, {}});
        made.records.back().mentions.add(mention_of(problem, *here));
    }
}

bool is_in_logs(soci::session& sql, const NameForms& names) {
    std::string who;
    soci::statement list = rows_of(sql, "SELECT who FROM access UNION SELECT who FROM erasure", soci::into(who));
    while (list.fetch()) {
        if (names.is_in(who, NameForms::Match::WholeOnly)) return true;
    }
    return false;
}

}  // namespace

Result<std::vector<std::string>> Register::erased_persons(const std::string& id) {
    return guarded(database_->where, [&] {
        std::vector<std::string> all;
        std::string person;
        soci::statement list =
            rows_of(database_->sql, "SELECT DISTINCT person FROM erasure WHERE record_id = :id AND person <> ''",
                    soci::into(person), soci::use(id));
        while (list.fetch()) all.push_back(person);
        return all;
    });
}

Result<NamedRecords> Register::named(const NameForms& names, Progress& progress) {
    return guarded(database_->where, [&] {
        soci::session& sql = database_->sql;
        NamedRecords made;
        int total = 0;
        sql << "SELECT COUNT(*) FROM record", soci::into(total);
        progress.begin({"Dossiers doorzoeken", "Searching the records"}, static_cast<std::uint64_t>(total));
        std::string after;
        while (true) {
            std::vector<std::string> ids;
            std::string id;
            {
                soci::statement list = rows_of(
                    sql, fmt::format("SELECT id FROM record WHERE id > :after ORDER BY id LIMIT {}", records_at_once),
                    soci::into(id), soci::use(after));
                while (list.fetch()) ids.push_back(id);
            }
            if (ids.empty()) break;
            {
                int revision = 0;
                std::string body;
                soci::statement list = rows_of(sql,
                                               "SELECT record_id, revision, body FROM record_revision"
                                               " WHERE record_id >= :from AND record_id <= :until"
                                               " ORDER BY record_id, revision",
                                               soci::into(id), soci::into(revision), soci::into(body),
                                               soci::use(ids.front()), soci::use(ids.back()));
                while (list.fetch()) add(made, id, revision, body, names);
            }
            if (auto on = progress.step(ids.size()); !on) throw RegisterError(on.error());
            after = ids.back();
        }
        add_deliveries(sql, made, names);
        made.in_logs = is_in_logs(sql, names);
        return made;
    });
}

}  // namespace hamer
