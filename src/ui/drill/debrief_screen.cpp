#include "ui/drill/debrief_screen.h"

#include "ui/meeting/header.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/place_head.h"
#include "ui/toolkit/widgets/scroll.h"

#include <fmt/format.h>

namespace hamer::ui {

DebriefScreen::DebriefScreen(Debriefing debriefing, Language language, std::string back, std::string problem)
    : debriefing_(std::move(debriefing)),
      language_(language),
      paper_(paper_of(debriefing_.document(language))),
      back_(std::move(back)),
      problem_(std::move(problem)) {}

void DebriefScreen::draw(Ui& ui, const DebriefLine& standing) {
    const Metrics& m = ui.metrics();
    const Say say{language_};
    std::vector<Action> actions;
    // What the other window rated or noted is seen here before it is changed here.
    if (debriefing_.read().value_or(false)) paper_ = paper_of(debriefing_.document(language_));
    Rect area = ui.area().inset(m.gap(Gap::Normal));
    drill_band(ui, area, language_);
    if (place_head(ui, area, {.back = back_})) wants_back_ = true;
    problem_line(ui, area, problem_);
    if (!standing.text.empty()) {
        const Banner line{
            .key = "ended", .text = standing.text, .icon = Icon::Info, .tone = Tone::Accent, .button = standing.button};
        const Rect place = area.cut_top(banner_height(ui, line, area.w), m.gap(Gap::Tight));
        if (banner(ui, place, line) == Tap::Taken) wants_on_ = true;
    }
    if (m.portrait() || m.compact()) {
        // One thing at a time.
        const Chips which{.key = "debrief.side",
                          .labels = {std::string(say("Lezen", "Read")), std::string(say("Aanvullen", "Complete"))},
                          .chosen = completing_ ? 1 : 0};
        const int tapped = chips(ui, area.cut_top(chips_height(ui, which, area.w), m.gap(Gap::Tight)), which);
        if (tapped >= 0) {
            completing_ = tapped == 1;
            ui.wake_at(ui.now());
        }
        completing_ ? draw_form(ui, area, actions) : draw_page(ui, area);
    } else {
        const Rect side = area.cut_right(std::round(area.w * 0.36F), m.gap(Gap::Snug));
        draw_page(ui, area);
        draw_form(ui, side, actions);
    }
    if (wants_back_ || wants_on_) {
        for (TrainerAct& typed : panel_.take_typed()) actions.emplace_back(Train{std::move(typed)});
    }
    for (const Action& action : actions) {
        const auto* train = std::get_if<Train>(&action);
        if (!train) continue;
        const Status added = debriefing_.add(train->act, language_);
        problem_ = added ? std::string() : describe(added.error(), language_);
        if (!added) wants_back_ = wants_on_ = false;  // it is to be read first
        paper_ = paper_of(debriefing_.document(language_));
        ui.wake_at(ui.now());
    }
}

void DebriefScreen::draw_page(Ui& ui, Rect area) {
    Rect inside = panel(ui, area);
    Scroll scroll(ui, "debrief", inside);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    Lines lines(ui, column, language_);
    lines.words({.text = paper_.document.title, .type = Type::Title, .key = "debrief.title"});
    lines.words({.text = paper_.document.subtitle, .type = Type::Strong, .key = "debrief.score"});
    draw_chart(lines, paper_);
    draw_sections(lines, paper_);
    const std::string paper = fmt::format("{}: {}", lines.say("Op papier", "On paper"), debriefing_.file().string());
    lines.words({.text = paper, .type = Type::Small, .ink = Ink::Soft, .key = "debrief.file"});
    scroll.extent(column.used() + ui.metrics().gap(Gap::Normal));
}

void DebriefScreen::draw_form(Ui& ui, Rect area, std::vector<Action>& actions) {
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    Scroll scroll(ui, "debrief.form", inside, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    Lines lines(ui, column, language_);
    const TrainerView view = trainer_view(debriefing_.observed(), language_);
    panel_.draw_ratings(lines, view, actions);
    panel_.draw_agreed(lines, view, actions);
    panel_.draw_notes(lines, view, actions);
    panel_.draw_take_back(lines, view, actions);
    scroll.extent(column.used() + ui.metrics().gap(Gap::Normal));
}

}  // namespace hamer::ui
