#include "link/command_book.h"

#include "link/link_words.h"

#include <utility>

namespace hamer {

LinkRefusal refusal_of(const Refusal& refusal) { return {std::string(word(refusal.code)), refusal.message}; }

CommandBook::CommandBook(std::string session, std::string run, std::map<std::string, std::uint64_t> taken)
    : session_(std::move(session)), run_(std::move(run)) {
    for (auto& [id, seq] : taken) decided_.emplace(id, seq);
}

std::optional<LinkAnswer> CommandBook::answer(const LinkAsked& asked, const Decide& decide, const OwnLines& own) {
    // Named as it was asked: the sender looks for its own command of its own session.
    LinkAnswer answer{asked.command.session, asked.command.id, asked.device, std::uint64_t{0}};
    if (asked.command.session != session_) {
        answer.decision = no_command(NoCommand::OtherSession);
        return answer;
    }
    answer.decision = decision_on(asked, decide);
    const auto* seq = std::get_if<std::uint64_t>(&answer.decision);
    if (seq && *seq > own.head().seq) return std::nullopt;
    return answer;
}

CommandDecision CommandBook::decision_on(const LinkAsked& asked, const Decide& decide) {
    if (const auto known = decided_.find(asked.command.id); known != decided_.end()) return known->second;
    // These two are said again each time, so they need no place in the book.
    if (asked.command.run != run_) return no_command(NoCommand::OtherRun);
    if (in_this_run_ >= most_commands_in_a_run) return no_command(NoCommand::TooMany);
    ++in_this_run_;
    return decided_.emplace(asked.command.id, on_ ? decide(asked) : no_command(NoCommand::SwitchedOff)).first->second;
}

}  // namespace hamer
