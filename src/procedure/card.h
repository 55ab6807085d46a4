// The guide: ordered cards, each the one thing to do now with the words to say.
#pragma once

#include "base/text.h"
#include "procedure/event.h"
#include "procedure/guard.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

// One of the ways between which a card lets the chair choose, side by side and equal: how one recognises it, and what
// follows from it.
struct Option {
    std::string mark;              // "A"
    LocalText title;               // "Kort statement"
    std::vector<LocalText> signs;  // short, what is seen or heard
    LocalText follows;
};

struct Button {
    std::size_t event = 0;  // number of the event
    LocalText label;        // the event's own label where the file gives none
    std::map<std::string, PresetValue> with{};
    LocalText say{};  // words that go with this button in place of the card's; may be empty
    std::optional<Option> option{};
    LocalText letter{};  // the event's own where it is empty
};

// A card may be meant for one kind of case: the last recorded value of a field is among these.
struct CardCase {
    std::size_t event = 0;
    std::string field;
    std::vector<std::string> among;
};

struct Card {
    std::string id;
    Guard when;
    std::optional<CardCase> only_for;
    LocalText title;
    LocalText say;  // may be empty: nothing to say
    std::vector<Button> buttons;
    std::vector<Button> also;  // in the quiet row, in place of those events' own buttons
    std::vector<LocalText> notes;
    std::string source;
    bool hero = false;  // one huge button: the screen while nothing is wrong
};

}  // namespace hamer
