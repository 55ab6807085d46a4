// The line interface of `hamer walk`: one JSON object in, one out.
#pragma once

#include "session/command.h"
#include "session/refusal.h"
#include "session/session.h"

#include <string>
#include <string_view>

namespace hamer {

// {"do": …, "with": {…}, "at": …}: an event of the procedure, or note, undo, amend, deviate, correct-meeting. Refuses
// with bad-json, bad-field or bad-time; whether the event exists is for decide() to say. A correction names only what
// changes: the rest stays as in `meeting`.
[[nodiscard]] Decision<Command> read_walk_line(std::string_view line, const Meeting& meeting = {});

// {"ok":true,"seq":7,"situation":{…},"card":…,"offers":[…],"enabled":[…]} without a newline.
[[nodiscard]] std::string walk_answer(const Session& session, std::uint64_t seq);
// {"ok":false,"error":{"code":…,"message":…},"situation":{…},…}
[[nodiscard]] std::string walk_refusal(const Session& session, const Refusal& refusal, Language language);

}  // namespace hamer
