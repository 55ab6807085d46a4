// What must hold in every reachable situation: a procedure's own promises, kept as data beside it.
#pragma once

#include "base/text.h"
#include "procedure/card.h"
#include "procedure/guard.h"

#include <map>
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
// The field holds personal data and is kept apart.
struct KeptPrivate {
    std::size_t event = 0;
    std::string field;
};
// Where the guard holds at least one of these events is accepted; on the card, in its row or in the corner: by a big
// button of every card that may be shown, by one of those or of its quiet ones, or by one of the corner. There `with`
// is what the button must record.
struct Offered {
    enum class Place { Anywhere, Card, Row, Corner };
    Guard situation;
    std::vector<std::size_t> events;
    Place place = Place::Anywhere;
    std::map<std::string, PresetValue> with{};
};
// Where the guard holds no card that may be shown in this case has a button for one of these events.
struct Withheld {
    Guard situation;
    CardCase only_for;
    std::vector<std::size_t> events;
};
// Where the event is accepted (in that state) it leads to this one.
struct Leads {
    struct Way {
        std::size_t event = 0;
        std::optional<StateRef> from;
        StateRef to;
    };
    std::vector<Way> ways;
};
// Where the guard holds no card that may be shown has a big button for one of these events.
struct OffCard {
    Guard situation;
    std::vector<std::size_t> events;
};
// Where the event is accepted the guard holds in the situation that follows.
struct After {
    std::size_t event = 0;
    Guard situation;
};
// A tap is never enough for the event: its button is held.
struct Held {
    std::size_t event = 0;
};
// Where the event is accepted these are raised with it.
struct Raises {
    std::size_t event = 0;
    std::vector<std::size_t> raised;
};
// No text that may be shown where the guard holds, in a meeting of this kind, has these words in it, in either
// language.
struct Unsaid {
    std::vector<MeetingKind> meetings;
    std::vector<LocalText> words;
};
// The meeting counts as open, as closed, or as at rest, exactly where the guard holds.
struct Tagged {
    enum class Tag { Open, Closed, Rest };
    Tag tag = Tag::Open;
    Guard situation;
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
    std::variant<Never, Always, OnlyWhen, Before, Requires, KeptPrivate, Offered, Withheld, Leads, Tagged, Reachable,
                 OffCard, After, Held, Raises, Unsaid>
        rule;
};

}  // namespace hamer
