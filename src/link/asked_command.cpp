#include "link/asked_command.h"

#include "codec/journal/walk_json.h"
#include "link/command_book.h"
#include "link/link_words.h"
#include "procedure/procedure.h"

#include <algorithm>
#include <array>
#include <string>

namespace hamer {

namespace {

// What the clerk does anyway (docs/link.md, "Commands").
constexpr std::array of_the_clerk = {Meaning::BroadcastPaused,  Meaning::PoliceCalled,   Meaning::PoliceArrived,
                                     Meaning::PoliceHandedOver, Meaning::SecurityCalled, Meaning::SecurityRemoved,
                                     Meaning::RequestSpoken};

bool may_ask(LinkRole role, const Command& command, const Procedure& procedure) {
    if (role != LinkRole::Clerk) return false;
    if (std::holds_alternative<AddNote>(command.what)) return true;
    const auto* asked = std::get_if<Do>(&command.what);
    if (!asked) return false;
    const auto event = procedure.event(asked->event);
    // What is no event at all is refused by decide(), which says so.
    if (!event) return true;
    const auto& meaning = procedure.events[*event].meaning;
    return meaning && std::ranges::find(of_the_clerk, *meaning) != of_the_clerk.end();
}

bool moves(const Region& region, std::size_t event) {
    return std::ranges::any_of(region.states, [&](const State& state) {
        return std::ranges::any_of(state.on, [&](const Handler& handler) { return handler.event == event; });
    });
}

bool changes(const Entry& entry, const std::string& event, std::size_t number, const Procedure& procedure) {
    if (entry.as<StepTakenBack>() || entry.as<DeviationRecorded>()) return true;
    const auto* step = entry.as<StepRecorded>();
    if (!step) return false;
    if (step->event == event || std::ranges::find(step->raised, event) != step->raised.end()) return true;
    return std::ranges::any_of(
        procedure.regions, [&](const Region& region) { return step->to.contains(region.id) && moves(region, number); });
}

}  // namespace

bool stands_on(const Session& session, const Command& command, std::uint64_t seen) {
    const auto* asked = std::get_if<Do>(&command.what);
    if (!asked) return true;  // a note is right whatever came in between
    const auto event = session.procedure().event(asked->event);
    if (!event) return true;
    if (seen >= session.next_seq()) return false;  // it saw another course of this session
    return std::ranges::none_of(session.entries(), [&](const Entry& entry) {
        return entry.seq > seen && changes(entry, asked->event, *event, session.procedure());
    });
}

tl::expected<Command, LinkRefusal> asked_command(const LinkAsked& asked, const Session& session) {
    auto command = read_walk_line(asked.command.line, session.meeting());
    if (!command) return tl::unexpected(refusal_of(command.error()));
    if (!may_ask(asked.role, *command, session.procedure())) return tl::unexpected(no_command(NoCommand::NotYours));
    if (!stands_on(session, *command, asked.command.seen)) {
        return tl::unexpected(no_command(NoCommand::ChangedMeanwhile));
    }
    command->actor = word(asked.role);
    return *std::move(command);
}

}  // namespace hamer
