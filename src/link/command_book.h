// The writer's book of what was asked of it: each command is decided once, and its answer stays (docs/link.md,
// "Commands").
//
// What was taken stands in the journal with its id, so that it is known after a restart. What was refused is kept for
// the run: a command of another run that the journal does not have is refused, whatever it was then. So nobody who was
// told no finds it recorded later.
#pragma once

#include "link/link_out.h"
#include "link/own_lines.h"
#include "session/refusal.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>

namespace hamer {

inline constexpr std::size_t most_commands_in_a_run = 10'000;

// The line that it became, or why not.
using CommandDecision = std::variant<std::uint64_t, LinkRefusal>;
[[nodiscard]] LinkRefusal refusal_of(const Refusal& refusal);

class CommandBook {
  public:
    // `taken`: the ids that the session's journal has, each with its line.
    CommandBook(std::string session, std::string run, std::map<std::string, std::uint64_t> taken);

    // `decide` is asked once for each id: it records the command with its id, or says why not. Nothing while its line
    // is not durable yet: whoever is told that it was taken must find it after a crash. The sender asks again.
    using Decide = std::function<CommandDecision(const LinkAsked&)>;
    [[nodiscard]] std::optional<LinkAnswer> answer(const LinkAsked& asked, const Decide& decide, const OwnLines& own);

    // The chair's switch: it holds from the next command on, whenever that was sent.
    void let(bool on) { on_ = on; }
    [[nodiscard]] bool lets() const { return on_; }
    [[nodiscard]] const std::map<std::string, CommandDecision>& decided() const { return decided_; }

  private:
    // Of a command to this session.
    [[nodiscard]] CommandDecision decision_on(const LinkAsked& asked, const Decide& decide);

    std::string session_;
    std::string run_;
    std::map<std::string, CommandDecision> decided_;
    std::size_t in_this_run_ = 0;
    bool on_ = true;
};

}  // namespace hamer
