// What somebody asks of a meeting, in the imperative. A command may be refused; what was accepted is an Entry.
#pragma once

#include "base/time.h"
#include "session/actor.h"
#include "session/values.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>

namespace hamer {

struct Do {
    std::string event;
    Fields with;
};
struct AddNote {
    std::string text;
};
// Takes back the last step or deviation that was not taken back yet.
struct Undo {
    std::string why;
};
// Adds to an earlier step; the original stays readable.
struct Amend {
    std::uint64_t seq = 0;
    Fields fields;
};
// What happened outside the procedure: the regions that changed, and why.
struct Deviate {
    std::map<std::string, std::string> to;
    std::string why;
};

// Puts right what the meeting is: its name, day, place…; at any moment until it is put away.
struct CorrectMeeting {
    Meeting meeting;  // as it should read, all of it
};

struct Command {
    std::variant<Do, AddNote, Undo, Amend, Deviate, CorrectMeeting> what;
    std::optional<Instant> occurred;  // when it happened, if that was not now
    std::string actor{chair_actor};
};

}  // namespace hamer
