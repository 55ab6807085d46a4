// An event of the procedure: what can be recorded, with the fields that go with it.
#pragma once

#include "base/text.h"
#include "procedure/guard.h"
#include "procedure/meaning.h"
#include "procedure/wording.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hamer {

// An incident is one of this meeting, by its number in it: 1, 2, 3…
enum class FieldKind { Text, Choice, Flag, Incident };

struct Choice {
    std::string id;
    LocalText label;
};

// A value as the file gives it: a text (or a choice's id, the same in both languages), or a flag. Texts may hold
// placeholders such as {what}.
using PresetValue = std::variant<Wording, bool>;

struct Field {
    std::string id;
    LocalText label;
    FieldKind kind = FieldKind::Text;
    bool required = false;
    bool is_private = false;  // personal data: kept beside the journal, so that it can be erased
    bool must_be_true = false;
    std::optional<PresetValue> preset;  // the file's `default`
    std::vector<Choice> choices;
    std::vector<LocalText> suggestions;

    [[nodiscard]] const Choice* choice(std::string_view choice_id) const {
        for (const Choice& candidate : choices) {
            if (candidate.id == choice_id) return &candidate;
        }
        return nullptr;
    }
};

// Whether words of the card are recorded with an event, and what the log may claim of them. Said: the tap itself says
// that they were spoken. Proposed: they stood on the screen. Telephone: the card's words for the telephone did.
enum class Spoken { No, Said, Proposed, Telephone };

enum class Tone { Calm, Normal, Primary, Attention, Danger };

struct Event {
    std::string id;
    LocalText label;
    Tone tone = Tone::Normal;
    std::string source;
    std::optional<Meaning> meaning;
    Spoken spoken = Spoken::No;
    bool internal = false;      // only ever raised: nobody records it
    int times = 0;              // how often it can come in one incident, where the file says so; 0: it does not say
    bool quiet = true;          // offered in the quiet row when it can be used and stands on no button of the card
    LocalText letter;           // the key that records it from the quiet row: one capital in each language, or empty
    std::optional<Guard> hold;  // while this holds a tap is not enough: what it does cannot be taken back at ease
    std::vector<Field> fields;

    [[nodiscard]] const Field* field(std::string_view field_id) const {
        for (const Field& candidate : fields) {
            if (candidate.id == field_id) return &candidate;
        }
        return nullptr;
    }
};

}  // namespace hamer
