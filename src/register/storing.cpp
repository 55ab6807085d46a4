#include "register/storing.h"

#include "base/sha256.h"
#include "base/text.h"
#include "codec/record/record_json.h"
#include "register/database.h"
#include "register/derived.h"
#include "register/outbox.h"

#include <fmt/format.h>

namespace hamer {

void refuse(const std::string& where, std::string problem, std::string advice, Trouble trouble) {
    throw RegisterError({ErrorKind::Refused, where, std::move(problem), std::move(advice), trouble});
}

Latest latest_of(soci::session& sql, const std::string& id) {
    Latest latest;
    sql << "SELECT r.revision, r.content_sha256 FROM record_revision r"
           " JOIN record c ON c.id = r.record_id AND c.latest_revision = r.revision WHERE c.id = :id",
        soci::into(latest.revision), soci::into(latest.content), soci::use(id);
    return sql.got_data() ? latest : Latest{};
}

bool was_erased(soci::session& sql, const std::string& id) {
    int count = 0;
    sql << "SELECT COUNT(*) FROM erasure WHERE record_id = :id AND person = ''", soci::into(count), soci::use(id);
    return count > 0;
}

int revision_of(soci::session& sql, const std::string& where, const std::string& id, std::optional<int> revision) {
    const Latest latest = latest_of(sql, id);
    if (latest.revision == 0) {
        refuse(where, fmt::format("there is no record “{}”", printable(id, 120)), "`hamer record list` shows them",
               Trouble::UnknownName);
    }
    const int asked = revision.value_or(latest.revision);
    if (asked < 1 || asked > latest.revision) {
        refuse(where, fmt::format("{} has no revision {}", id, asked),
               fmt::format("It has revisions 1 to {}", latest.revision), Trouble::UnknownName);
    }
    return asked;
}

std::string body_of(soci::session& sql, const std::string& where, const std::string& id, int revision) {
    std::string body, hash;
    sql << "SELECT body, body_sha256 FROM record_revision WHERE record_id = :id AND revision = :revision",
        soci::into(body), soci::into(hash), soci::use(id), soci::use(revision);
    if (sha256_hex(body) != hash) {
        throw RegisterError({ErrorKind::Storage, where,
                             fmt::format("revision {} of {} is damaged: it is not what was stored", revision, id),
                             "Keep the register as it is, and look for a whole copy; the session's journal still holds "
                             "what was recorded",
                             Trouble::Damaged});
    }
    return body;
}

IncidentRecord read_stored(const std::string& body, const std::string& where, const std::string& id) {
    auto record = read_record(body, fmt::format("{}: {}", where, id));
    if (!record) throw RegisterError(record.error());
    return *std::move(record);
}

IncidentRecord record_of(soci::session& sql, const std::string& where, const std::string& id, int revision) {
    return read_stored(body_of(sql, where, id, revision), where, id);
}

SavedRecord standing(soci::session& sql, const std::string& where, const std::string& id, int latest) {
    SavedRecord saved;
    saved.before = body_of(sql, where, id, latest);
    saved.record = read_stored(saved.before, where, id);
    return saved;
}

StoredText store(Register::Database& database, IncidentRecord& record, Instant made_at) {
    soci::session& sql = database.sql;
    const Latest latest = latest_of(sql, record.id);
    // What the clerk added stays when the journal's part is made again.
    if (!record.dossier && latest.revision > 0) {
        record.dossier = record_of(sql, database.where, record.id, latest.revision).dossier;
    }
    record.revision = latest.revision + 1;
    RecordTexts texts = write_record_texts(record);
    const std::string content = sha256_hex(texts.compared);
    if (latest.revision > 0 && latest.content == content) {
        record.revision = latest.revision;
        return {{record.id, latest.revision, false}, {}};
    }

    const std::string made = to_rfc3339(made_at);
    const std::string body_hash = sha256_hex(texts.stored);
    write_derived(sql, record, made);
    sql << "INSERT INTO record_revision"
           " (record_id, revision, made_at, journal_head, content_sha256, body_sha256, body)"
           " VALUES (:id, :revision, :made_at, :head, :content, :body_hash, :body)",
        soci::use(record.id), soci::use(record.revision), soci::use(made), soci::use(record.source.head),
        soci::use(content), soci::use(body_hash), soci::use(texts.stored);
    if (!is_incident(record.kind)) return {{record.id, record.revision, true}, std::move(texts.stored)};
    if (status(record) == IncidentStatus::Complete || was_delivered(sql, record.id)) {
        queue(sql, record.id, record.revision, database.targets, made_at);
    }
    return {{record.id, record.revision, true}, std::move(texts.stored)};
}

}  // namespace hamer
