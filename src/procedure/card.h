// The guide: ordered cards, each the one thing to do now with the words to say.
#pragma once

#include "base/text.h"
#include "procedure/event.h"
#include "procedure/wording.h"

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
    Wording label;          // the event's own label where the file gives none
    std::map<std::string, PresetValue> with{};
    Wording say{};  // words that go with this button in place of the card's; may be empty
    std::optional<Option> option{};
    LocalText letter{};  // the event's own where it is empty
};

// What a card says once the state's limit is over, or as soon as the chair asks for it: first one listens.
struct Afterwards {
    Wording title;
    Wording say;
    LocalText now;  // the button that asks for it: "Spreektijd is om"
};

struct Card {
    std::string id;
    Guard when;
    std::optional<Condition> only_for;
    Wording title;
    Wording say;        // may be empty: nothing to say
    Wording telephone;  // may be empty: what is said on the telephone, by whoever calls
    std::vector<Button> buttons;
    std::vector<Button> also;    // in the quiet row, in place of those events' own buttons
    std::vector<Wording> notes;  // one that is not meant is left out
    std::string source;
    std::optional<Afterwards> afterwards;
    bool hero = false;            // one huge button: the screen while nothing is wrong
    bool alarm = false;           // looks unlike any other: an emergency
    bool equal = false;           // no button is filled: nothing is the likely one
    bool answers = false;         // its buttons answer what was just said: they take no tap for the settings' time
    std::size_t first_place = 0;  // of its first button, counted from 0: a place before it stays free
};

}  // namespace hamer
