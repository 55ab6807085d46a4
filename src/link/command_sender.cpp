#include "link/command_sender.h"

#include <utility>

namespace hamer {

LinkMessage CommandSender::ask(LinkCommand command, LinkTime now) {
    commands_.push_back({std::move(command), now});
    return commands_.back().command;
}

std::vector<LinkMessage> CommandSender::connected(LinkTime now) { return repeat(now, 0); }

std::vector<LinkMessage> CommandSender::tick(LinkTime now) { return repeat(now, command_repeat_ms); }

std::vector<LinkMessage> CommandSender::repeat(LinkTime now, LinkTime age) {
    std::vector<LinkMessage> messages;
    for (SentCommand& one : commands_) {
        if (one.answer || now - one.sent_at < age) continue;
        one.sent_at = now;
        messages.emplace_back(one.command);
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
