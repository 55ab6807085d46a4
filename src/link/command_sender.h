// Who asks the writer for something: a helper's screen, or a trainer's (docs/link.md, "Commands").
//
// A command is repeated until the writer's answer comes, on whatever connection. Its id makes that harmless. Without an
// answer nobody knows whether it was recorded, and the screen must say so; the lines that come may show it earlier.
#pragma once

#include "link/link_out.h"

#include <vector>

namespace hamer {

inline constexpr LinkTime command_repeat_ms = 2000;
// Within what a keeper takes of a device: 20 messages a second, a burst of 60 (docs/link.md, "Transport").
inline constexpr std::size_t most_repeated_at_once = 20;
inline constexpr std::size_t most_waiting_commands = 60;

struct SentCommand {
    LinkCommand command;
    LinkTime sent_at = 0;
    std::optional<LinkAnswer> answer{};
};

class CommandSender {
  public:
    // `command.id` is new and random; `run` and `seen` are those of the screen at this moment. Nothing where too many
    // wait for their answer already: it was not asked, and the screen must say so.
    [[nodiscard]] std::optional<LinkMessage> ask(LinkCommand command, LinkTime now);
    // On a new connection, after its `state`. Of many, those go that were sent longest ago; tick() sends the others.
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
    LinkTime full_until_ = 0;  // as many went at once as may
};

}  // namespace hamer
