#include "procedure/check_parts.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hamer {

namespace {

class TextChecker {
  public:
    TextChecker(const Procedure& procedure, const std::vector<std::string>& host) : procedure_(procedure) {
        known_.insert(host.begin(), host.end());
        known_.insert(procedure.numbers.begin(), procedure.numbers.end());
        for (const Event& event : procedure.events) {
            for (const Field& field : event.fields) known_.insert({field.id, event.id + "." + field.id});
        }
    }

    std::vector<Violation> run() {
        text("title", procedure_.title);
        for (const Source& source : procedure_.sources) {
            text("sources/" + source.id + "/title", source.title);
            text("sources/" + source.id + "/text", source.text);
        }
        for (const Region& region : procedure_.regions) this->region(region);
        for (const Event& event : procedure_.events) this->event(event);
        for (const Card& card : procedure_.guide) this->card(card);
        for (const Button& button : procedure_.corner) this->button("corner", button);
        for (const TrailItem& item : procedure_.trail) {
            text("trail/" + item.source, item.label);
            source("trail/" + item.source, item.source);
        }
        for (const Property& property : procedure_.properties) {
            text("properties/" + property.id, property.title);
            source("properties/" + property.id, property.source);
        }
        return std::move(found_);
    }

  private:
    void violate(const char* property, std::string problem) { found_.push_back({property, std::move(problem), {}}); }

    void text(const std::string& place, const LocalText& text) {
        if (text.nl.empty()) violate("texts-complete", fmt::format("{}: the Dutch text is missing", place));
        if (text.en.empty()) violate("texts-complete", fmt::format("{}: the English text is missing", place));
        for (const std::string* side : {&text.nl, &text.en}) {
            for (const std::string& name : placeholders(*side)) {
                if (known_.contains(name)) continue;
                violate("placeholders-known", fmt::format("{}: nothing is called {{{}}}", place, name));
            }
        }
    }

    // Each case of it; and where it must be there, one for every case.
    enum class Needed { Always, Sometimes };
    void text(const std::string& place, const Wording& wording, Needed needed = Needed::Always) {
        for (const Worded& each : wording.cases) {
            text(place, each.text);
            if (each.only_for || &each == &wording.cases.back()) continue;
            violate("texts-complete", fmt::format("{}: a text behind one that is always meant is never shown", place));
        }
        const bool is_covered = !wording.empty() && !wording.cases.back().only_for;
        if (needed == Needed::Sometimes || is_covered) return;
        violate("texts-complete", fmt::format("{}: expected a last text that is meant in every case", place));
    }

    void source(const std::string& place, const std::string& id) {
        if (procedure_.source(id)) return;
        violate("sources-known", fmt::format("{}: sources has no article “{}”", place, id));
    }

    void region(const Region& region) {
        text("regions/" + region.id, region.label);
        for (const State& state : region.states) {
            const std::string place = "regions/" + region.id + "/" + state.id;
            text(place, state.label);
            if (state.limit) {
                text(place + "/limit/label", state.limit->label);
                text(place + "/limit/over", state.limit->over);
            }
            for (const Alert& alert : state.alerts) {
                if (!alert.only_for && &alert != &state.alerts.back()) {
                    violate("texts-complete",
                            fmt::format("{}/alert: a line behind one that always stands is never shown", place));
                }
                known_.insert(since_placeholder);
                text(place + "/alert", alert.text);
                known_.erase(since_placeholder);
                button(place + "/alert", alert.button);
                if (alert.other) button(place + "/alert", *alert.other);
            }
        }
    }

    void event(const Event& event) {
        const std::string place = "events/" + event.id;
        text(place, event.label);
        source(place, event.source);
        for (const Field& field : event.fields) {
            const std::string at = place + "/" + field.id;
            text(at, field.label);
            for (const Choice& choice : field.choices) text(at + "/" + choice.id, choice.label);
            for (const LocalText& suggestion : field.suggestions) text(at + "/suggestions", suggestion);
            if (!field.preset) continue;
            if (const auto* preset = std::get_if<Wording>(&*field.preset)) text(at + "/default", *preset);
        }
    }

    void card(const Card& card) {
        const std::string place = "guide/" + card.id;
        text(place + "/title", card.title);
        source(place, card.source);
        if (!card.say.empty()) text(place + "/say", card.say, Needed::Sometimes);
        if (!card.telephone.empty()) text(place + "/telephone", card.telephone, Needed::Sometimes);
        for (const Wording& note : card.notes) text(place + "/notes", note, Needed::Sometimes);
        if (card.afterwards) {
            text(place + "/afterwards/title", card.afterwards->title);
            text(place + "/afterwards/say", card.afterwards->say);
            text(place + "/afterwards/now", card.afterwards->now);
        }
        const bool chooses = !card.buttons.empty() && card.buttons.front().option;
        if (card.say.empty() && card.telephone.empty() && card.notes.empty() && !card.hero && !chooses) {
            violate("texts-complete", fmt::format("{}: expected words to say or a note", place));
        }
        options(place, card.buttons);
        for (const Button& each : card.buttons) {
            button(place, each);
            spoken(place, card, each);
        }
        for (const Button& each : card.also) button(place + "/also", each);
    }

    // What is recorded as said are the words of the card's first button for the event, or the card's own.
    void spoken(const std::string& place, const Card& card, const Button& button) {
        const Event& event = procedure_.events[button.event];
        const auto first = std::ranges::find(card.buttons, button.event, &Button::event);
        if (event.spoken == Spoken::No || !first->say.empty()) return;
        const Wording& own = event.spoken == Spoken::Telephone ? card.telephone : card.say;
        if (!own.empty() && !own.cases.back().only_for) return;
        // Where calling is not the first thing to do, the call is behind it: a card to call again.
        if (event.spoken == Spoken::Telephone && own.empty() && card.buttons.front().event != button.event) return;
        violate("words-to-say", fmt::format("{}/{}: expected the words that are spoken with it", place, event.id));
    }

    // A choice is between two ways, each with what tells it from the other.
    void options(const std::string& card, const std::vector<Button>& buttons) {
        const auto has_option = [](const Button& button) { return button.option.has_value(); };
        const auto count = static_cast<std::size_t>(std::ranges::count_if(buttons, has_option));
        if (count == 0) return;
        if (count != 2 || buttons.size() != 2) {
            violate("choices-equal", fmt::format("{}: expected two buttons, each with an option", card));
        }
        for (const Button& button : buttons) {
            if (!button.option) continue;
            const std::string place = card + "/" + procedure_.events[button.event].id + "/option";
            if (button.option->mark.empty()) violate("choices-equal", place + ": the mark is missing");
            if (button.option->signs.empty() || button.option->signs.size() > 3) {
                violate("choices-equal", place + ": expected one to three signs");
            }
            text(place + "/title", button.option->title);
            text(place + "/follows", button.option->follows);
            for (const LocalText& sign : button.option->signs) text(place + "/signs", sign);
        }
    }

    // One tap must record: every required field has a default or a preset that fits it.
    void button(const std::string& card, const Button& button) {
        const Event& event = procedure_.events[button.event];
        const std::string place = card + "/" + event.id;
        text(place, button.label);
        if (!button.say.empty()) text(place + "/say", button.say);
        for (const auto& [id, value] : button.with) {
            const Field* field = event.field(id);
            if (!field) {
                violate("one-tap-records", fmt::format("{}: {} has no field {}", place, event.id, id));
                continue;
            }
            fits(place, *field, value);
        }
        for (const Field& field : event.fields) {
            if (!field.required || field.preset || button.with.contains(field.id)) continue;
            if (field.kind == FieldKind::Incident) continue;  // the oldest that is undecided
            violate("one-tap-records", fmt::format("{}: the required field {} has no value", place, field.id));
        }
    }

    void fits(const std::string& place, const Field& field, const PresetValue& value) {
        const bool is_flag = std::holds_alternative<bool>(value);
        if (is_flag != (field.kind == FieldKind::Flag)) {
            violate("one-tap-records", fmt::format("{}: the value of {} is of another kind", place, field.id));
            return;
        }
        if (is_flag) {
            if (field.must_be_true && !std::get<bool>(value)) {
                violate("one-tap-records", fmt::format("{}: {} must be true", place, field.id));
            }
            return;
        }
        const auto& preset = std::get<Wording>(value);
        text(place + "/with/" + field.id, preset);
        for (const Worded& each : preset.cases) {
            if (field.kind != FieldKind::Choice || field.choice(each.text.nl)) continue;
            violate("one-tap-records", fmt::format("{}: {} has no choice {}", place, field.id, each.text.nl));
        }
    }

    const Procedure& procedure_;
    std::set<std::string> known_;
    std::vector<Violation> found_;
};

}  // namespace

std::vector<Violation> check_texts(const Procedure& procedure, const std::vector<std::string>& host_placeholders) {
    return TextChecker(procedure, host_placeholders).run();
}

}  // namespace hamer
