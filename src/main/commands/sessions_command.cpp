#include "base/attempt.h"
#include "base/counted.h"
#include "base/session_id.h"
#include "base/typed_time.h"
#include "codec/journal/entry_json.h"
#include "main/commands/clerk_commands.h"
#include "main/commands/commands.h"
#include "main/commands/output.h"
#include "main/commands/witness_work.h"
#include "platform/system_files.h"
#include "report/log_lines.h"
#include "service/store/session_index.h"

#include <fmt/format.h>

namespace hamer {

namespace {

// A session by its id, in the meetings or else in the drills of the data folder.
Result<StoredSession> find_session(FileSystem& files, const CommonOptions& common, const std::string& id) {
    ASSIGN_OR_RETURN(const auto data, data_folder(common));
    std::error_code code;
    const auto drills = sessions_folder(data, true);
    const bool drill = is_session_id(id) && std::filesystem::is_directory(drills / id, code);
    return read_session(files, drill ? drills : sessions_folder(data, false), id);
}

std::string lines_in_words(std::uint64_t count, Language language) {
    return counted(count, {"regel", "entry"}, {"regels", "entries"}).in(language);
}

LocalText state_in_words(LogState state) {
    switch (state) {
        case LogState::Whole:
            return {"heel", "whole"};
        case LogState::Torn:
            return {"afgebroken", "torn"};
        case LogState::Damaged:
            break;
    }
    return {"beschadigd", "damaged"};
}

int print_sessions(FileSystem& files, const std::filesystem::path& folder, Language language) {
    const Say word{language};
    SessionIndex index(files, folder);
    const auto ids = index.ids();
    if (!ids) return report(ids.error());
    int status = 0;
    for (const std::string& id : *ids) {
        const auto one = index.summary(id);
        if (!one) {
            say("{}  {}\n", id, describe(one.error(), spoken()));
            status = 1;
            continue;
        }
        if (one->entries == 0) {
            say("{}  {}\n", id, word("leeg", "empty"));
            continue;
        }
        const char* state = one->put_away ? word("afgesloten", "put away")
                            : one->closed ? word("vergadering gesloten", "meeting closed")
                                          : "open";
        const std::string from = one->origin
                                     ? fmt::format("  {} {}", word("alleen te lezen, van", "only to be read, of"),
                                                   origin_in_words(*one->origin).in(language))
                                     : std::string();
        say("{}  {}  {} – {}  ({}, {}, {}){}\n", id, shown_day(one->date), one->name, one->room, state,
            lines_in_words(one->entries, language), state_in_words(one->log).in(language), from);
        if (one->log == LogState::Damaged) status = 1;
    }
    index.keep();
    return status;
}

}  // namespace

int sessions_command(const CommonOptions& common) {
    const auto data = data_folder(common);
    if (!data) return report(data.error());
    SystemFiles files;
    const int meetings = print_sessions(files, sessions_folder(*data, false), language_of(common));
    std::error_code code;
    const auto drills = sessions_folder(*data, true);
    if (!std::filesystem::exists(drills, code)) return meetings;
    say("{}\n", Say{language_of(common)}("OEFENINGEN", "DRILLS"));
    return std::max(meetings, print_sessions(files, drills, language_of(common)));
}

int log_command(const CommonOptions& common, const std::string& id, const std::string& format, CsvKind csv) {
    SystemFiles files;
    const auto stored = find_session(files, common, id);
    if (!stored) return report(stored.error());
    const Language language = common.lang.empty() ? stored->session.language() : language_of(common);
    if (format == "json") {
        say_json(entries_as_json(stored->session.entries()));
    } else if (format == "csv") {
        write_out(log_as_csv(stored->session, language, csv));  // its cells are printable
    } else {
        say_lines(log_as_text(stored->session, id, language));
    }
    // A log is evidence: on paper it must not pass for what it is not.
    const auto data = data_folder(common);
    const WitnessWork work(common, files, data.value_or(std::filesystem::path()));
    if (const auto proven = prove(id, stored->journal, work.witnesses()); !proven) return report(proven.error());
    if (stored->unreadable) return report(*stored->unreadable);
    if (stored->journal.state() == JournalState::Whole) return 0;
    const Say word{spoken()};
    complain("hamer: {}: {} {}; {} `hamer verify {}`\n", id, word("het logboek is", "the journal is"),
             state_in_words(log_state(stored->journal.state())).in(spoken()), word("zie", "see"), id);
    return 1;
}

}  // namespace hamer
