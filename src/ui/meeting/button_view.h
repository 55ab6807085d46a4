// A button of the screen as a value: what it says, what one tap records, and whether it can be used.
#pragma once

#include "procedure/event.h"
#include "service/meeting/meeting_facts.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

// The button that puts the closed meeting away; it is the program's, not the procedure's, and has no event.
inline constexpr std::string_view dossier_key = "dossier";
inline constexpr std::string_view put_away_key = "put-away";
// In a drill: the one that ends it, and the one that opens the trainer's panel.
inline constexpr std::string_view practice_end_key = "practice.end";
inline constexpr std::string_view trainer_key = "practice.trainer";

// What tells this way from the other one.
struct OptionView {
    std::string mark;  // "A"
    std::string title;
    std::vector<std::string> signs;
    std::string follows;
};

struct ButtonView {
    std::string key{};  // the event's id; a second button of the same event has "#2" behind it
    std::string label;
    Tone tone = Tone::Normal;
    std::string event;
    Fields with;      // what one tap records besides the defaults
    std::string say;  // the words that go with this button in place of the card's
    bool enabled = true;
    std::string why;          // when not enabled
    bool asks = false;        // a required field has no value yet: a panel asks for it
    bool hold = false;        // a tap is not enough: it must be held
    std::string hold_hint{};  // said after a mere tap on such a one; empty: that it is to be held
    std::size_t place = 0;    // of one on the card, counted from 0: its digit is one more
    char letter = 0;          // the key that does the same, of one in the quiet row; 0: none
    std::optional<OptionView> option{};
};

// The one that ends a drill: held, as nothing brings a drill back that has ended.
[[nodiscard]] ButtonView practice_end(Language language);

[[nodiscard]] ButtonView button_view(const MeetingFacts& seen, const Button& button, Language language);

// Words that are spoken with a button: they name what that step will record, such as its own reason, and not what an
// earlier step recorded; as decide() does.
[[nodiscard]] std::string spoken_with(const MeetingFacts& seen, const Button& button, const Wording& text,
                                      Language language);

}  // namespace hamer::ui
