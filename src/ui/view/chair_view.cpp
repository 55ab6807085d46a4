#include "ui/view/chair_view.h"

#include "procedure/machine.h"
#include "session/words.h"
#include "ui/view/standing.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

class Builder {
  public:
    Builder(const Desk& desk, Language language)
        : desk_(desk), session_(desk.session()), procedure_(session_.procedure()), language_(language) {}

    ChairView build() {
        const Meeting& meeting = session_.meeting();
        view_.meeting = meeting.room.empty() ? meeting.name : meeting.name + " – " + meeting.room;
        view_.drill = session_.opened().drill;
        view_.at_rest = procedure_.is_at_rest(session_.configuration());
        view_.alerts = trouble(desk_, language_);
        view_.notice = reopened_notice(desk_, language_);
        card();
        band();
        alerts();
        quiet();
        corner();
        undo();
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
    void add(std::vector<ButtonView>& buttons, ButtonView made) const {
        const auto same = std::ranges::count(view_.buttons, made.event, &ButtonView::event) +
                          std::ranges::count(view_.quiet, made.event, &ButtonView::event);
        if (same > 0) made.key += fmt::format("#{}", same + 1);
        buttons.push_back(std::move(made));
    }

    [[nodiscard]] ButtonView put_away() const {
        ButtonView made;
        made.key = put_away_key;
        made.label = say("Nieuwe vergadering", "New meeting");
        made.tone = hamer::Tone::Primary;
        return made;
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
        if (view_.buttons.empty()) view_.buttons.push_back(put_away());
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
        if (began && (!ended || *ended < *began)) view_.began = began;
        view_.band.push_back(
            {"timer", say("verstoring", "disturbance"), "–", view_.began ? hamer::Tone::Attention : hamer::Tone::Calm});
        if (view_.began) requests();
    }

    // How many requests to leave were spoken in this disturbance.
    void requests() {
        const Event* spoken = procedure_.event_meaning(Meaning::RequestSpoken);
        if (!spoken) return;
        for (const Entry& entry : session_.entries()) {
            const auto* step = entry.as<StepRecorded>();
            if (!step || step->event != spoken->id || session_.is_taken_back(entry.seq)) continue;
            if (entry.when() < *view_.began) continue;
            ++view_.requests;
            view_.last_request = entry.when();
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
        // Where the last card still asks something, putting away is possible too, and not in the way.
        const bool offered = std::ranges::find(view_.buttons, put_away_key, &ButtonView::key) != view_.buttons.end();
        if (view_.at_rest && !offered) view_.quiet.push_back(put_away());
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
        const std::string& number = desk_.municipality().emergency_number;
        view_.corner->why =
            procedure_.is_open(session_.configuration())
                ? say("Is al vastgelegd.", "Has been recorded.")
                : fmt::format("{} {}.", say("Geen vergadering. Bij gevaar: bel", "No meeting. In danger: call"),
                              number);
    }

    void undo() {
        const Entry* last = session_.last_undoable();
        if (last) view_.undo = log_line(session_, *last, language_).text;
    }

    const Desk& desk_;
    const Session& session_;
    const Procedure& procedure_;
    Language language_;
    ChairView view_;
};

}  // namespace

ChairView chair_view(const Desk& desk, Language language) {
    ChairView view = Builder(desk, language).build();
    tell_time(view, desk.now().at);
    return view;
}

void tell_time(ChairView& view, Instant now) {
    if (!view.began) return;
    const auto since = [&](Instant from) {
        return duration(std::max<std::int64_t>(0, (now.milliseconds - from.milliseconds)));
    };
    view.band.back().value = since(*view.began);
    if (view.last_request) view.since_request = since(*view.last_request);
}

ViewStamp view_stamp(const Desk& desk, Language language) {
    return {desk.session().entries().size(), desk.session().revisions(), desk.storage().unrecorded,
            desk.register_problem().has_value(), language};
}

}  // namespace hamer::ui
