#include "ui/meeting/chair_view.h"

#include "base/counted.h"
#include "base/typed_time.h"
#include "procedure/machine.h"
#include "session/sentence.h"
#include "session/words.h"
#include "ui/meeting/broadcast_view.h"
#include "ui/meeting/passing_time.h"
#include "ui/meeting/present_disturbance.h"
#include "ui/meeting/standing.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace hamer::ui {

namespace {

class Builder {
  public:
    Builder(const MeetingFacts& seen, Language language)
        : seen_(seen), session_(seen.session), procedure_(session_.procedure()), language_(language) {}

    ChairView build() {
        const Meeting& meeting = session_.meeting();
        view_.meeting = meeting.room.empty() ? meeting.name : meeting.name + " – " + meeting.room;
        view_.drill = session_.opened().drill;
        view_.at_rest = procedure_.is_at_rest(session_.configuration());
        view_.alerts = trouble(seen_, language_);
        const std::size_t after_trouble = view_.alerts.size();
        view_.notice = reopened_notice(seen_, language_);
        if (seen_.elsewhere) {
            view_.elsewhere =
                fmt::format("{} {}", Say{language_}("Logboek", "Log"), seen_.elsewhere->where.in(language_));
        }
        card();
        band();
        alerts();
        if (auto line = broadcast_said_ ? std::nullopt : broadcast_alert(seen_, language_)) {
            view_.alerts.push_back(*std::move(line));
        }
        quiet();
        corner();
        practice(after_trouble);
        undo();
        limit();
        letters();
        view_.trail = trail_view(session_, language_);
        return std::move(view_);
    }

  private:
    // What tells the chair to do something: in a drill nobody is called.
    template <typename Text>
    [[nodiscard]] std::string to_do(const Text& text, const Fields& first = {}) const {
        std::string said = words(text, session_, seen_.municipality, language_, first);
        return session_.opened().drill ? acted_out(said, language_) : said;
    }
    [[nodiscard]] std::string today() const { return calendar_date(seen_.now.at); }
    [[nodiscard]] std::string in_words(const LocalText& text) const {
        return words(text, session_, seen_.municipality, language_);
    }
    [[nodiscard]] std::string in_words(const Wording& wording) const {
        return words(wording, session_, seen_.municipality, language_);
    }
    [[nodiscard]] ButtonView button(const Button& from) const { return button_view(seen_, from, language_); }

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
        // In a drill it is the end of the drill.
        ButtonView made = seen_.practice ? practice_end(language_) : ButtonView();
        made.key = put_away_key;
        if (seen_.practice) return made;
        made.label = say_("Nieuwe vergadering", "New meeting");
        made.tone = Tone::Primary;
        return made;
    }

    // The button that records it now, by its words.
    [[nodiscard]] std::string way_to(const std::string& event) const {
        std::vector<const ButtonView*> all;
        for (const ButtonView& each : view_.buttons) all.push_back(&each);
        for (const AlertView& each : view_.alerts) {
            if (each.button) all.push_back(&*each.button);
        }
        for (const ButtonView& each : view_.quiet) all.push_back(&each);
        if (view_.corner) all.push_back(&*view_.corner);
        const auto found = std::ranges::find(all, event, &ButtonView::event);
        if (found != all.end()) return fmt::format("{} ‘{}’", say_("tik op", "tap"), (*found)->label);
        const auto number = procedure_.event(event);
        return number ? in_words(procedure_.events[*number].label) : event;
    }

    [[nodiscard]] std::string hint() const {
        switch (seen_.practice->hint) {
            case MeetingFacts::Hint::None:
                break;
            case MeetingFacts::Hint::Step:
                return fmt::format(" {}: {}.", say_("Nu", "Now"), way_to(seen_.practice->asked));
            case MeetingFacts::Hint::Wait:
                return say_(" Wacht nu op wat er gebeurt.", " Wait now for what happens.");
            case MeetingFacts::Hint::Done:
                return say_(" Er komt niets meer: u bent klaar.", " Nothing more comes: you are done.");
        }
        return {};
    }

    // What the program plays in a drill, with the way to the debrief or to the trainer's panel.
    void practice(std::size_t place) {
        if (!seen_.practice) return;
        ButtonView button = practice_end(language_);
        if (seen_.practice->by_trainer) {
            button = ButtonView();
            button.key = trainer_key;
            button.label = say_("Trainer", "Trainer");
        }
        std::string text = fmt::format("{}: {}{}", say_("OEFENING", "DRILL"), seen_.practice->happens, hint());
        const auto at = view_.alerts.begin() + static_cast<std::ptrdiff_t>(place);
        view_.alerts.insert(at, {"practice", std::move(text), Tone::Primary, std::move(button)});
        if (seen_.practice->problem.empty()) return;
        view_.alerts.insert(view_.alerts.begin() + static_cast<std::ptrdiff_t>(place),
                            {"practice.problem", seen_.practice->problem, Tone::Danger, std::nullopt});
    }

    void card() {
        const Card* current = session_.card();
        if (!current) {
            view_.card = "outside";
            view_.title = say_("Buiten de procedure", "Outside the procedure");
            view_.notes = {say_("Na de afwijking past geen kaart. Kies hieronder wat er gebeurt.",
                                "No card fits after the deviation. Choose below what happens.")};
            return;
        }
        view_.card = current->id;
        view_.title = to_do(current->title);
        if (!current->say.empty()) {
            // They are the words of the first button that is spoken and has none of its own.
            const auto speaks = std::ranges::find_if(current->buttons, [&](const Button& each) {
                const Spoken spoken = procedure_.events[each.event].spoken;
                return spoken != Spoken::No && spoken != Spoken::Telephone && each.say.empty();
            });
            view_.say = speaks != current->buttons.end() ? spoken_with(seen_, *speaks, current->say, language_)
                                                         : in_words(current->say);
        }
        view_.telephone = in_words(current->telephone);
        for (const Wording& note : current->notes) {
            if (std::string said = to_do(note); !said.empty()) view_.notes.push_back(std::move(said));
        }
        view_.hero = current->hero;
        view_.alarm = current->alarm;
        view_.equal = current->equal;
        view_.answers = current->answers;
        view_.first_place = current->first_place;
        view_.counted = current->first_place > 0 ||
                        (!current->buttons.empty() && procedure_.events[current->buttons.front().event].times > 0);
        if (current->afterwards) {
            const Incident* now = session_.present_incident();
            view_.afterwards = AfterwardsView{in_words(current->afterwards->title), in_words(current->afterwards->say),
                                              current->afterwards->now.in(language_), now ? now->opened : 0};
        }
        const Source* source = procedure_.source(current->source);
        if (source) view_.source = source->title.in(language_);
        for (const Button* each : usable(procedure_, session_.configuration(), current->buttons)) {
            if (!concerns(each->event)) continue;
            add(view_.buttons, button(*each));
            view_.buttons.back().place = view_.first_place + view_.buttons.size() - 1;
        }
        view_.at_rest = view_.at_rest && view_.buttons.empty();  // a card that still asks something comes first
        if (!view_.at_rest) return;
        if (view_.buttons.empty()) view_.buttons.push_back(put_away());
        records();
        view_.register_place = seen_.register_place;
    }

    // Each record by what it is about and what it still misses: nobody knows an incident by its id.
    void records() {
        for (const HandedOver& record : seen_.records) {
            if (record.incident >= session_.incidents().size()) continue;  // was taken back since
            const std::string about = incident_in_words(session_, session_.incidents()[record.incident], language_);
            const std::string lacks = record.missing == 0
                                          ? say_("volledig", "complete")
                                          : counted(record.missing, {"punt ontbreekt", "item is missing"},
                                                    {"punten ontbreken", "items are missing"})
                                                .in(language_);
            view_.records.push_back(fmt::format("{}: {}", about, lacks));
        }
    }

    // When an entry happened, on the clock of this machine that never goes back.
    [[nodiscard]] std::int64_t since(const Entry& entry) const {
        return seen_.now.monotonic_ms - session_.passed_since(entry, seen_.now);
    }

    void band() {
        // In an emergency the clock runs since it began, also where it belongs to a disturbance.
        const auto danger = procedure_.region_of(Meaning::EmergencyDeclared);
        const bool emergency = danger && !procedure_.active(session_.configuration(), *danger).rest;
        const Incident* incident = session_.present_incident();
        if (incident) began_ = session_.entry(incident->opened);
        if (emergency && session_.entered_by(*danger)) began_ = session_.entered_by(*danger);
        if (began_) view_.began_ms = since(*began_);
        for (std::size_t i = 0; i < procedure_.regions.size(); ++i) {
            if (procedure_.regions[i].in_band) fact(i);
        }
        view_.band.push_back({"timer", emergency ? say_("nood", "emergency") : say_("verstoring", "disturbance"), "–",
                              began_ ? Tone::Attention : Tone::Calm});
        if (!began_) return;
        view_.ticks_ms = view_.began_ms;
        requests();
    }

    void fact(std::size_t number) {
        const Region& region = procedure_.regions[number];
        const State& state = procedure_.active(session_.configuration(), number);
        view_.band.push_back({region.id, region.label.in(language_), state.label.in(language_), state.tone});
        const Entry* entered = session_.entered_by(number);
        if (!entered) return;
        if (state.timed) {
            view_.running.push_back({view_.band.size() - 1, since(*entered)});
            if (!view_.ticks_ms) view_.ticks_ms = since(*entered);
        } else if (standing_alert(state, session_.circumstances())) {
            view_.band.back().detail = say_("sinds ", "since ") + time_beside(today(), entered->when());
        }
    }

    // How many requests to leave were spoken in this disturbance.
    void requests() {
        const Event* spoken = procedure_.event_meaning(Meaning::RequestSpoken);
        const Incident* incident = session_.present_incident();
        if (!spoken || !incident) return;
        view_.requests = session_.requests_until(session_.next_seq());
        view_.requests_of = spoken->times;
        const Entry* last = session_.last(Meaning::RequestSpoken);
        if (last && last->seq >= incident->opened) view_.last_request_ms = since(*last);
    }

    void limit() {
        for (std::size_t i = 0; i < procedure_.regions.size(); ++i) {
            const State& state = procedure_.active(session_.configuration(), i);
            const Entry* entered = session_.entered_by(i);
            if (!state.limit || !entered) continue;
            LimitView limit{.label = in_words(state.limit->label), .words = in_words(state.limit->over)};
            limit.since_ms = since(*entered);
            limit.seq = entered->seq;
            limit.limit_ms = std::chrono::milliseconds(seen_.statement_limit).count();
            limit.limit = lasted(limit.limit_ms);
            view_.limit = std::move(limit);
            if (!view_.ticks_ms) view_.ticks_ms = since(*entered);
        }
    }

    // A letter that two quiet actions would share is nobody's.
    void letters() {
        for (ButtonView& each : view_.quiet) {
            const auto same = std::ranges::count(view_.quiet, each.letter, &ButtonView::letter);
            if (same > 1 && each.letter != 0) shared_.insert(each.letter);
        }
        for (ButtonView& each : view_.quiet) {
            if (shared_.contains(each.letter)) each.letter = 0;
        }
    }

    void alerts() {
        for (std::size_t i = 0; i < procedure_.regions.size(); ++i) {
            const State& state = procedure_.active(session_.configuration(), i);
            const Alert* standing = standing_alert(state, session_.circumstances());
            if (!standing || (i == broadcast_region() && !session_.meeting().broadcast && state.rest)) continue;
            AlertView alert{"alert." + procedure_.regions[i].id,
                            alert_words(i, *standing),
                            state.tone == Tone::Danger ? Tone::Danger : Tone::Attention,
                            answer(standing->button),
                            {}};
            if (standing->other) alert.other = answer(*standing->other);
            const auto meaning = procedure_.events[standing->button.event].meaning;
            if (meaning == Meaning::BroadcastPaused || meaning == Meaning::BroadcastResumed) {
                if (auto pending = pending_broadcast(seen_, *meaning, language_)) {
                    alert.text = std::move(pending->text);
                    if (pending->danger) alert.tone = Tone::Danger;
                    broadcast_said_ = true;
                }
            }
            view_.alerts.push_back(std::move(alert));
        }
    }

    [[nodiscard]] std::optional<std::size_t> broadcast_region() const {
        return procedure_.region_of(Meaning::BroadcastStarted);
    }

    // A line's button where it can be used and does not stand on the card already.
    [[nodiscard]] std::optional<ButtonView> answer(const Button& from) const {
        if (!is_enabled(procedure_, session_.configuration(), from.event)) return std::nullopt;
        ButtonView made = button(from);
        const bool on_card = std::ranges::find(view_.buttons, made.event, &ButtonView::event) != view_.buttons.end();
        return on_card ? std::nullopt : std::optional(std::move(made));
    }

    [[nodiscard]] std::string alert_words(std::size_t region, const Alert& alert) const {
        Fields since;
        if (const auto entered = session_.entered(region)) since["since"] = clock_beside(today(), *entered);
        return to_do(alert.text, since);
    }

    [[nodiscard]] bool is_shown(const std::string& event) const {
        const auto same = [&](const ButtonView& shown) { return shown.event == event; };
        const auto in_alert = [&](const AlertView& alert) {
            return (alert.button && alert.button->event == event) || (alert.other && alert.other->event == event);
        };
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
            add(view_.quiet, button(Button{.event = number, .label = event.label}));
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
        view_.corner->why = say_("Is al vastgelegd.", "Has been recorded.");
    }

    void undo() {
        const Entry* last = session_.last_undoable_by_hand();
        if (last) view_.undo = log_line(session_, *last, language_).text;
    }

    const MeetingFacts& seen_;
    const Session& session_;
    const Procedure& procedure_;
    Language language_;
    Say say_{language_};
    std::set<char> shared_;
    const Entry* began_ = nullptr;  // opened the incident that goes on
    bool broadcast_said_ = false;   // a line stands for what is asked of it
    ChairView view_;
};

}  // namespace

ChairView chair_view(const MeetingFacts& seen, Language language) {
    ChairView view = Builder(seen, language).build();
    tell_time(view, seen.now.monotonic_ms);
    return view;
}

void offer_dossier(ChairView& view) {
    ButtonView made;
    made.key = dossier_key;
    made.label = "Dossier";
    made.letter = 'D';
    for (ButtonView& each : view.quiet) {
        if (each.letter == made.letter) each.letter = 0;
    }
    view.dossier = std::move(made);
}

}  // namespace hamer::ui
