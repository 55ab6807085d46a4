#include "base/attempt.h"
#include "main/selftest/checks.h"
#include "main/selftest/noted_session.h"
#include "platform/child_process.h"
#include "platform/interruption.h"
#include "service/store/session_folder.h"

#include <chrono>
#include <fmt/format.h>

namespace hamer {

namespace {

namespace fs = std::filesystem;

constexpr int folders = 4;
constexpr int kills_in_each = 5;
constexpr std::chrono::seconds patience{10};  // for the first line of one program

const LocalText subject{"afbreken", "kills"};

struct Count {
    int kills = 0;
    int torn = 0;
    std::size_t acknowledged = 0;
};

tl::unexpected<Error> wrong(const LocalText& problem) {
    return fail(ErrorKind::Refused, "", problem,
                {"Vergader niet op deze schijf, en stuur dit rapport in",
                 "Hold no meeting on this disk, and send this report in"});
}

// All that was acknowledged is there, as it was written.
Result<StoredSession> look_at(FileSystem& files, const fs::path& data) {
    const fs::path parent = sessions_folder(data, false);
    ASSIGN_OR_RETURN(const auto ids, list_sessions(files, parent));
    if (ids.size() != 1) return wrong({"de sessie is er niet", "the session is not there"});
    ASSIGN_OR_RETURN(auto stored, read_session(files, parent, ids.front()));
    if (stored.unreadable) return tl::unexpected(*stored.unreadable);
    if (stored.journal.state() == JournalState::Damaged) {
        return wrong({"het logboek is beschadigd", "the journal is damaged"});
    }
    const auto& entries = stored.session.entries();
    for (const std::uint64_t seq : acknowledged_in(files, data)) {
        const bool there = seq >= 1 && seq <= entries.size() && entries[seq - 1].as<NoteAdded>() != nullptr &&
                           entries[seq - 1].as<NoteAdded>()->text == noted;
        if (!there) {
            return wrong({fmt::format("regel {} was bevestigd, en is er niet", seq),
                          fmt::format("line {} was acknowledged, and is not there", seq)});
        }
    }
    return stored;
}

// One program, killed as soon as it acknowledged something.
Status kill_one(FileSystem& files, const fs::path& data, Count& count) {
    const std::size_t before = acknowledged_in(files, data).size();
    const auto ran = run_child({this_program(), "--data", data.string(), "selftest", "--part", "write"}, patience,
                               [&] { return interrupted() || acknowledged_in(files, data).size() > before; });
    if (!ran) return error_of(ran);
    if (!ran->stopped) {
        return wrong({fmt::format("het programma dat schrijft, hield zelf op (status {})", ran->exit_status),
                      fmt::format("the program that writes ended by itself (status {})", ran->exit_status)});
    }
    if (!interrupted() && acknowledged_in(files, data).size() == before) {
        return wrong({fmt::format("in {} seconden werd niets bevestigd", patience.count()),
                      fmt::format("nothing was acknowledged in {} seconds", patience.count())});
    }
    ++count.kills;
    return {};
}

Status kill_some(FileSystem& files, const fs::path& data, Count& count) {
    RETURN_IF_ERROR(files.make_folder(data));
    for (int i = 0; i < kills_in_each && !interrupted(); ++i) {
        RETURN_IF_ERROR(kill_one(files, data, count));
        if (interrupted()) return {};
        ASSIGN_OR_RETURN(const auto stored, look_at(files, data));
        count.torn += stored.journal.state() == JournalState::Torn ? 1 : 0;
    }
    if (interrupted()) return {};
    RETURN_IF_ERROR(add_note(files, data));
    ASSIGN_OR_RETURN(const auto stored, look_at(files, data));
    if (stored.journal.state() != JournalState::Whole) {
        return wrong({"het logboek is na herstel niet heel", "the recovered journal is not whole"});
    }
    count.acknowledged += acknowledged_in(files, data).size();
    return {};
}

}  // namespace

Finding check_kills(FileSystem& files, const fs::path& scratch) {
    Count count;
    for (int i = 0; i < folders && !interrupted(); ++i) {
        const Status done = kill_some(files, scratch / fmt::format("killed-{}", i + 1), count);
        if (!done) return failed_by(subject, done.error());
    }
    if (interrupted()) return not_tried(subject, {"afgebroken", "interrupted"});
    return {
        FindingKind::Good,
        subject,
        {fmt::format("{} keer een schrijvend programma afgebroken: alle {} bevestigde regels zijn er, {} halve regels "
                     "afgesneden, het herstelde logboek klopt",
                     count.kills, count.acknowledged, count.torn),
         fmt::format("a writing program was killed {} times: all {} acknowledged lines are there, {} torn lines cut "
                     "off, the recovered journal verifies",
                     count.kills, count.acknowledged, count.torn)}};
}

}  // namespace hamer
