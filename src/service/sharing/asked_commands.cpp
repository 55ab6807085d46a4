#include "service/sharing/asked_commands.h"

#include "link/asked_command.h"

namespace hamer {

namespace {

std::map<std::string, std::uint64_t> taken_in(const Session& session) {
    std::map<std::string, std::uint64_t> taken;
    for (const Entry& entry : session.entries()) {
        if (entry.asked) taken.emplace(entry.asked->id, entry.seq);
    }
    return taken;
}

CommandDecision decision(MeetingService& meeting, const LinkAsked& asked) {
    const auto command = asked_command(asked, meeting.session());
    if (!command) return command.error();
    const auto seq = meeting.execute(*command, AskedElsewhere{asked.command.id, asked.device});
    if (!seq) return refusal_of(seq.error());
    return *seq;
}

}  // namespace

void decide_asked(MeetingService& meeting, Sharing& sharing) {
    for (const LinkAsked& asked : sharing.take_asked()) {
        // Between two meetings nothing is decided, nor behind the end of one that still waits for its disk: whoever
        // asked asks again, or sees that it is over.
        if (!meeting.has_session() || meeting.session().is_put_away()) continue;
        sharing.decide(
            asked, [&] { return taken_in(meeting.session()); },
            [&](const LinkAsked& one) { return decision(meeting, one); });
    }
}

}  // namespace hamer
