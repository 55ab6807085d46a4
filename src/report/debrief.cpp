#include "report/debrief.h"

#include "base/counted.h"
#include "procedure/event_name.h"
#include "report/date_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

class Writing {
  public:
    Writing(const DrillHeld& drill, Language language) : drill_(drill), language_(language) {}

    Document write() {
        made_.language = language_;
        made_.drill = true;
        made_.title = fmt::format("{}: {}", say_("Nabespreking", "Debrief"), drill_.scenario.title.in(language_));
        made_.subtitle =
            fmt::format("{}, {} {} {}", long_time(drill_.began, language_), drill_.score.points, say_("van", "of"),
                        counted(static_cast<std::uint64_t>(drill_.score.of), {"punt", "point"}, {"punten", "points"})
                            .in(language_));
        made_.footer = drill_.scenario.id;
        for (std::size_t i = 0; i < drill_.scenario.injects.size(); ++i) {
            const InjectState& state = drill_.times.injects()[i];
            if (state.kind != InjectState::Kind::Fired) continue;
            came_.push_back({state.at_ms, drill_.scenario.injects[i].show.in(language_)});
        }
        std::ranges::stable_sort(came_, {}, &Came::at_ms);
        section(say_("Verloop", "Course")).chart = true;
        chart();
        made_.sections.back().paragraphs.push_back(drill_.scenario.summary.in(language_));
        if (drill_.setup) made_.sections.back().paragraphs.push_back(how_held(*drill_.setup));
        came();
        goals();
        expected();
        strengths();
        improvements();
        mistakes();
        acts(TrainerAct::Kind::Observe, say_("Gezien door de trainer", "Seen by the trainer"));
        acts(TrainerAct::Kind::Agree, say_("Afgesproken", "Agreed"));
        present();
        std::erase_if(made_.sections, [](const Section& one) {
            return one.table.rows.empty() && one.paragraphs.empty() && !one.chart;
        });
        return std::move(made_);
    }

  private:
    Section& section(std::string title) {
        made_.sections.push_back({.title = std::move(title), .facts = {}, .table = {}, .paragraphs = {}});
        return made_.sections.back();
    }
    [[nodiscard]] std::string event_label(const std::string& id) const {
        const auto number = drill_.procedure.event(id);
        return number ? event_name(drill_.procedure.events[*number], language_) : id;
    }
    // The same step may be asked more than once: "Verzoek uitgesproken (2)".
    [[nodiscard]] std::string step_label(const Expectation& of) const {
        int count = 0, number = 0;
        for (const Expectation& one : drill_.scenario.expected) {
            if (one.event != of.event) continue;
            ++count;
            if (&one == &of) number = count;
        }
        const std::string label = event_label(of.event);
        return count > 1 ? fmt::format("{} ({})", label, number) : label;
    }
    [[nodiscard]] std::string how_held(const DrillSetup& setup) const {
        const bool trainer = setup.lead == DrillLead::Trainer;
        return fmt::format(
            "{} {} {} %. {}",
            trainer ? say_("Met een trainer.", "With a trainer.") : say_("Alleen geoefend.", "Practised alone."),
            say_("Tempo", "Pace"), setup.pace_percent,
            setup.hints ? say_("Met hints.", "With hints.") : say_("Zonder hints.", "Without hints."));
    }
    [[nodiscard]] static std::string time(std::optional<std::int64_t> at_ms) { return at_ms ? duration(*at_ms) : "–"; }
    [[nodiscard]] Instant moment(std::int64_t at_ms) const {
        return {drill_.began.milliseconds + at_ms, drill_.began.offset_minutes};
    }

    // What earns half its points looks other than what earns none.
    [[nodiscard]] static std::pair<MarkKind, const char*> mark_of(Verdict verdict) {
        switch (verdict) {
            case Verdict::Met:
                return {MarkKind::Step, "√"};
            case Verdict::Late:
            case Verdict::OutOfOrder:
                return {MarkKind::Late, "½"};
            case Verdict::Skipped:
            case Verdict::Wrong:
            case Verdict::NotAsked:
                break;
        }
        return {MarkKind::Refusal, "×"};
    }

    // By the numbers of the drawing.
    void came() {
        Table& table = section(say_("Wat er gebeurde", "What happened")).table;
        table.heads = {say_("Nr", "No"), say_("Tijd", "Time"), say_("Te zien of te horen", "Seen or heard")};
        table.shares = {6, 12, 82};
        for (std::size_t i = 0; i < came_.size(); ++i) {
            table.rows.push_back({std::to_string(i + 1), duration(came_[i].at_ms), came_[i].text});
        }
    }

    // What came, what was expected and until when, and what was done, below each other.
    void chart() {
        Chart& chart = made_.chart;
        chart.from = drill_.began;
        // With room for a mark at the very end.
        chart.until = moment(std::max<std::int64_t>(drill_.lasted_ms, 60'000) * 21 / 20);
        ChartLane came{.name = say_("Gebeurt", "Happens")};
        for (std::size_t i = 0; i < came_.size(); ++i) {
            came.marks.push_back({moment(came_[i].at_ms), MarkKind::Note, std::to_string(i + 1), came_[i].text});
        }
        ChartLane asked{.name = say_("Verwacht", "Expected")}, done{.name = say_("Gedaan", "Done")};
        for (const ScoredExpectation& one : drill_.score.expected) {
            if (one.asked_ms) {
                const std::int64_t until_ms = std::min(*one.asked_ms + one.expectation->within_ms, drill_.lasted_ms);
                asked.bars.push_back({moment(*one.asked_ms), moment(std::max(until_ms, *one.asked_ms)), ""});
            }
            if (!one.at_ms) continue;
            const auto [kind, sign] = mark_of(one.verdict);
            done.marks.push_back({moment(*one.at_ms), kind, sign,
                                  step_label(*one.expectation) + ", " + name_of(one.verdict).in(language_)});
        }
        for (ChartLane* lane : {&came, &asked, &done}) {
            if (!lane->bars.empty() || !lane->marks.empty()) chart.lanes.push_back(std::move(*lane));
        }
    }

    void goals() {
        Table& table = section(say_("Doelen", "Goals")).table;
        table.heads = {say_("Doel", "Goal"), say_("Punten", "Points"), say_("Trainer (1–5)", "Trainer (1–5)")};
        table.shares = {64, 18, 18};
        for (const ScoredGoal& one : drill_.score.goals) {
            table.rows.push_back({one.goal->text.in(language_),
                                  one.of == 0 ? "–" : fmt::format("{} / {}", one.points, one.of),
                                  one.rating == 0 ? "–" : std::to_string(one.rating)});
        }
    }

    void expected() {
        Table& table = section(say_("Verwacht en gedaan", "Expected and done")).table;
        table.heads = {say_("Stap", "Step"), say_("Gevraagd", "Asked"), say_("Gedaan", "Done"),
                       say_("Oordeel", "Verdict"), say_("Punten", "Points")};
        table.shares = {40, 14, 14, 20, 12};
        for (const ScoredExpectation& one : drill_.score.expected) {
            table.rows.push_back({step_label(*one.expectation), time(one.asked_ms), time(one.at_ms),
                                  name_of(one.verdict).in(language_), fmt::format("{} / {}", one.points, one.of)});
        }
    }

    void strengths() {
        Section& strong = section(say_("Sterk", "Strengths"));
        for (const ScoredExpectation& one : drill_.score.expected) {
            if (one.verdict != Verdict::Met) continue;
            strong.paragraphs.push_back(fmt::format("{}: {} {}", step_label(*one.expectation), say_("na", "after"),
                                                    duration(*one.at_ms - *one.asked_ms)));
        }
    }

    void improvements() {
        Section& better = section(say_("Beter", "To improve"));
        for (const ScoredExpectation& one : drill_.score.expected) {
            if (one.verdict == Verdict::Met || one.verdict == Verdict::NotAsked) continue;
            const Source* source = drill_.procedure.source(one.expectation->source);
            better.paragraphs.push_back(fmt::format("{}: {}. {}", step_label(*one.expectation),
                                                    name_of(one.verdict).in(language_),
                                                    source ? source->text.in(language_) : one.expectation->source));
        }
    }

    void mistakes() {
        Section& wrong = section(say_("Wat hier niet hoort", "What does not belong here"));
        for (const ScoredMistake& one : drill_.score.mistakes) {
            for (const std::int64_t at_ms : one.at_ms) {
                wrong.paragraphs.push_back(fmt::format("{} – {} (–{}): {}", duration(at_ms),
                                                       event_label(one.mistake->event), one.mistake->points,
                                                       one.mistake->why.in(language_)));
            }
        }
    }

    void acts(TrainerAct::Kind kind, std::string title) {
        Section& made = section(std::move(title));
        for (const TrainerAct& act : drill_.acts) {
            if (act.kind != kind) continue;
            const std::string text = printable(act.text);
            made.paragraphs.push_back(
                kind == TrainerAct::Kind::Observe ? fmt::format("{} – {}", duration(act.at_ms), text) : text);
        }
    }

    void present() {
        Section& made = section(say_("Aanwezig", "Present"));
        for (const std::string& name : drill_.attendance) made.paragraphs.push_back(printable(name));
        if (!drill_.setup) return;
        for (const DrillRole& role : drill_.scenario.roles) {
            const auto who = drill_.setup->roles.find(role.id);
            if (who == drill_.setup->roles.end() || who->second.empty()) continue;
            made.paragraphs.push_back(fmt::format("{}: {}", role.label.in(language_), printable(who->second)));
        }
    }

    struct Came {
        std::int64_t at_ms = 0;
        std::string text;
    };

    const DrillHeld& drill_;
    Language language_;
    Say say_{language_};
    std::vector<Came> came_;  // the injects that came, in time
    Document made_;
};

}  // namespace

Document debrief_of(const DrillHeld& drill, Language language) { return Writing(drill, language).write(); }

}  // namespace hamer
