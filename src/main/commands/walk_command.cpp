#include "codec/journal/walk_json.h"
#include "codec/settings/settings_json.h"
#include "main/commands/commands.h"
#include "main/commands/output.h"
#include "platform/clock.h"
#include "platform/system_files.h"
#include "session/meeting_words.h"

#include <fmt/format.h>
#include <iostream>

namespace hamer {

namespace {

Status open_session(Desk& desk, const WalkOptions& options) {
    if (!options.session.empty()) {
        if (desk.options().data.empty()) {
            return fail(ErrorKind::Usage, "--session",
                        LocalText{"een vergadering staat in een gegevensmap", "a session is kept in a data folder"},
                        {"Noem die met --data MAP", "Name it with --data DIR"}, Trouble::WrongInput);
        }
        return desk.reopen(options.session);
    }
    Meeting meeting = desk.last_meeting();
    if (!options.meeting.empty()) {
        auto given = read_meeting(options.meeting, "--meeting");
        if (!given) return tl::unexpected<Error>(given.error());
        if (given->date.empty()) given->date = meeting.date;
        if (const LocalText wrong = wrong_with_date(given->date); !wrong.empty()) {
            return fail(ErrorKind::Usage, "--meeting: /date", wrong.in(desk.settings().language));
        }
        meeting = *std::move(given);
    }
    return desk.begin(meeting, desk.settings().language);
}

// Answers one line; true when it was accepted.
bool answer(Desk& desk, const std::string& line) {
    auto command = read_walk_line(line, desk.session().meeting());
    const auto done = command ? desk.execute(*command) : tl::unexpected<Refusal>(command.error());
    const std::string said = done ? walk_answer(desk.session(), *done)
                                  : walk_refusal(desk.session(), done.error(), desk.settings().language);
    say_json(said + "\n");
    flush_out();  // each line is an acknowledgement
    return done.has_value();
}

}  // namespace

int walk_command(const CommonOptions& common, const WalkOptions& walk) {
    auto options = desk_options(common, walk.procedure);
    if (!options) return report(options.error());
    options->data = common.data;
    options->drill = walk.drill;
    options->on_failure = OnFailure::GiveUp;
    SystemFiles files;
    const SystemClock clock;
    const auto desk = Desk::open(*std::move(options), files, clock);
    if (!desk) return report(desk.error());
    if (auto opened = open_session(**desk, walk); !opened) return report(opened.error());
    if (!common.data.empty()) complain("session {}\n", (*desk)->session_id());

    bool all_accepted = true;
    std::string line;
    while (std::getline(std::cin, line)) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        all_accepted = answer(**desk, line) && all_accepted;
    }
    (*desk)->settle();
    if (const auto& problem = (*desk)->register_problem()) return report(*problem);
    return all_accepted ? 0 : 1;
}

}  // namespace hamer
