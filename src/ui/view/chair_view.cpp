#include "ui/view/chair_view.h"

#include "procedure/machine.h"
#include "session/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

class Builder {
  public:
    Builder(const Desk& desk, Language language, Instant now)
        : desk_(desk), session_(desk.session()), procedure_(session_.procedure()), language_(language), now_(now) {}

    ChairView build() {
        const Meeting& meeting = session_.meeting();
        view_.meeting = meeting.room.empty() ? meeting.name : meeting.name + " – " + meeting.room;
        view_.drill = session_.opened().drill;
        view_.at_rest = procedure_.is_at_rest(session_.configuration());
        trouble();
        card();
        band();
        alerts();
        quiet();
        corner();
        undo();
        notice();
        return std::move(view_);
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const {
        return language_ == Language::Dutch ? nl : en;
    }
    [[nodiscard]] std::string in_words(const LocalText& text) const {
        return words(text, session_, desk_.municipality(), language_);
    }

    // Words as they are spoken with a button: they name what that step will record, such as its own reason, and not
    // what an earlier step recorded. As decide() does.
    [[nodiscard]] std::string spoken_with(const Button& spoken, const LocalText& text) const {
        const Event& event = procedure_.events[spoken.event];
        const Fields given = preset_fields(spoken, session_, desk_.municipality(), language_);
        return words(text, session_, desk_.municipality(), language_,
                     with_defaults(event, given, session_, desk_.municipality(), language_));
    }

    [[nodiscard]] ButtonView button(const Button& from) const {
        const Event& event = procedure_.events[from.event];
        ButtonView made;
        made.key = event.id;
        made.label = in_words(from.label);
        made.tone = event.tone;
        made.event = event.id;
        if (!from.say.empty()) made.say = spoken_with(from, from.say);
        made.with = preset_fields(from, session_, desk_.municipality(), session_.language());
        made.asks = std::ranges::any_of(event.fields, [&](const Field& field) {
            return field.required && !field.preset && !made.with.contains(field.id);
        });
        return made;
    }

    // A meeting without a broadcast is not asked to start one.
    [[nodiscard]] bool concerns(std::size_t event) const {
        return session_.meeting().broadcast || procedure_.events[event].meaning != Meaning::BroadcastStarted;
    }

    // Keys are unique on the screen, so that a second button of one event has its own.
    static void add(std::vector<ButtonView>& buttons, ButtonView made) {
        const auto same = std::ranges::count(buttons, made.event, &ButtonView::event);
        if (same > 0) made.key += fmt::format("#{}", same + 1);
        buttons.push_back(std::move(made));
    }

    // Nothing is hidden: what is not on disk, or not in the register, stands there until it is solved.
    void trouble() {
        const StorageHealth health = desk_.storage();
        if (health.unrecorded > 0) {
            view_.alerts.push_back(
                {"storage",
                 fmt::format("{} ({} {}). {}", say("NIET VASTGELEGD", "NOT RECORDED"), health.unrecorded,
                             health.unrecorded == 1 ? say("stap", "step") : say("stappen", "steps"),
                             health.second_place.empty()
                                 ? say("Schrijf mee op papier.", "Keep notes on paper.")
                                 : say("Apart bewaard; Hamer blijft het proberen.", "Kept aside; Hamer keeps trying.")),
                 hamer::Tone::Danger, std::nullopt});
        }
        if (const auto& problem = desk_.register_problem()) {
            view_.alerts.push_back(
                {"register",
                 fmt::format("{}: {}", say("Dossier niet in het register", "Record not in the register"),
                             describe(*problem)),
                 hamer::Tone::Danger, std::nullopt});
        }
    }

    void card() {
        const Card* current = session_.card();
        if (!current) {
            view_.card = "outside";
            view_.title = say("Buiten de procedure", "Outside the procedure");
            view_.notes = {say("Na de afwijking past geen kaart. Kies hieronder wat er gebeurt.",
                               "No card fits after the deviation. Choose below what happens.")};
            return;
        }
        view_.card = current->id;
        view_.title = in_words(current->title);
        if (!current->say.empty()) {
            // They are the words of the first button that is spoken and has none of its own.
            const auto speaks = std::ranges::find_if(current->buttons, [&](const Button& each) {
                return procedure_.events[each.event].spoken && each.say.empty();
            });
            view_.say = speaks != current->buttons.end() ? spoken_with(*speaks, current->say) : in_words(current->say);
        }
        for (const LocalText& note : current->notes) view_.notes.push_back(in_words(note));
        view_.hero = current->hero;
        const Source* source = procedure_.source(current->source);
        if (source) view_.source = source->title.in(language_);
        for (const Button* each : usable(procedure_, session_.configuration(), current->buttons)) {
            if (concerns(each->event)) add(view_.buttons, button(*each));
        }
        view_.at_rest = view_.at_rest && view_.buttons.empty();  // a card that still asks something comes first
        if (!view_.at_rest) return;
        view_.records = desk_.record_ids();
        view_.register_place = register_location(desk_.settings(), desk_.options().data);
    }

    void band() {
        for (std::size_t i = 0; i < procedure_.regions.size(); ++i) {
            const Region& region = procedure_.regions[i];
            if (!region.in_band) continue;
            const State& state = procedure_.active(session_.configuration(), i);
            view_.band.push_back({region.id, region.label.in(language_), state.label.in(language_), state.tone});
        }
        const auto began = session_.last(Meaning::IncidentOpened);
        const auto ended = std::max(session_.last(Meaning::IncidentEnded), session_.last(Meaning::RequestHeeded));
        const bool runs = began && (!ended || *ended < *began);
        view_.timer_runs = runs;
        view_.band.push_back({"timer", say("verstoring", "disturbance"),
                              runs ? duration(now_.milliseconds - began->milliseconds) : "–",
                              runs ? hamer::Tone::Attention : hamer::Tone::Calm});
        requests(runs ? began : std::nullopt);
    }

    // How many requests to leave were spoken in this disturbance.
    void requests(std::optional<Instant> began) {
        const Event* spoken = procedure_.event_meaning(Meaning::RequestSpoken);
        if (!began || !spoken) return;
        for (const Entry& entry : session_.entries()) {
            const auto* step = entry.as<StepRecorded>();
            if (!step || step->event != spoken->id || session_.is_taken_back(entry.seq)) continue;
            if (entry.when() < *began) continue;
            ++view_.requests;
            view_.since_request = duration(now_.milliseconds - entry.when().milliseconds);
        }
    }

    void alerts() {
        for (std::size_t i = 0; i < procedure_.regions.size(); ++i) {
            const State& state = procedure_.active(session_.configuration(), i);
            if (!state.alert) continue;
            std::optional<ButtonView> action;
            if (is_enabled(procedure_, session_.configuration(), state.alert->button.event)) {
                action = button(state.alert->button);
                const bool on_card =
                    std::ranges::find(view_.buttons, action->event, &ButtonView::event) != view_.buttons.end();
                if (on_card) action.reset();
            }
            view_.alerts.push_back({"alert." + procedure_.regions[i].id, in_words(state.alert->text),
                                    state.tone == hamer::Tone::Danger ? hamer::Tone::Danger : hamer::Tone::Attention,
                                    std::move(action)});
        }
    }

    [[nodiscard]] bool is_shown(const std::string& event) const {
        const auto same = [&](const ButtonView& shown) { return shown.event == event; };
        const auto in_alert = [&](const AlertView& alert) { return alert.button && alert.button->event == event; };
        return std::ranges::any_of(view_.buttons, same) || std::ranges::any_of(view_.quiet, same) ||
               std::ranges::any_of(view_.alerts, in_alert);
    }

    void quiet() {
        if (const Card* current = session_.card()) {
            for (const Button* each : usable(procedure_, session_.configuration(), current->also)) {
                add(view_.quiet, button(*each));
            }
        }
        for (const std::size_t number : enabled_events(procedure_, session_.configuration())) {
            const Event& event = procedure_.events[number];
            const bool in_corner =
                std::ranges::find(procedure_.corner, number, &Button::event) != procedure_.corner.end();
            if (!event.quiet || in_corner || is_shown(event.id) || !concerns(number)) continue;
            add(view_.quiet, button(Button{number, event.label, {}, {}}));
        }
    }

    void corner() {
        for (const Button& each : procedure_.corner) {
            if (!is_enabled(procedure_, session_.configuration(), each.event)) continue;
            view_.corner = button(each);
            view_.corner->key = "corner";
            return;
        }
        if (procedure_.corner.empty()) return;
        view_.corner = button(procedure_.corner.front());
        view_.corner->key = "corner";
        view_.corner->enabled = false;
        view_.corner->why =
            why_refused(procedure_, session_.configuration(), procedure_.corner.front().event).in(language_);
    }

    void undo() {
        const Entry* last = session_.last_undoable();
        if (last) view_.undo = log_line(session_, *last, language_).text;
    }

    void notice() {
        const auto& reopened = desk_.reopened();
        if (!reopened) return;
        view_.notice = fmt::format("{} {} {}.", say("Heropend na een onderbreking:", "Reopened after an interruption:"),
                                   reopened->entries, say("regels teruggevonden", "entries found"));
        if (reopened->tail_discarded) {
            view_.notice +=
                " " + say("Een onvolledige laatste regel is apart bewaard.", "An incomplete last line was kept aside.");
        }
        if (reopened->damaged) {
            view_.notice += " " + say("Het logboek is beschadigd en gaat verder in een nieuw deel.",
                                      "The journal is damaged and goes on in a new part.");
        }
    }

    const Desk& desk_;
    const Session& session_;
    const Procedure& procedure_;
    Language language_;
    Instant now_;
    ChairView view_;
};

std::vector<FieldView> field_views(const Desk& desk, const Event& event, const Fields& values, Language language) {
    const Session& session = desk.session();
    std::vector<FieldView> fields;
    for (const Field& field : event.fields) {
        FieldView view{field.id, field.label.in(language), field.kind, field.required, {}, {}, {}};
        const auto found = values.find(field.id);
        if (found != values.end()) {
            view.value = found->second;
        } else if (field.kind == FieldKind::Flag) {
            view.value = false;
        }
        for (const Choice& choice : field.choices) view.choices.emplace_back(choice.id, choice.label.in(language));
        for (const LocalText& suggestion : field.suggestions) {
            view.suggestions.push_back(words(suggestion, session, desk.municipality(), language));
        }
        fields.push_back(std::move(view));
    }
    return fields;
}

}  // namespace

ChairView chair_view(const Desk& desk, Language language, Instant now) { return Builder(desk, language, now).build(); }

std::vector<FieldView> amendable_fields(const Desk& desk, std::uint64_t seq, Language language) {
    const Session& session = desk.session();
    const Entry* entry = session.entry(seq);
    const auto* step = entry ? entry->as<StepRecorded>() : nullptr;
    const auto number = step ? session.procedure().event(step->event) : std::nullopt;
    if (!number || session.is_taken_back(seq)) return {};
    return field_views(desk, session.procedure().events[*number], session.fields_of(*entry), language);
}

std::vector<FieldView> asked_fields(const Desk& desk, const ButtonView& button, Language language) {
    const auto number = desk.session().procedure().event(button.event);
    if (!number) return {};
    return field_views(desk, desk.session().procedure().events[*number], button.with, language);
}

std::vector<RegionView> deviation_regions(const Desk& desk, Language language) {
    std::vector<RegionView> regions;
    const Procedure& procedure = desk.session().procedure();
    for (std::size_t i = 0; i < procedure.regions.size(); ++i) {
        const Region& region = procedure.regions[i];
        RegionView view{
            region.id, region.label.in(language), procedure.active(desk.session().configuration(), i).id, {}};
        for (const State& state : region.states) view.states.emplace_back(state.id, state.label.in(language));
        regions.push_back(std::move(view));
    }
    return regions;
}

}  // namespace hamer::ui
