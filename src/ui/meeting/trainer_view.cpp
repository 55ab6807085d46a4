#include "ui/meeting/trainer_view.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

class Building {
  public:
    Building(const DrillFacts& seen, Language language)
        : seen_(seen), language_(language), times_(seen.times()), score_(seen.score()) {}

    TrainerView build() {
        view_.elapsed = duration(seen_.now_ms);
        view_.title = seen_.scenario.title.in(language_);
        injects();
        expected();
        acts();
        return std::move(view_);
    }

  private:
    [[nodiscard]] std::string step_name(const std::string& event) const {
        const Procedure& procedure = seen_.session.procedure();
        const auto number = procedure.event(event);
        return number ? procedure.events[*number].label.in(language_) : event;
    }
    // What a waiting inject waits for: "0:15 na: Verzoek gedaan (2)".
    [[nodiscard]] std::string after(const Inject& inject) const {
        const std::int64_t wait_ms = inject.delay_ms + put_off_ms(inject);
        const DrillMoment& moment = inject.after;
        std::string what;
        if (moment.kind == DrillMoment::Kind::Step) {
            what = step_name(moment.id);
            if (moment.nth > 1) what += fmt::format(" ({})", moment.nth);
        } else if (const Inject* before = seen_.scenario.inject(moment.id)) {
            what = before->show.in(language_);
        }
        const std::string delay = wait_ms > 0 ? duration(wait_ms) + " " : std::string();
        return fmt::format("{}{}: {}", delay, say_("na", "after"), what);
    }
    // By how much the trainer put it off.
    [[nodiscard]] std::int64_t put_off_ms(const Inject& inject) const {
        std::int64_t by_ms = 0;
        for (const TrainerAct& act : seen_.acts) {
            if (act.kind == TrainerAct::Kind::Delay && act.id == inject.id) by_ms += act.delay_ms;
        }
        return by_ms;
    }
    [[nodiscard]] std::string who(const std::string& id) const {
        const auto& roles = seen_.scenario.roles;
        const auto role = std::ranges::find(roles, id, &DrillRole::id);
        if (role == roles.end()) return {};
        const auto name = seen_.drill.setup.roles.find(id);
        const bool known = name != seen_.drill.setup.roles.end() && !name->second.empty();
        const std::string label = role->label.in(language_);
        return known ? fmt::format("{}: {}", label, printable(name->second, 300)) : label;
    }

    void injects() {
        struct Placed {
            std::int64_t at_ms;
            InjectView view;
        };
        std::vector<Placed> coming, came;
        for (std::size_t i = 0; i < seen_.scenario.injects.size(); ++i) {
            const Inject& inject = seen_.scenario.injects[i];
            const InjectState& state = times_.injects()[i];
            InjectView made{.id = inject.id,
                            .when = {},
                            .who = who(inject.role),
                            .text = inject.show.in(language_),
                            .postponed = {},
                            .state = state.kind};
            if (const std::int64_t by_ms = put_off_ms(inject); by_ms > 0) {
                made.postponed = fmt::format("{} s later", by_ms / 1000);
            }
            switch (state.kind) {
                case InjectState::Kind::Waiting:
                    made.when = after(inject);
                    coming.push_back({INT64_MAX, std::move(made)});
                    break;
                case InjectState::Kind::Due:
                    // Rounded up: at "0:00" it has come.
                    made.when = fmt::format("{} {}", say_("over", "in"), duration(state.at_ms - seen_.now_ms + 999));
                    coming.push_back({state.at_ms, std::move(made)});
                    break;
                case InjectState::Kind::Fired:
                    made.when = duration(state.at_ms);
                    came.push_back({state.at_ms, std::move(made)});
                    break;
                case InjectState::Kind::Skipped:
                    made.when = fmt::format("{} {}", duration(state.at_ms), say_("overgeslagen", "skipped"));
                    came.push_back({state.at_ms, std::move(made)});
                    break;
            }
        }
        std::ranges::stable_sort(coming, {}, &Placed::at_ms);
        std::ranges::stable_sort(came, std::ranges::greater(), &Placed::at_ms);
        for (Placed& one : coming) view_.coming.push_back(std::move(one.view));
        for (Placed& one : came) view_.came.push_back(std::move(one.view));
    }

    void expected() {
        for (const ScoredExpectation& one : score_.expected) {
            ExpectedView made{.step = step_name(one.expectation->event),
                              .state = {},
                              .done = one.at_ms.has_value(),
                              .asked = one.asked_ms.has_value()};
            if (one.at_ms) {
                const bool half = one.verdict == Verdict::Late || one.verdict == Verdict::OutOfOrder;
                made.tone = one.verdict == Verdict::Met ? Tone::Calm : half ? Tone::Attention : Tone::Danger;
                made.state = name_of(one.verdict).in(language_);
                if (one.asked_ms && *one.at_ms >= *one.asked_ms) {
                    made.state += fmt::format(", {} {}", say_("na", "after"), duration(*one.at_ms - *one.asked_ms));
                }
            } else if (one.asked_ms) {
                const std::int64_t left_ms = *one.asked_ms + one.expectation->within_ms - seen_.now_ms;
                made.tone = left_ms >= 0 ? Tone::Primary : Tone::Danger;
                made.state = left_ms >= 0 ? fmt::format("{} {}", say_("nog", "left:"), duration(left_ms + 999))
                                          : fmt::format("{} {}", duration(-left_ms), say_("te laat", "late"));
            }
            view_.expected.push_back(std::move(made));
        }
        // What is asked now first, then what was done, then what is not asked yet.
        const auto rank = [](const ExpectedView& one) { return one.done ? 1 : one.asked ? 0 : 2; };
        std::ranges::stable_sort(view_.expected, {}, rank);
        for (const ScoredMistake& one : score_.mistakes) {
            for (const std::int64_t at_ms : one.at_ms) {
                view_.mistakes.push_back(fmt::format("{} {}: {}", duration(at_ms), step_name(one.mistake->event),
                                                     one.mistake->why.in(language_)));
            }
        }
    }

    void acts() {
        for (const DrillGoal& goal : seen_.scenario.goals) view_.goals.push_back({goal.id, goal.text.in(language_)});
        for (const TrainerAct& act : seen_.acts) {
            if (act.kind == TrainerAct::Kind::Observe) {
                view_.noted.push_back(fmt::format("{} {}", duration(act.at_ms), act.text));
            }
            if (act.kind == TrainerAct::Kind::Agree) view_.agreed.push_back(act.text);
            if (act.kind == TrainerAct::Kind::Rate) {
                const auto goal = std::ranges::find(view_.goals, act.id, &GoalView::id);
                if (goal != view_.goals.end()) goal->rating = act.rating;
            }
        }
        view_.ending = seen_.asked_to_end() && !seen_.drill.result;
        for (const TrainerAct& act : seen_.acts) {
            if (act.kind == TrainerAct::Kind::End) continue;
            // What happened in a drill that is over cannot be taken back: it would change what the chair did well.
            const bool happened = act.kind == TrainerAct::Kind::Fire || act.kind == TrainerAct::Kind::Skip ||
                                  act.kind == TrainerAct::Kind::Delay;
            view_.last = happened && seen_.drill.result ? std::string() : words_of(act);
        }
    }

    [[nodiscard]] std::string words_of(const TrainerAct& act) const {
        const Inject* inject = seen_.scenario.inject(act.id);
        const std::string about = inject ? inject->show.in(language_) : act.id;
        switch (act.kind) {
            case TrainerAct::Kind::Fire:
                return fmt::format("{}: {}", say_("nu laten gebeuren", "made to happen"), about);
            case TrainerAct::Kind::Skip:
                return fmt::format("{}: {}", say_("overgeslagen", "skipped"), about);
            case TrainerAct::Kind::Delay:
                return fmt::format("{}: {}", say_("uitgesteld", "put off"), about);
            case TrainerAct::Kind::Rate: {
                const auto goal = std::ranges::find(view_.goals, act.id, &GoalView::id);
                return fmt::format("{} {}: {}", say_("beoordeeld met", "rated"), act.rating,
                                   goal != view_.goals.end() ? goal->text : act.id);
            }
            case TrainerAct::Kind::Observe:
            case TrainerAct::Kind::Agree:
            case TrainerAct::Kind::Attend:
            case TrainerAct::Kind::TakeBack:
            case TrainerAct::Kind::End:
                break;
        }
        return act.text;
    }

    const DrillFacts& seen_;
    Language language_;
    Say say_{language_};
    DrillTimes times_;
    DrillScore score_;
    TrainerView view_;
};

}  // namespace

TrainerView trainer_view(const DrillFacts& seen, Language language) { return Building(seen, language).build(); }

}  // namespace hamer::ui
