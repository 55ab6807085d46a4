#include "register/register.h"

#include "base/attempt.h"
#include "base/text.h"
#include "register/database.h"
#include "register/derived.h"
#include "register/marks.h"
#include "register/outbox.h"
#include "register/place.h"
#include "register/query.h"
#include "register/storing.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

void check_record(const std::string& where, const IncidentRecord& record) {
    if (record.drill) {
        refuse(where, fmt::format("{} is of a drill, and the register takes none", record.id),
               "Look at a drill's own page for what happened in it");
    }
    if (record.id.empty() || record.id.size() > 120) {
        refuse(where, "a record needs an id of at most 120 characters", "Give it one");
    }
}

// Records of the session that are not among `kept` are no incidents any more.
void withdraw_others(Register::Database& database, const SessionMark& mark, const std::vector<IncidentRecord>& kept,
                     Instant made_at) {
    soci::session& sql = database.sql;
    const std::string withdrawn = word(incident_status_words, IncidentStatus::Withdrawn);
    std::vector<std::pair<std::string, int>> gone;
    std::string id;
    int revision = 0;
    soci::statement list =
        rows_of(sql,
                "SELECT id, latest_revision FROM record"
                " WHERE session_id = :session AND status <> :withdrawn ORDER BY id",
                soci::into(id), soci::into(revision), soci::use(mark.session_id), soci::use(withdrawn));
    while (list.fetch()) {
        if (std::ranges::find(kept, id, &IncidentRecord::id) == kept.end()) gone.emplace_back(id, revision);
    }
    for (const auto& [gone_id, latest] : gone) {
        IncidentRecord record = record_of(sql, database.where, gone_id, latest);
        record.withdrawn = true;
        record.source.head = mark.head;
        (void)store(database, record, made_at);
    }
}

}  // namespace

Register::Register(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Register::Register(Register&&) noexcept = default;
Register& Register::operator=(Register&&) noexcept = default;
Register::~Register() = default;

Result<Register> Register::open(const std::string& location, std::vector<std::string> targets) {
    if (location.empty()) {
        return fail(ErrorKind::Usage, "register", "expected a file, found nothing", "Name a file",
                    Trouble::WrongAddress);
    }
    const RegisterPlace place = read_place(location);
    if (place.kind == RegisterPlace::Kind::Unknown) {
        return fail(ErrorKind::Usage, place.shown, "expected a file, or a server as postgresql://user@host/database",
                    "Name a file, such as register.db, or such a server; write an @ after the host as %40",
                    Trouble::WrongAddress);
    }
    std::optional<FileGuard> files;
    if (place.kind == RegisterPlace::Kind::File) {
        // Before SQLite opens it.
        ASSIGN_OR_RETURN(auto prepared, make_guarded_file(location, "the register"));
        files.emplace(std::move(prepared));
    }
    auto database = guarded(place.shown, [&] {
        return std::make_unique<Database>(location, std::move(targets), files ? *std::move(files) : FileGuard());
    });
    if (!database) return tl::unexpected<Error>(database.error());
    return Register(*std::move(database));
}

Result<StoredRecord> Register::put(const IncidentRecord& record, Instant made_at) {
    return guarded(database_->where, [&] {
        check_record(database_->where, record);
        WriteTransaction transaction(database_->sql);
        IncidentRecord next = record;
        StoredRecord stored = store(*database_, next, made_at).stored;
        transaction.commit();
        return stored;
    });
}

Result<std::vector<StoredRecord>> Register::hand_over(const SessionChain& journal,
                                                      const std::vector<IncidentRecord>& records, Instant made_at,
                                                      const std::string& key) {
    return guarded(database_->where, [&] {
        SessionMark mark = journal.end();
        mark.key = key;
        std::vector<StoredRecord> stored;
        for (const IncidentRecord& record : records) {
            check_record(database_->where, record);
            if (record.source.session != mark.session_id) {
                refuse(database_->where, fmt::format("{} is not of session {}", record.id, mark.session_id), {});
            }
        }
        WriteTransaction transaction(database_->sql);
        prove_and_mark(database_->sql, database_->where, journal, mark, to_rfc3339(made_at));
        stored.reserve(records.size());
        for (const IncidentRecord& record : records) {
            if (was_erased(database_->sql, record.id)) continue;
            IncidentRecord next = record;
            stored.push_back(store(*database_, next, made_at).stored);
        }
        withdraw_others(*database_, mark, records, made_at);
        transaction.commit();
        return stored;
    });
}

Result<std::optional<SessionMark>> Register::session_mark(const std::string& session_id) {
    return guarded(database_->where, [&] { return last_mark(database_->sql, session_id); });
}

Result<std::map<std::string, std::string, std::less<>>> Register::session_heads() {
    return guarded(database_->where, [&] { return last_heads(database_->sql); });
}

Result<std::vector<SessionMark>> Register::marks(const std::string& session_id) {
    return guarded(database_->where, [&] {
        auto marks = hand_over_marks(database_->sql, session_id);
        std::ranges::move(heads_of_revisions(database_->sql, session_id), std::back_inserter(marks));
        return marks;
    });
}

Result<IncidentRecord> Register::record(const std::string& id, std::optional<int> revision) {
    return guarded(database_->where, [&] {
        const int asked = revision_of(database_->sql, database_->where, id, revision);
        return record_of(database_->sql, database_->where, id, asked);
    });
}

Result<std::string> Register::show(const std::string& id, std::optional<int> revision) {
    return guarded(database_->where, [&] {
        const int asked = revision_of(database_->sql, database_->where, id, revision);
        return body_of(database_->sql, database_->where, id, asked);
    });
}

Result<StoredRecord> Register::save(const std::string& id, int base, const Dossier& dossier, Instant made_at) {
    auto saved = save(
        id, base, [&](const IncidentRecord&) -> Result<Dossier> { return dossier; }, made_at);
    if (!saved) return tl::unexpected<Error>(saved.error());
    return std::move(saved->stored);
}

Result<SavedRecord> Register::save(const std::string& id, std::optional<int> base, const MakeDossier& make,
                                   Instant made_at) {
    return guarded(database_->where, [&] {
        soci::session& sql = database_->sql;
        WriteTransaction transaction(sql);
        const int latest = revision_of(sql, database_->where, id, std::nullopt);
        SavedRecord saved = standing(sql, database_->where, id, latest);
        Result<Dossier> dossier = make(saved.record);
        if (!dossier) throw RegisterError(dossier.error());
        if (base && *base + 1 == latest && saved.record.dossier == *dossier) {
            // Its first call may have ended in doubt: this one is as sure as a save, and waits for the standby too.
            if (!is_sqlite(sql)) {
                std::string found;
                sql << "SELECT id FROM record WHERE id = :id FOR UPDATE", soci::into(found), soci::use(id);
            }
            saved.stored = {id, latest, false};
        } else if (base && *base != latest) {
            refuse(database_->where,
                   fmt::format("{} is at revision {}, and this was made from revision {}", id, latest, *base),
                   "Somebody else saved it meanwhile. Look at it again, and add what is still missing",
                   Trouble::SavedByOther);
        } else {
            saved.record.dossier = *std::move(dossier);
            StoredText stored = store(*database_, saved.record, made_at);
            saved.stored = std::move(stored.stored);
            saved.after = std::move(stored.body);
        }
        saved.is_delivered = was_delivered(sql, id);
        transaction.commit();
        return saved;
    });
}

Result<std::string> Register::role() {
    return guarded(database_->where, [&] {
        std::string role;
        if (!is_sqlite(database_->sql)) database_->sql << "SELECT session_user", soci::into(role);
        return role;
    });
}

}  // namespace hamer
