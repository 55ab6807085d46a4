#include "codec/procedure/procedure_json.h"

#include "base/attempt.h"
#include "codec/json/clean_texts.h"
#include "codec/json/cursor.h"
#include "codec/procedure/procedure_parts.h"
#include "codec/procedure/property_json.h"

#include <fmt/format.h>
#include <set>
#include <tuple>

namespace hamer {

namespace {

Tone read_tone(const Cursor& at) {
    const std::string word = at.string();
    if (word == "calm") return Tone::Calm;
    if (word == "normal") return Tone::Normal;
    if (word == "primary") return Tone::Primary;
    if (word == "attention") return Tone::Attention;
    if (word == "danger") return Tone::Danger;
    at.fail("expected calm, normal, primary, attention or danger");
}

FieldKind read_kind(const Cursor& at) {
    const std::string word = at.string();
    if (word == "text") return FieldKind::Text;
    if (word == "choice") return FieldKind::Choice;
    if (word == "flag") return FieldKind::Flag;
    if (word == "incident") return FieldKind::Incident;
    at.fail("expected text, choice, flag or incident");
}

Field read_field(const Cursor& at) {
    at.keys({"id", "label", "kind"}, {"required", "default", "choices", "suggestions", "private", "must"});
    Field field;
    field.id = at.at("id").word();
    field.label = at.at("label").text();
    field.kind = read_kind(at.at("kind"));
    field.required = at.boolean_or("required", false);
    field.is_private = at.boolean_or("private", false);
    field.must_be_true = at.boolean_or("must", false);
    if (at.has("choices")) {
        for (const Cursor& choice : at.at("choices").items()) {
            choice.keys({"id", "label"});
            field.choices.push_back({choice.at("id").word(), choice.at("label").text()});
        }
    }
    if (at.has("suggestions")) {
        for (const Cursor& suggestion : at.at("suggestions").items()) field.suggestions.push_back(suggestion.text());
    }
    if ((field.kind == FieldKind::Choice) == field.choices.empty()) {
        at.fail("expected choices with a field of kind choice, and only there");
    }
    return field;
}

// In a round of its own: what a default depends on may name any event and region.
void read_default(const Procedure& procedure, Field& field, const Cursor& at) {
    if (!at.has("default")) return;
    field.preset = read_preset(procedure, at.at("default"));
    const auto* text = std::get_if<Wording>(&*field.preset);
    if ((text == nullptr) != (field.kind == FieldKind::Flag) || field.kind == FieldKind::Incident) {
        at.at("default").fail("expected a default of the field's own kind");
    }
    if (field.kind != FieldKind::Choice) return;
    for (const Worded& each : text->cases) {
        if (!field.choice(each.text.nl)) at.at("default").fail("expected the id of one of the choices");
    }
}

// What the log may claim of the words that go with an event; `true` in files of before: that they were said.
Spoken read_spoken(const Cursor& at) {
    if (at.is_boolean()) return at.boolean() ? Spoken::Said : Spoken::No;
    if (!at.is_string()) at.fail_as_no({"een tekst of true of false", "a string or true or false"});
    const std::string word = at.string();
    if (word == "said") return Spoken::Said;
    if (word == "proposed") return Spoken::Proposed;
    if (word == "telephone") return Spoken::Telephone;
    at.fail("expected said, proposed or telephone");
}

Event read_event(const std::string& id, const Cursor& at) {
    at.keys({"label", "tone", "source"}, {"means", "spoken", "quiet", "letter", "hold", "fields", "internal", "times"});
    Event event;
    event.id = id;
    event.label = at.at("label").text();
    event.tone = read_tone(at.at("tone"));
    event.source = at.at("source").string();
    if (at.has("spoken")) event.spoken = read_spoken(at.at("spoken"));
    event.internal = at.boolean_or("internal", false);
    if (at.has("times")) event.times = static_cast<int>(at.at("times").integer(1, 100));
    event.quiet = at.boolean_or("quiet", true);
    if (at.has("letter")) event.letter = read_letter(at.at("letter"));
    if (at.has("means")) {
        event.meaning = meaning_from(at.at("means").string());
        if (!event.meaning) {
            at.at("means").fail(fmt::format("expected one of {}", fmt::join(meaning_words, ", ")));
        }
    }
    if (at.has("fields")) {
        for (const Cursor& field : at.at("fields").items()) {
            event.fields.push_back(read_field(field));
            for (std::size_t i = 0; i + 1 < event.fields.size(); ++i) {
                if (event.fields[i].id == event.fields.back().id) field.at("id").fail("this field stands twice");
            }
        }
    }
    return event;
}

// States come in two rounds: their names first, as guards anywhere may name them.
void read_state_names(Procedure& procedure, const Cursor& regions) {
    for (const auto& [id, region] : regions.members()) {
        region.keys({"initial", "states", "meta"});
        region.at("meta").keys({"label"}, {"band"});
        Region made;
        made.id = id;
        made.label = region.at("meta").at("label").text();
        made.in_band = region.at("meta").boolean_or("band", false);
        for (const auto& [state_id, state] : region.at("states").members()) {
            state.keys({"meta"}, {"on", "tags"});
            state.at("meta").keys({"label"}, {"tone", "alert", "timed", "limit"});
            State named;
            named.id = state_id;
            named.label = state.at("meta").at("label").text();
            if (state.at("meta").has("tone")) named.tone = read_tone(state.at("meta").at("tone"));
            named.timed = state.at("meta").boolean_or("timed", false);
            if (state.at("meta").has("limit")) named.limit = read_limit(state.at("meta").at("limit"));
            if (state.has("tags")) {
                for (const Cursor& tag : state.at("tags").items()) {
                    const std::string word = tag.string();
                    if (word == "rest")
                        named.rest = true;
                    else if (word == "open")
                        named.open = true;
                    else if (word == "closed")
                        named.closed = true;
                    else
                        tag.fail("expected rest, open or closed");
                }
            }
            made.states.push_back(std::move(named));
        }
        if (made.states.empty() || made.states.size() > max_states) {
            region.at("states").fail(fmt::format("expected 1 to {} states", max_states));
        }
        procedure.regions.push_back(std::move(made));
        if (procedure.regions.size() > max_regions)
            regions.fail(fmt::format("expected at most {} regions", max_regions));
        const std::string initial = region.at("initial").string();
        const auto ref = procedure.state(id, initial);
        if (!ref) region.at("initial").fail(fmt::format("the region has no state “{}”", printable(initial, 80)));
        procedure.regions.back().initial = ref->state;
    }
    if (procedure.regions.empty()) regions.fail("expected at least one region");
}

Transition read_transition(const Procedure& procedure, const Region& region, const Cursor& at) {
    at.keys({}, {"target", "guard", "actions"});
    Transition transition;
    if (at.has("target")) {
        const std::string target = at.at("target").string();
        const auto ref = procedure.state(region.id, target);
        if (!ref) {
            at.at("target").fail(fmt::format("the region {} has no state “{}”", region.id, printable(target, 80)));
        }
        transition.target = ref->state;
    }
    if (at.has("guard")) transition.guard = read_guard(procedure, at.at("guard"));
    if (at.has("actions")) {
        for (const Cursor& action : at.at("actions").items()) {
            action.keys({"type", "params"});
            if (action.at("type").string() != "raise")
                action.at("type").fail("expected raise, the one action there is");
            transition.raises.push_back(read_event_name(procedure, action.at("params").keys({"event"}).at("event")));
        }
    }
    return transition;
}

void read_transitions(Procedure& procedure, const Cursor& regions) {
    const auto members = regions.members();
    for (std::size_t r = 0; r < members.size(); ++r) {
        const auto states = members[r].second.at("states").members();
        for (std::size_t s = 0; s < states.size(); ++s) {
            const Cursor& at = states[s].second;
            State& state = procedure.regions[r].states[s];
            if (at.has("on")) {
                for (const auto& [event, transitions] : at.at("on").members()) {
                    const auto number = procedure.event(event);
                    if (!number)
                        transitions.fail("events describes no event of this name", "Add it there, or mend the name");
                    Handler handler{*number, {}};
                    for (const Cursor& each : transitions.items()) {
                        handler.transitions.push_back(read_transition(procedure, procedure.regions[r], each));
                    }
                    if (handler.transitions.empty()) transitions.fail("expected at least one transition");
                    state.on.push_back(std::move(handler));
                }
            }
            if (at.at("meta").has("alert")) {
                state.alerts = read_alerts(procedure, at.at("meta").at("alert"));
            }
        }
    }
}

Card read_card(const Procedure& procedure, const Cursor& at) {
    at.keys({"id", "when", "title", "do", "source"},
            {"for", "say", "telephone", "also", "notes", "hero", "afterwards", "alarm", "equal", "answers", "place"});
    Card card;
    card.id = at.at("id").word();
    card.when = read_guard(procedure, at.at("when"));
    card.title = read_wording(procedure, at.at("title"));
    card.source = at.at("source").string();
    card.hero = at.boolean_or("hero", false);
    card.alarm = at.boolean_or("alarm", false);
    card.equal = at.boolean_or("equal", false);
    card.answers = at.boolean_or("answers", false);
    if (at.has("place")) card.first_place = static_cast<std::size_t>(at.at("place").integer(1, 3)) - 1;
    if (at.has("say")) card.say = read_wording(procedure, at.at("say"));
    if (at.has("telephone")) card.telephone = read_wording(procedure, at.at("telephone"));
    if (at.has("afterwards")) {
        const Cursor later = at.at("afterwards");
        later.keys({"title", "say", "now"});
        card.afterwards = Afterwards{read_wording(procedure, later.at("title")),
                                     read_wording(procedure, later.at("say")), later.at("now").text()};
    }
    for (const Cursor& button : at.at("do").items()) card.buttons.push_back(read_button(procedure, button));
    if (at.has("also")) {
        for (const Cursor& button : at.at("also").items()) card.also.push_back(read_button(procedure, button));
    }
    if (at.has("notes")) {
        for (const Cursor& note : at.at("notes").items()) card.notes.push_back(read_wording(procedure, note));
    }
    if (at.has("for")) card.only_for = read_condition(procedure, at.at("for"));
    return card;
}

Procedure read_all(const Cursor& at) {
    at.keys({"format", "id", "revision", "title", "sources", "regions", "events", "guide", "properties"},
            {"corner", "trail", "numbers", "meetings", "$schema"});
    if (at.at("format").integer(0, INT32_MAX) != 1) {
        at.at("format").fail("expected format 1, the one that this program reads", "Use a newer Hamer for a newer file",
                             Trouble::OtherVersion);
    }
    Procedure procedure;
    procedure.id = at.at("id").word();
    procedure.revision = static_cast<int>(at.at("revision").integer(1, 1'000'000));
    procedure.title = at.at("title").text();
    // Who offers it reads them (offered_json.h); here they must be right.
    if (at.has("meetings")) std::ignore = read_meeting_kinds(at.at("meetings"));
    for (const auto& [id, source] : at.at("sources").members()) {
        source.keys({"title", "text"});
        procedure.sources.push_back({id, source.at("title").text(), source.at("text").text()});
    }
    std::set<Meaning> meanings;
    for (const auto& [id, event] : at.at("events").members()) {
        procedure.events.push_back(read_event(id, event));
        const auto meaning = procedure.events.back().meaning;
        if (meaning && !meanings.insert(*meaning).second)
            event.at("means").fail("another event has this meaning already");
    }
    read_state_names(procedure, at.at("regions"));
    read_transitions(procedure, at.at("regions"));
    for (const auto& [id, event] : at.at("events").members()) {
        Event& made = procedure.events[*procedure.event(id)];
        if (event.has("hold")) made.hold = read_guard(procedure, event.at("hold"));
        if (!event.has("fields")) continue;
        const auto fields = event.at("fields").items();
        for (std::size_t i = 0; i < fields.size(); ++i) read_default(procedure, made.fields[i], fields[i]);
    }
    std::set<std::string> cards;
    for (const Cursor& card : at.at("guide").items()) {
        procedure.guide.push_back(read_card(procedure, card));
        if (!cards.insert(procedure.guide.back().id).second) card.at("id").fail("another card has this id already");
    }
    if (at.has("corner")) {
        for (const Cursor& button : at.at("corner").items()) procedure.corner.push_back(read_button(procedure, button));
    }
    if (at.has("trail")) {
        for (const Cursor& item : at.at("trail").items()) procedure.trail.push_back(read_trail_item(procedure, item));
    }
    if (at.has("numbers")) {
        for (const Cursor& name : at.at("numbers").items()) procedure.numbers.push_back(name.word());
    }
    for (const Cursor& property : at.at("properties").items()) {
        procedure.properties.push_back(read_property(procedure, property));
    }
    return procedure;
}

}  // namespace

Result<Procedure> read_procedure(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(auto json, parse_json(text, file));
    clean_texts(json, TextLines::Many);
    return reading(file, [&] { return read_all(Cursor(json, file)); });
}

}  // namespace hamer
