#include "ui/drill/trainer_app.h"

#include "ui/meeting/header.h"
#include "ui/meeting/standing_parts.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/log_list.h"
#include "ui/toolkit/widgets/place_head.h"
#include "ui/toolkit/widgets/scroll.h"

#include <fmt/format.h>

namespace hamer::ui {

TrainerApp::TrainerApp(DrillFollower& follower, FileSystem& files, Language language)
    : follower_(follower), files_(files), language_(language) {}

void TrainerApp::draw(Ui& ui) {
    const auto over = [this] { return follower_.has_drill() && follower_.ended(); };
    if (over() && debriefed_ != follower_.session_id()) open_debrief();
    if (debrief_) return draw_debrief(ui);
    if (over() && follower_.newer()) follow_newer(ui);
    Rect area = ui.area().inset(ui.metrics().gap(Gap::Normal));
    drill_band(ui, area, language_);
    if (const auto& problem = follower_.problem()) problem_line(ui, area, describe(*problem, language_));
    if (!follower_.has_drill() || over()) return draw_waiting(ui, area);
    draw_newer(ui, area);
    draw_drill(ui, area);
}

void TrainerApp::open_debrief() {
    auto debriefing = Debriefing::open(files_, follower_.data(), follower_.session_id());
    if (!debriefing) return;
    for (TrainerAct& typed : panel_.take_typed()) (void)debriefing->add(std::move(typed), language_);
    const Say say{language_};
    debrief_.emplace(*std::move(debriefing), language_,
                     std::string(say("Wacht op de volgende oefening", "Wait for the next drill")), "");
    debriefed_ = follower_.session_id();
}

void TrainerApp::draw_debrief(Ui& ui) {
    const Say say{language_};
    DebriefLine standing{std::string(say("Deze oefening is afgelopen.", "This drill has ended."))};
    if (const auto& newer = follower_.newer()) {
        standing.text +=
            fmt::format(" {}: {}.", say("De volgende is begonnen", "The next one has begun"), newer->title);
        standing.button = say("Volg de nieuwe", "Follow the new one");
    }
    debrief_->draw(ui, standing);
    if (!debrief_->wants_back() && !debrief_->wants_on()) return;
    debrief_.reset();
    ui.wake_at(ui.now());
}

void TrainerApp::follow_newer(Ui& ui) {
    for (TrainerAct& typed : panel_.take_typed()) follower_.act(std::move(typed));
    follower_.follow_newer();
    ui.wake_at(ui.now());
}

void TrainerApp::draw_waiting(Ui& ui, Rect area) {
    const Say say{language_};
    const Rect inside = panel(ui, area);
    (void)text(ui, inside,
               {.text = say("Er is geen oefening bezig. Dit venster wacht tot de voorzitter er een begint.",
                            "No drill goes on. This window waits until the chair begins one."),
                .ink = Ink::Soft,
                .key = "waiting"});
}

// Where the chair broke this one off.
void TrainerApp::draw_newer(Ui& ui, Rect& area) {
    const auto& newer = follower_.newer();
    if (!newer) return;
    const Say say{language_};
    const std::string words = fmt::format(
        "{}: {}.", say("De voorzitter is een andere oefening begonnen", "The chair began another drill"), newer->title);
    const Banner line{.key = "newer",
                      .text = words,
                      .icon = Icon::Info,
                      .tone = Tone::Attention,
                      .button = say("Volg de nieuwe", "Follow the new one")};
    const Rect place = area.cut_top(banner_height(ui, line, area.w), ui.metrics().gap(Gap::Tight));
    if (banner(ui, place, line) == Tap::Taken) follow_newer(ui);
}

// The chair's window, which alone writes how the drill went, reads that it is to end.
void TrainerApp::draw_end(Ui& ui, Rect& area, const TrainerView& view) {
    const Say say{language_};
    if (view.ending) {
        const Text words{
            .text = say("Het venster van de voorzitter sluit de oefening nu af. Is dat dicht? Ga daar verder "
                        "met de oefening, bij Oefening, Gehouden.",
                        "The chair’s window ends the drill now. Is it closed? Go on with the drill there, "
                        "at Drill, Held."),
            .type = Type::Strong,
            .icon = Icon::Info,
            .key = "ending"};
        (void)text(ui, area.cut_bottom(text_height(ui, words, area.w), ui.metrics().gap(Gap::Normal)), words);
        return;
    }
    if (!panel_.draw_end(ui, area, say)) return;
    for (TrainerAct& typed : panel_.take_typed()) follower_.act(std::move(typed));
    follower_.act({.kind = TrainerAct::Kind::End});
    ui.wake_at(ui.now());
}

void TrainerApp::draw_drill(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    const DrillFacts seen = follower_.observed();
    const TrainerView view = trainer_view(seen, language_);
    ui.wake_at(ui.now() + 1001 - seen.now % 1000);
    std::vector<Action> actions;
    const std::string words = fmt::format("{}  {}", view.elapsed, view.title);
    const Text head{.text = words, .type = Type::Title, .icon = Icon::Clock, .key = "trainer.elapsed"};
    (void)text(ui, area.cut_top(text_height(ui, head, area.w), m.gap(Gap::Tight)), head);
    const bool narrow = m.portrait() || m.compact();
    Rect right = narrow ? area.cut_bottom(std::round(area.h * 0.40F), m.gap(Gap::Snug))
                        : area.cut_right(std::round(area.w * 0.46F), m.gap(Gap::Snug));
    {
        Rect inside = panel(ui, area);
        draw_end(ui, inside, view);
        Scroll scroll(ui, "course", inside, Scroll::Stop::No);
        Column column(scroll.content(), m.gap(Gap::Tight));
        Lines lines(ui, column, language_);
        panel_.draw_notes(lines, view, actions);
        panel_.draw_take_back(lines, view, actions);
        panel_.draw_injects(lines, view, actions);
        scroll.extent(column.used() + m.gap(Gap::Normal));
    }
    if (!narrow) draw_log(ui, right.cut_bottom(std::round(right.h * 0.42F), m.gap(Gap::Snug)));
    {
        const Rect inside = panel(ui, right);
        Scroll scroll(ui, "expected", inside);
        Column column(scroll.content(), m.gap(Gap::Tight));
        Lines lines(ui, column, language_);
        panel_.draw_expected(lines, view);
        scroll.extent(column.used() + m.gap(Gap::Normal));
    }
    for (const Action& action : actions) {
        if (const auto* train = std::get_if<Train>(&action)) follower_.act(train->act);
    }
    if (!actions.empty()) ui.wake_at(ui.now());
}

// What the chair did, from the log.
void TrainerApp::draw_log(Ui& ui, Rect area) {
    const Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const LogList list =
        log_of(follower_.observed().session, std::hash<std::string>()(follower_.session_id()), Say{language_});
    (void)log_list(ui, inside, list);
}

}  // namespace hamer::ui
