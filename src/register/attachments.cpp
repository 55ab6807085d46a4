// Files beside a record: a picture of a screen, a recording, a letter.
#include "base/base64.h"
#include "base/sha256.h"
#include "base/text.h"
#include "platform/random.h"
#include "register/database.h"
#include "register/outbox.h"
#include "register/register.h"
#include "register/storing.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

Result<SavedRecord> Register::attach(const std::string& id, Attachment attachment, std::string_view bytes,
                                     Instant made_at) {
    return guarded(database_->where, [&] {
        soci::session& sql = database_->sql;
        WriteTransaction transaction(sql);
        const int latest = revision_of(sql, database_->where, id, std::nullopt);
        SavedRecord saved = standing(sql, database_->where, id, latest);
        if (!saved.record.dossier) saved.record.dossier.emplace();
        std::vector<Attachment>& there = saved.record.dossier->attachments;
        attachment.sha256 = sha256_hex(bytes);
        attachment.size = bytes.size();
        const auto same = std::ranges::find(there, attachment.sha256, &Attachment::sha256);
        if (same != there.end()) {
            refuse(database_->where, fmt::format("{} has this file already, as {}", id, same->id),
                   "Add it once; change its remark where that is wrong", Trouble::NotNow);
        }
        do attachment.id = "b" + random_hex(4);
        while (saved.record.dossier->attachment(attachment.id));
        there.push_back(attachment);
        StoredText stored = store(*database_, saved.record, made_at);
        saved.stored = std::move(stored.stored);
        saved.after = std::move(stored.body);
        const std::string body = to_base64(bytes);
        sql << "INSERT INTO attachment (record_id, id, sha256, body) VALUES (:record, :id, :sha256, :body)",
            soci::use(id), soci::use(attachment.id), soci::use(attachment.sha256), soci::use(body);
        saved.is_delivered = was_delivered(sql, id);
        transaction.commit();
        return saved;
    });
}

Result<std::string> Register::attachment(const std::string& id, const std::string& attachment) {
    return guarded(database_->where, [&] {
        const int latest = revision_of(database_->sql, database_->where, id, std::nullopt);
        const IncidentRecord record = record_of(database_->sql, database_->where, id, latest);
        const Attachment* named = record.dossier ? record.dossier->attachment(attachment) : nullptr;
        std::string body;
        database_->sql << "SELECT body FROM attachment WHERE record_id = :record AND id = :id", soci::into(body),
            soci::use(id), soci::use(attachment);
        if (!named || named->sha256.empty()) {
            refuse(database_->where, fmt::format("{} has no attachment “{}”", id, printable(attachment, 40)),
                   "`hamer record attachments` names them by id", Trouble::UnknownName);
        }
        auto bytes = from_base64(body);
        // By what the record says: whoever put other bytes in its place could put their hash there too.
        if (!bytes || sha256_hex(*bytes) != named->sha256) {
            throw RegisterError(
                {ErrorKind::Storage, database_->where,
                 fmt::format("attachment {} of {} is damaged: it is not what was stored", attachment, id),
                 "Keep the register as it is, and look for a whole copy", Trouble::Damaged});
        }
        return *std::move(bytes);
    });
}

}  // namespace hamer
