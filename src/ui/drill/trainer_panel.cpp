#include "ui/drill/trainer_panel.h"

#include "ui/meeting/quiet_parts.h"

#include <array>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr std::int64_t put_off_ms = 30'000;

Ink ink_of(Tone tone) {
    switch (tone) {
        case Tone::Danger:
            return Ink::Danger;
        case Tone::Primary:
            return Ink::Accent;
        case Tone::Calm:
        case Tone::Normal:
        case Tone::Attention:
            break;
    }
    return Ink::Normal;
}

bool is_blank(const std::string& text) { return text.find_first_not_of(' ') == std::string::npos; }

void draw_inject(Lines& lines, const InjectView& inject) {
    lines.column().skip(lines.ui().metrics().gap(Gap::Tight));
    lines.words({.text = fmt::format("{}{}{}", inject.when, inject.who.empty() ? "" : " – ", inject.who),
                 .type = Type::Strong,
                 .key = "inject." + inject.id});
    const bool comes = inject.state == InjectState::Kind::Due || inject.state == InjectState::Kind::Waiting;
    if (comes && !inject.postponed.empty()) {
        const std::string words = fmt::format("{}: {}", lines.say("Uitgesteld", "Postponed"), inject.postponed);
        lines.words({.text = words, .ink = Ink::Accent, .icon = Icon::Clock, .key = "postponed." + inject.id});
    }
    lines.words({.text = inject.text, .ink = inject.state == InjectState::Kind::Skipped ? Ink::Soft : Ink::Normal});
}

}  // namespace

void TrainerPanel::draw_injects(Lines& lines, const TrainerView& view, std::vector<Action>& actions) {
    Ui& ui = lines.ui();
    lines.heading(lines.say("Wat er komt", "What comes"));
    if (view.coming.empty()) lines.note(lines.say("Er komt niets meer.", "Nothing more comes."));
    for (const InjectView& inject : view.coming) {
        draw_inject(lines, inject);
        const std::string key = "inject." + inject.id;
        const std::string now = key + ".now", later = key + ".later", skip = key + ".skip";
        const std::vector<QuietButton> buttons{
            {.key = now, .label = Say{lines.language()}("Nu", "Now"), .icon = Icon::Play, .guarded = false},
            {.key = later, .label = Say{lines.language()}("30 s later", "30 s later"), .guarded = false},
            {.key = skip, .label = Say{lines.language()}("Sla over", "Skip"), .guarded = false}};
        const Rect place = lines.column().next(quiet_buttons_height(ui, buttons, lines.column().width()));
        const int pressed = quiet_buttons(ui, place, buttons);
        if (pressed < 0) continue;
        constexpr std::array kinds{TrainerAct::Kind::Fire, TrainerAct::Kind::Delay, TrainerAct::Kind::Skip};
        const TrainerAct::Kind kind = kinds[static_cast<std::size_t>(pressed)];
        const std::int64_t delay_ms = kind == TrainerAct::Kind::Delay ? put_off_ms : 0;
        actions.emplace_back(Train{{.kind = kind, .id = inject.id, .delay_ms = delay_ms}});
    }
    if (!view.came.empty()) lines.heading(lines.say("Wat er gebeurde", "What happened"));
    for (const InjectView& inject : view.came) draw_inject(lines, inject);
}

void TrainerPanel::draw_expected(Lines& lines, const TrainerView& view) {
    lines.heading(lines.say("Wat het protocol verwacht", "What the protocol expects"));
    for (std::size_t i = 0; i < view.expected.size(); ++i) {
        const ExpectedView& one = view.expected[i];
        const Icon icon = !one.done                     ? (one.asked ? Icon::Clock : Icon::Ring)
                          : one.tone == Tone::Danger    ? Icon::Close
                          : one.tone == Tone::Attention ? Icon::Notice
                                                        : Icon::Check;
        lines.words({.text = one.state.empty() ? one.step : fmt::format("{}: {}", one.step, one.state),
                     .ink = one.asked || one.done ? ink_of(one.tone) : Ink::Soft,
                     .icon = icon,
                     .key = fmt::format("expected.{}", i)});
    }
    if (!view.mistakes.empty()) lines.heading(lines.say("Wat hier niet hoort", "What does not belong here"));
    for (const std::string& mistake : view.mistakes) {
        lines.words({.text = mistake, .ink = Ink::Danger, .icon = Icon::Close});
    }
}

void TrainerPanel::note(Lines& lines, const std::string& key, const std::string& label, std::string& text,
                        TrainerAct::Kind kind, std::vector<Action>& actions) {
    const bool entered = lines.field(key + ".text", label, text);
    if (is_blank(text)) return;
    if (!entered && !lines.button(key + ".add", lines.say("Noteer", "Note"), Icon::Add)) return;
    actions.emplace_back(Train{{.kind = kind, .text = printable(text)}});
    text.clear();
}

bool TrainerPanel::draw_end(Ui& ui, Rect& area, const Say& say) {
    const ButtonView view = practice_end(say.language);
    QuietButton end = quiet_from(view, say);
    end.icon = Icon::Right;
    end.intent = Intent::Accent;
    end.filled = true;
    end.guarded = false;
    const Rect place = area.cut_bottom(quiet_button_height(ui, end, area.w), ui.metrics().gap(Gap::Normal));
    return quiet_button(ui, place, end) == Tap::Taken;
}

std::vector<TrainerAct> TrainerPanel::take_typed() {
    std::vector<TrainerAct> typed;
    const auto take = [&](TrainerAct::Kind kind, std::string& text) {
        if (!is_blank(text)) typed.push_back({.kind = kind, .text = printable(text)});
        text.clear();
    };
    take(TrainerAct::Kind::Observe, observed_);
    take(TrainerAct::Kind::Agree, agreed_);
    take(TrainerAct::Kind::Attend, present_);
    return typed;
}

std::string* TrainerPanel::field_of(TrainerAct::Kind kind) {
    switch (kind) {
        case TrainerAct::Kind::Observe:
            return &observed_;
        case TrainerAct::Kind::Agree:
            return &agreed_;
        case TrainerAct::Kind::Attend:
            return &present_;
        case TrainerAct::Kind::Fire:
        case TrainerAct::Kind::Skip:
        case TrainerAct::Kind::Delay:
        case TrainerAct::Kind::Rate:
        case TrainerAct::Kind::TakeBack:
        case TrainerAct::Kind::End:
            break;
    }
    return nullptr;
}

void TrainerPanel::give_back(const std::vector<TrainerAct>& acts) {
    for (auto act = acts.rbegin(); act != acts.rend(); ++act) {
        std::string* text = field_of(act->kind);
        if (!text) continue;
        *text = is_blank(*text) ? act->text : act->text + " " + *text;
    }
}

void TrainerPanel::draw_notes(Lines& lines, const TrainerView& view, std::vector<Action>& actions) {
    lines.heading(lines.say("Wat u ziet", "What you see"));
    note(lines, "observe", lines.say("Opmerking voor de nabespreking", "Remark for the debrief"), observed_,
         TrainerAct::Kind::Observe, actions);
    for (const std::string& noted : view.noted) lines.words({.text = noted, .bullet = true});
}

void TrainerPanel::draw_ratings(Lines& lines, const TrainerView& view, std::vector<Action>& actions) {
    if (view.goals.empty()) return;
    lines.heading(lines.say("Hoe ging het? 1: niet goed, 5: heel goed", "How did it go? 1: not well, 5: very well"));
    for (const GoalView& goal : view.goals) {
        const int chosen = lines.chips("rate." + goal.id, goal.text, {"1", "2", "3", "4", "5"}, goal.rating - 1);
        // A tap on the chosen one changes nothing: a rating is changed by another one.
        if (chosen < 0 || chosen + 1 == goal.rating) continue;
        actions.emplace_back(Train{{.kind = TrainerAct::Kind::Rate, .id = goal.id, .rating = chosen + 1}});
    }
}

void TrainerPanel::draw_agreed(Lines& lines, const TrainerView& view, std::vector<Action>& actions) {
    lines.heading(lines.say("Wat spreken we af?", "What do we agree?"));
    note(lines, "agree", lines.say("Afspraak, en wie ervoor zorgt", "What is agreed, and who sees to it"), agreed_,
         TrainerAct::Kind::Agree, actions);
    for (const std::string& agreed : view.agreed) lines.words({.text = agreed, .bullet = true});
    note(lines, "attend", lines.say("Wie was er ook bij?", "Who was there too?"), present_, TrainerAct::Kind::Attend,
         actions);
}

void TrainerPanel::draw_take_back(Lines& lines, const TrainerView& view, std::vector<Action>& actions) {
    if (view.last.empty()) return;
    if (lines.button("trainer.back", fmt::format("{}: {}", lines.say("Herstel", "Undo"), view.last), Icon::Undo)) {
        actions.emplace_back(Train{{.kind = TrainerAct::Kind::TakeBack}});
    }
}

void TrainerPanel::draw(Ui& ui, Rect area, const TrainerView& view, Language language, std::vector<Action>& actions) {
    const bool ended = draw_end(ui, area, Say{language});
    {
        Scroll scroll(ui, "panel.trainer", area, Scroll::Stop::No);
        Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
        Lines lines(ui, column, language);
        lines.words({.text = fmt::format("{}  {}", view.elapsed, view.title),
                     .type = Type::Strong,
                     .icon = Icon::Clock,
                     .key = "trainer.elapsed"});
        draw_injects(lines, view, actions);
        draw_expected(lines, view);
        draw_notes(lines, view, actions);
        draw_take_back(lines, view, actions);
        scroll.extent(column.used());
    }
    if (ended) actions.emplace_back(EndPractice{});
}

}  // namespace hamer::ui
