#include "base/attempt.h"
#include "codec/journal/walk_json.h"
#include "codec/settings/settings_json.h"
#include "main/commands/commands.h"
#include "main/commands/input.h"
#include "main/commands/output.h"
#include "platform/clock.h"
#include "platform/system_files.h"
#include "session/meeting_words.h"

#include <fmt/format.h>

namespace hamer {

namespace {

Status open_session(MeetingService& service, const WalkOptions& options) {
    if (!options.session.empty()) {
        if (service.options().data.empty()) {
            return fail(ErrorKind::Usage, "--session",
                        LocalText{"een vergadering staat in een gegevensmap", "a session is kept in a data folder"},
                        {"Noem die met --data MAP", "Name it with --data DIR"}, Trouble::WrongInput);
        }
        return service.reopen(options.session);
    }
    Meeting meeting = service.device().last_meeting();
    if (!options.meeting.empty()) {
        ASSIGN_OR_RETURN(auto given, read_meeting(options.meeting, "--meeting"));
        if (given.date.empty()) given.date = meeting.date;
        if (const LocalText wrong = wrong_with_date(given.date); !wrong.empty()) {
            return fail(ErrorKind::Usage, "--meeting: /date", wrong.in(service.settings().language));
        }
        meeting = std::move(given);
    }
    return service.begin(meeting, service.settings().language);
}

// Answers one line; true when it was accepted.
bool answer(MeetingService& service, const std::string& line) {
    auto command = read_walk_line(line, service.session().meeting());
    const auto done = command ? service.execute(*command) : tl::unexpected<Refusal>(command.error());
    const std::string said = done ? walk_answer(service.session(), *done)
                                  : walk_refusal(service.session(), done.error(), service.settings().language);
    say_json(said + "\n");
    flush_out();  // each line is an acknowledgement
    return done.has_value();
}

}  // namespace

int walk_command(const CommonOptions& common, const WalkOptions& walk) {
    auto options = meeting_options(common, walk.procedure);
    if (!options) return report(options.error());
    options->data = common.data;
    options->drill = walk.drill;
    options->on_failure = OnFailure::GiveUp;
    SystemFiles files;
    const SystemClock clock;
    const auto service = MeetingService::open(*std::move(options), files, clock);
    if (!service) return report(service.error());
    if (auto opened = open_session(**service, walk); !opened) return report(opened.error());
    if (!common.data.empty()) complain("session {}\n", (*service)->session_id());

    bool all_accepted = true;
    auto line = read_line();
    for (; line && *line; line = read_line()) {
        if ((*line)->find_first_not_of(" \t\r") == std::string::npos) continue;
        all_accepted = answer(**service, **line) && all_accepted;
    }
    (*service)->settle();
    if (!line) return report(line.error());
    if (const auto& problem = (*service)->register_problem()) return report(*problem);
    return all_accepted ? 0 : 1;
}

}  // namespace hamer
