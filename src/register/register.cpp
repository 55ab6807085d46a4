#include "register/register.h"

#include "base/sha256.h"
#include "base/text.h"
#include "codec/record_json.h"
#include "register/database.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

[[noreturn]] void refuse(const std::string& where, std::string problem, std::string advice) {
    throw RegisterError({ErrorKind::Refused, where, std::move(problem), std::move(advice)});
}

template <std::size_t Count>
std::string word(const std::array<std::string_view, Count>& words, auto value) {
    return std::string(words[static_cast<std::size_t>(value)]);
}

// Zero when the word is unknown; only a newer Hamer writes such words, and its register is refused.
template <typename Value, std::size_t Count>
Value value_of(const std::array<std::string_view, Count>& words, const std::string& text) {
    const auto found = std::ranges::find(words, text);
    return found == words.end() ? Value{} : static_cast<Value>(found - words.begin());
}

// What makes two records the same: everything but the revision's number and how long the journal was.
std::string content_hash(IncidentRecord record) {
    record.revision = 0;
    record.source.head.clear();
    return sha256_hex(write_record(record));
}

struct Latest {
    int revision = 0;  // 0: there is none
    std::string content;
};

Latest latest_of(soci::session& sql, const std::string& id) {
    Latest latest;
    sql << "SELECT r.revision, r.content_sha256 FROM record_revision r"
           " JOIN record c ON c.id = r.record_id AND c.latest_revision = r.revision WHERE c.id = :id",
        soci::into(latest.revision), soci::into(latest.content), soci::use(id);
    return sql.got_data() ? latest : Latest{};
}

// The row that lists the record, as it stands with this revision.
void write_summary(soci::session& sql, const IncidentRecord& record, const std::string& made_at) {
    const std::string kind = word(incident_kind_words, record.kind);
    const std::string state = word(incident_status_words, status(record));
    const std::string started = to_rfc3339(record.started.at);
    const long long started_ms = record.started.at.milliseconds;
    const std::string ended = record.ended ? to_rfc3339(record.ended->at.at) : "";
    soci::indicator has_ended = record.ended ? soci::i_ok : soci::i_null;
    const char* insert =
        "INSERT INTO record (latest_revision, kind, status, meeting_date, meeting_name, what, started, started_ms,"
        " ended, made_at, session_id, id) VALUES (:revision, :kind, :status, :date, :name, :what, :started,"
        " :started_ms, :ended, :made_at, :session, :id)";
    const char* update =
        "UPDATE record SET latest_revision = :revision, kind = :kind, status = :status, meeting_date = :date,"
        " meeting_name = :name, what = :what, started = :started, started_ms = :started_ms, ended = :ended,"
        " made_at = :made_at, session_id = :session WHERE id = :id";
    sql << (record.revision == 1 ? insert : update), soci::use(record.revision, "revision"), soci::use(kind, "kind"),
        soci::use(state, "status"), soci::use(record.meeting.date, "date"), soci::use(record.meeting.name, "name"),
        soci::use(record.what, "what"), soci::use(started, "started"), soci::use(started_ms, "started_ms"),
        soci::use(ended, has_ended, "ended"), soci::use(made_at, "made_at"),
        soci::use(record.source.session, "session"), soci::use(record.id, "id");
}

std::string body_of(soci::session& sql, const std::string& where, const std::string& id, int revision) {
    std::string body, hash;
    sql << "SELECT body, body_sha256 FROM record_revision WHERE record_id = :id AND revision = :revision",
        soci::into(body), soci::into(hash), soci::use(id), soci::use(revision);
    if (sha256_hex(body) != hash) {
        throw RegisterError({ErrorKind::Storage, where,
                             fmt::format("revision {} of {} is damaged: it is not what was stored", revision, id),
                             "Put back a copy; the session's journal still holds everything"});
    }
    return body;
}

IncidentRecord record_of(soci::session& sql, const std::string& where, const std::string& id, int revision) {
    auto record = read_record(body_of(sql, where, id, revision), fmt::format("{}: {}", where, id));
    if (!record) throw RegisterError(record.error());
    return *std::move(record);
}

StoredRecord store(soci::session& sql, const std::string& where, IncidentRecord record, const std::string& made_at) {
    const Latest latest = latest_of(sql, record.id);
    // What the clerk added stays when the journal's part is made again.
    if (!record.dossier && latest.revision > 0) {
        record.dossier = record_of(sql, where, record.id, latest.revision).dossier;
    }
    const std::string content = content_hash(record);
    if (latest.revision > 0 && latest.content == content) return {record.id, latest.revision, false};

    record.revision = latest.revision + 1;
    const std::string body = write_record(record);
    const std::string body_hash = sha256_hex(body);
    write_summary(sql, record, made_at);
    sql << "INSERT INTO record_revision"
           " (record_id, revision, made_at, journal_head, content_sha256, body_sha256, body)"
           " VALUES (:id, :revision, :made_at, :head, :content, :body_hash, :body)",
        soci::use(record.id), soci::use(record.revision), soci::use(made_at), soci::use(record.source.head),
        soci::use(content), soci::use(body_hash), soci::use(body);
    return {record.id, record.revision, true};
}

void check_record(const std::string& where, const IncidentRecord& record) {
    if (record.drill) {
        refuse(where, fmt::format("{} is of a drill, and the register takes none", record.id),
               "Look at a drill's own page for what happened in it");
    }
    if (record.id.empty() || record.id.size() > 120) {
        refuse(where, "a record needs an id of at most 120 characters", "Give it one");
    }
}

std::optional<SessionMark> mark_of(soci::session& sql, const std::string& session_id) {
    long long seq = 0;
    std::string head;
    sql << "SELECT seq, head FROM session_mark WHERE session_id = :id", soci::into(seq), soci::into(head),
        soci::use(session_id);
    if (!sql.got_data()) return std::nullopt;
    return SessionMark{session_id, static_cast<std::uint64_t>(seq), head};
}

void set_mark(soci::session& sql, const std::string& where, const SessionMark& mark, const std::string& now) {
    const auto former = mark_of(sql, mark.session_id);
    if (former && (former->seq > mark.seq || (former->seq == mark.seq && former->head != mark.head))) {
        refuse(where,
               fmt::format("session {} was handed over before up to entry {} with hash {}…, and now ends at entry {} "
                           "with hash {}…: its journal lost or changed entries",
                           mark.session_id, former->seq, former->head.substr(0, 12), mark.seq, mark.head.substr(0, 12)),
               "The register keeps what it has. Run `hamer verify` on the session, and put back a copy of its folder");
    }
    const auto seq = static_cast<long long>(mark.seq);
    sql << (former
                ? "UPDATE session_mark SET seq = :seq, head = :head, handed_over_at = :now WHERE session_id = :id"
                : "INSERT INTO session_mark (seq, head, handed_over_at, session_id) VALUES (:seq, :head, :now, :id)"),
        soci::use(seq, "seq"), soci::use(mark.head, "head"), soci::use(now, "now"), soci::use(mark.session_id, "id");
}

// Records of the session that are not among `kept` are no incidents any more.
void withdraw_others(soci::session& sql, const std::string& where, const SessionMark& mark,
                     const std::vector<IncidentRecord>& kept, const std::string& made_at) {
    const std::string withdrawn = word(incident_status_words, IncidentStatus::Withdrawn);
    std::vector<std::pair<std::string, int>> gone;
    std::string id;
    int revision = 0;
    soci::statement list = (sql.prepare << "SELECT id, latest_revision FROM record"
                                           " WHERE session_id = :session AND status <> :withdrawn ORDER BY id",
                            soci::into(id), soci::into(revision), soci::use(mark.session_id), soci::use(withdrawn));
    list.execute();
    while (list.fetch()) {
        if (std::ranges::find(kept, id, &IncidentRecord::id) == kept.end()) gone.emplace_back(id, revision);
    }
    for (const auto& [gone_id, latest] : gone) {
        IncidentRecord record = record_of(sql, where, gone_id, latest);
        record.withdrawn = true;
        record.source.head = mark.head;
        (void)store(sql, where, std::move(record), made_at);
    }
}

}  // namespace

Register::Register(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Register::Register(Register&&) noexcept = default;
Register& Register::operator=(Register&&) noexcept = default;
Register::~Register() = default;

Result<Register> Register::open(const std::string& location) {
    if (location.find("://") != std::string::npos) {
        return fail(ErrorKind::Usage, location, "expected a file: this Hamer keeps its register in a file only",
                    "Name a file, such as register.db");
    }
    if (location.empty()) return fail(ErrorKind::Usage, "register", "expected a file, found nothing", "Name a file");
    if (auto prepared = prepare_register_file(location); !prepared) return tl::unexpected<Error>(prepared.error());
    auto database = guarded(location, [&] { return std::make_unique<Database>(location); });
    if (!database) return tl::unexpected<Error>(database.error());
    return Register(*std::move(database));
}

Result<StoredRecord> Register::put(const IncidentRecord& record, Instant made_at) {
    return guarded(database_->where, [&] {
        check_record(database_->where, record);
        WriteTransaction transaction(database_->sql);
        StoredRecord stored = store(database_->sql, database_->where, record, to_rfc3339(made_at));
        transaction.commit();
        return stored;
    });
}

Result<std::vector<StoredRecord>> Register::hand_over(const SessionMark& mark,
                                                      const std::vector<IncidentRecord>& records, Instant made_at) {
    return guarded(database_->where, [&] {
        const std::string now = to_rfc3339(made_at);
        std::vector<StoredRecord> stored;
        for (const IncidentRecord& record : records) {
            check_record(database_->where, record);
            if (record.source.session != mark.session_id) {
                refuse(database_->where, fmt::format("{} is not of session {}", record.id, mark.session_id), {});
            }
        }
        WriteTransaction transaction(database_->sql);
        set_mark(database_->sql, database_->where, mark, now);
        stored.reserve(records.size());
        for (const IncidentRecord& record : records)
            stored.push_back(store(database_->sql, database_->where, record, now));
        withdraw_others(database_->sql, database_->where, mark, records, now);
        transaction.commit();
        return stored;
    });
}

Result<std::optional<SessionMark>> Register::session_mark(const std::string& session_id) {
    return guarded(database_->where, [&] { return mark_of(database_->sql, session_id); });
}

Result<std::vector<RecordSummary>> Register::list() {
    return guarded(database_->where, [&] {
        std::vector<RecordSummary> all;
        RecordSummary row;
        std::string kind, state, started, ended, made_at;
        soci::indicator has_ended = soci::i_null;
        soci::statement list =
            (database_->sql.prepare << "SELECT id, latest_revision, kind, status, meeting_date, meeting_name, what,"
                                       " started, ended, made_at FROM record ORDER BY started_ms DESC, id DESC",
             soci::into(row.id), soci::into(row.revision), soci::into(kind), soci::into(state), soci::into(row.date),
             soci::into(row.meeting), soci::into(row.what), soci::into(started), soci::into(ended, has_ended),
             soci::into(made_at));
        list.execute();
        while (list.fetch()) {
            row.kind = value_of<IncidentKind>(incident_kind_words, kind);
            row.status = value_of<IncidentStatus>(incident_status_words, state);
            row.started = from_rfc3339(started).value_or(Instant{});
            row.ended = has_ended == soci::i_ok ? from_rfc3339(ended) : std::nullopt;
            row.made_at = from_rfc3339(made_at).value_or(Instant{});
            all.push_back(row);
        }
        return all;
    });
}

namespace {

// The revision that is asked for, of a record that is there.
int revision_of(soci::session& sql, const std::string& where, const std::string& id, std::optional<int> revision) {
    const Latest latest = latest_of(sql, id);
    if (latest.revision == 0) {
        refuse(where, fmt::format("there is no record “{}”", printable(id, 120)), "`hamer record list` shows them");
    }
    const int asked = revision.value_or(latest.revision);
    if (asked < 1 || asked > latest.revision) {
        refuse(where, fmt::format("{} has no revision {}", id, asked),
               fmt::format("It has revisions 1 to {}", latest.revision));
    }
    return asked;
}

}  // namespace

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
    return guarded(database_->where, [&] {
        WriteTransaction transaction(database_->sql);
        const int latest = revision_of(database_->sql, database_->where, id, std::nullopt);
        if (base != latest) {
            refuse(database_->where,
                   fmt::format("{} is at revision {}, and this was made from revision {}", id, latest, base),
                   "Somebody else saved it meanwhile. Look at it again, and add what is still missing");
        }
        IncidentRecord record = record_of(database_->sql, database_->where, id, latest);
        record.dossier = dossier;
        StoredRecord stored = store(database_->sql, database_->where, std::move(record), to_rfc3339(made_at));
        transaction.commit();
        return stored;
    });
}

}  // namespace hamer
