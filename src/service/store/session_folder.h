// Sessions on disk: where they are, reading one, and opening one to go on (docs/journal-format.md).
#pragma once

#include "base/result.h"
#include "codec/journal/entry_json.h"
#include "journal/reader.h"
#include "platform/files.h"
#include "procedure/procedure.h"
#include "record/session_origin.h"
#include "session/session.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// <data>/sessions, or <data>/drills for drills.
[[nodiscard]] std::filesystem::path sessions_folder(const std::filesystem::path& data, bool drill);
// Below <data>: the meeting as it was filled in last, which the next one is offered.
inline constexpr std::string_view last_meeting_name = "last-meeting.json";
// As base/session_id.h says what a session is called.
[[nodiscard]] std::string new_session_id(Instant now);
// A text that nobody can guess, for what is kept apart from the journal (codec/journal/entry_json.h).
[[nodiscard]] std::string fresh_salt();

// A session as read: the fold of all entries that could be read.
struct StoredSession {
    std::string id;
    std::filesystem::path folder;
    JournalContents journal;
    Session session;
    std::string procedure_text;             // procedure.json
    std::optional<Error> unreadable;        // the first entry that could not be understood, if any
    std::optional<Error> texts_unreadable;  // private.jsonl is there but cannot be read: its texts seem to be erased
    bool procedure_matches = true;          // procedure.json is the file that the session was opened with
    std::optional<SessionOrigin> origin{};  // of a session of another device (session_origin.h)
};

// The ids of all sessions, oldest first. A missing folder has none.
[[nodiscard]] Result<std::vector<std::string>> list_sessions(FileSystem& files, const std::filesystem::path& folder);

// The session's procedure.json, read and nothing more: whether there is such a session. Changes nothing.
[[nodiscard]] Result<std::string> session_procedure(FileSystem& files, const std::filesystem::path& folder,
                                                    const std::string& id);

// The procedure that was read last, for who reads many sessions: most of them have the same.
struct ReadProcedures {
    std::string text{};
    std::shared_ptr<const Procedure> procedure{};
};

// Reads without changing anything. Damage is part of the answer (journal.state()); errors are for what is not there.
[[nodiscard]] Result<StoredSession> read_session(FileSystem& files, const std::filesystem::path& folder,
                                                 const std::string& id, ReadProcedures* read_before = nullptr);

}  // namespace hamer
