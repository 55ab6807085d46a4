// What must hold in every reachable situation: a procedure's own promises, kept as data beside it.
#pragma once

#include "base/text.h"
#include "procedure/guard.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hamer {

struct Never {
    Guard situation;
};
struct Always {
    Guard situation;
};
// The event is accepted only where the guard holds.
struct OnlyWhen {
    std::size_t event = 0;
    Guard situation;
};
// The event is accepted, or the state entered, only after `times` of the needed events, counted since the last `since`.
struct Before {
    std::variant<std::size_t, StateRef> subject;
    std::vector<std::size_t> needs;
    int times = 1;
    std::optional<std::size_t> since;
};
// The field always goes with the event: required, one of exactly these choices, or a flag that must be true.
struct Requires {
    std::size_t event = 0;
    std::string field;
    std::vector<std::string> one_of;
    bool must_be_true = false;
};
// Where the guard holds at least one of these events is accepted.
struct Offered {
    Guard situation;
    std::vector<std::size_t> events;
};
// From every situation (where `from` holds) one in which `to` holds can be reached.
struct Reachable {
    Guard from;
    Guard to;
};

struct Property {
    std::string id;
    LocalText title;
    std::string source;
    std::variant<Never, Always, OnlyWhen, Before, Requires, Offered, Reachable> rule;
};

}  // namespace hamer
