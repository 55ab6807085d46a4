#include "link/command_sender.h"

#include <algorithm>
#include <utility>

namespace hamer {

std::optional<LinkMessage> CommandSender::ask(LinkCommand command, LinkTime now) {
    const auto waiting = std::ranges::count_if(commands_, [](const SentCommand& one) { return !one.answer; });
    if (static_cast<std::size_t>(waiting) >= most_waiting_commands) return std::nullopt;
    commands_.push_back({std::move(command), now});
    return commands_.back().command;
}

std::vector<LinkMessage> CommandSender::connected(LinkTime now) { return repeat(now, 0); }

std::vector<LinkMessage> CommandSender::tick(LinkTime now) {
    return now < full_until_ ? std::vector<LinkMessage>{} : repeat(now, command_repeat_ms);
}

std::vector<LinkMessage> CommandSender::repeat(LinkTime now, LinkTime age) {
    std::vector<SentCommand*> due;
    for (SentCommand& one : commands_) {
        if (!one.answer && now - one.sent_at >= age) due.push_back(&one);
    }
    // Each has its turn, also where the first are never answered.
    std::ranges::stable_sort(due, {}, &SentCommand::sent_at);
    if (due.size() > most_repeated_at_once) {
        due.resize(most_repeated_at_once);
        full_until_ = now + command_repeat_ms;
    }
    std::vector<LinkMessage> messages;
    for (SentCommand* one : due) {
        one->sent_at = now;
        messages.emplace_back(one->command);
    }
    return messages;
}

bool CommandSender::receive(const LinkAnswer& answer) {
    for (SentCommand& one : commands_) {
        if (one.command.id != answer.id || one.command.session != answer.session || one.answer) continue;
        one.answer = answer;
        return true;
    }
    return false;
}

void CommandSender::drop_answered() {
    std::erase_if(commands_, [](const SentCommand& one) { return one.answer.has_value(); });
}

}  // namespace hamer
