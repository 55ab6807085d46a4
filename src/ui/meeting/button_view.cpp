#include "ui/meeting/button_view.h"

#include "session/words.h"

#include <algorithm>

namespace hamer::ui {

namespace {

std::string in_words(const MeetingFacts& seen, const LocalText& text, Language language) {
    return words(text, seen.session, seen.municipality, language);
}

OptionView option_view(const MeetingFacts& seen, const Option& option, Language language) {
    OptionView view{option.mark, in_words(seen, option.title, language), {}, in_words(seen, option.follows, language)};
    for (const LocalText& sign : option.signs) view.signs.push_back(in_words(seen, sign, language));
    return view;
}

}  // namespace

std::string spoken_with(const MeetingFacts& seen, const Button& button, const Wording& text, Language language) {
    const Event& event = seen.session.procedure().events[button.event];
    const Fields given = preset_fields(button, seen.session, seen.municipality, language);
    return words(text, seen.session, seen.municipality, language,
                 with_defaults(event, given, seen.session, seen.municipality, language));
}

ButtonView practice_end(Language language) {
    const Say say{language};
    ButtonView view;
    view.key = practice_end_key;
    view.label = say("Naar de nabespreking", "To the debrief");
    view.tone = Tone::Primary;
    view.hold = true;
    view.hold_hint = say("Houd ingedrukt: daarmee eindigt de oefening.", "Hold it down: that ends the drill.");
    return view;
}

ButtonView button_view(const MeetingFacts& seen, const Button& button, Language language) {
    const Session& session = seen.session;
    const Event& event = session.procedure().events[button.event];
    ButtonView view;
    view.key = event.id;
    // A request is named by its own number, an answer by that of the request it answers.
    const int spoken = session.requests_until(session.next_seq());
    const int number = event.meaning == Meaning::RequestSpoken ? spoken + 1 : spoken;
    view.label =
        words(button.label, session, seen.municipality, language, {{"nth", FieldValue{ordinal(number, language)}}});
    view.tone = event.tone;
    view.event = event.id;
    if (!button.say.empty()) view.say = spoken_with(seen, button, button.say, language);
    // What is recorded is in the session's own language, also while the screen shows the other.
    view.with = preset_fields(button, session, seen.municipality, session.language());
    view.asks = std::ranges::any_of(event.fields, [&](const Field& field) {
        return field.required && !field.preset && field.kind != FieldKind::Incident && !view.with.contains(field.id);
    });
    view.hold = event.hold && holds(*event.hold, session.configuration());
    const std::string& letter = (button.letter.empty() ? event.letter : button.letter).in(language);
    view.letter = letter.empty() ? '\0' : letter.front();
    if (button.option) view.option = option_view(seen, *button.option, language);
    return view;
}

}  // namespace hamer::ui
