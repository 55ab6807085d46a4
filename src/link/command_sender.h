// Who asks the writer for something: a helper's screen, or a trainer's (docs/link.md, "Commands").
//
// A command is repeated until the writer's answer comes, on whatever connection. Its id makes that harmless. Without an
// answer nobody knows whether it was recorded, and the screen must say so; the lines that come may show it earlier.
#pragma once

#include "link/link_out.h"

#include <vector>

namespace hamer {

inline constexpr LinkTime command_repeat_ms = 2000;

struct SentCommand {
    LinkCommand command;
    LinkTime sent_at = 0;
    std::optional<LinkAnswer> answer{};
};

class CommandSender {
  public:
    // `command.id` is new and random; `run` and `seen` are those of the screen at this moment.
    [[nodiscard]] LinkMessage ask(LinkCommand command, LinkTime now);
    // On a new connection, after its `state`.
    [[nodiscard]] std::vector<LinkMessage> connected(LinkTime now);
    [[nodiscard]] std::vector<LinkMessage> tick(LinkTime now);
    // True: one that waited has its answer now. The first answer counts.
    bool receive(const LinkAnswer& answer);

    // In the order in which they were asked.
    [[nodiscard]] const std::vector<SentCommand>& commands() const { return commands_; }
    // Answers that the screen has shown go; what waits stays.
    void drop_answered();

  private:
    [[nodiscard]] std::vector<LinkMessage> repeat(LinkTime now, LinkTime age);

    std::vector<SentCommand> commands_;
};

}  // namespace hamer
