#include "service/store/session_folder.h"

#include "base/attempt.h"
#include "base/session_id.h"
#include "base/sha256.h"
#include "codec/procedure/procedure_json.h"
#include "journal/line_file.h"
#include "platform/random.h"
#include "service/store/session_origin.h"

#include <algorithm>

namespace hamer {

std::filesystem::path sessions_folder(const std::filesystem::path& data, bool drill) {
    return data / (drill ? "drills" : "sessions");
}

std::string new_session_id(Instant now) { return compact_utc(now) + "-" + random_hex(4); }

std::string fresh_salt() { return random_hex(16); }

Result<std::vector<std::string>> list_sessions(FileSystem& files, const std::filesystem::path& folder) {
    auto names = files.list(folder);
    if (!names) {
        const auto there = files.look(folder);
        if (there && !*there) return std::vector<std::string>{};
        return names;
    }
    std::erase_if(*names, [](const std::string& name) { return !is_session_id(name); });
    return names;
}

Result<std::string> session_procedure(FileSystem& files, const std::filesystem::path& parent, const std::string& id) {
    if (!is_session_id(id)) {
        return fail(ErrorKind::Usage, printable(id, 80),
                    LocalText{"verwacht: de naam van een vergadering, zoals 20260312T190000Z-0a1b2c3d",
                              "expected a session's id, such as 20260312T190000Z-0a1b2c3d"},
                    {"`hamer sessions` noemt ze", "`hamer sessions` lists them"}, Trouble::UnknownName);
    }
    const std::filesystem::path folder = parent / id;
    ASSIGN_OR_RETURN(auto procedure_text, files.read(folder / "procedure.json"));
    if (!procedure_text) {
        return fail(ErrorKind::Usage, folder.string(),
                    LocalText{"deze vergadering is er niet: procedure.json ontbreekt",
                              "there is no such session: its procedure.json is not there"},
                    {"`hamer sessions` noemt ze", "`hamer sessions` lists them"}, Trouble::UnknownName);
    }
    return *std::move(procedure_text);
}

Result<StoredSession> read_session(FileSystem& files, const std::filesystem::path& parent, const std::string& id,
                                   ReadProcedures* read_before) {
    ASSIGN_OR_RETURN(const auto procedure_text, session_procedure(files, parent, id));
    const std::filesystem::path folder = parent / id;
    ReadProcedures alone;
    ReadProcedures& last = read_before ? *read_before : alone;
    if (!last.procedure || last.text != procedure_text) {
        auto procedure = read_procedure(procedure_text, (folder / "procedure.json").string());
        if (!procedure) {
            procedure.error().kind = ErrorKind::Refused;
            return tl::unexpected<Error>(procedure.error());
        }
        last = {procedure_text, std::make_shared<const Procedure>(*std::move(procedure))};
    }
    ASSIGN_OR_RETURN(auto origin, origin_of(files, folder));
    ASSIGN_OR_RETURN(auto journal, read_session_journal(files, folder));
    auto private_lines = read_lines(files, folder / "private.jsonl");
    // A meeting can go on without them, but not because of one error that will not come back.
    if (!private_lines) private_lines = read_lines(files, folder / "private.jsonl");
    const PrivateTexts texts = private_lines ? read_private_texts(private_lines->lines) : PrivateTexts{};

    StoredSession stored{id,
                         folder,
                         std::move(journal),
                         Session(last.procedure),
                         procedure_text,
                         std::nullopt,
                         private_lines ? std::nullopt : std::optional(private_lines.error()),
                         true,
                         std::move(origin)};
    std::uint32_t segment = 0;
    std::string segment_path;
    for (const JournalRecord& record : stored.journal.records) {
        if (record.segment != segment) {
            segment = record.segment;
            segment_path = (folder / segment_name(segment)).string();
        }
        auto entry = decode(record.seq, record.payload, texts, segment_path + ", entry " + std::to_string(record.seq));
        if (!entry) {
            stored.unreadable = entry.error();
            break;
        }
        stored.session.apply(*std::move(entry));
    }
    if (!stored.session.entries().empty()) {
        stored.procedure_matches = sha256_hex(stored.procedure_text) == stored.session.opened().procedure_sha256;
    }
    return stored;
}

}  // namespace hamer
