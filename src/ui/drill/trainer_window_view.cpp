#include "ui/drill/trainer_window_view.h"

#include "ui/drill/drill_parts.h"
#include "ui/meeting/header.h"
#include "ui/meeting/standing_parts.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/log_list.h"
#include "ui/toolkit/widgets/place_head.h"
#include "ui/toolkit/widgets/scroll.h"

#include <cmath>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

void draw_none(Ui& ui, Rect area, const Say& say) {
    const Rect inside = panel(ui, area);
    (void)text(ui, inside,
               {.text = say("Er is geen oefening bezig. Dit venster wacht tot de voorzitter er een begint.",
                            "No drill goes on. This window waits until the chair begins one."),
                .ink = Ink::Soft,
                .key = "waiting"});
}

// Where the chair broke this one off.
void draw_newer(Ui& ui, Rect& area, const std::string& newer, const Say& say, DrillActions& actions) {
    if (newer.empty()) return;
    const std::string words = fmt::format(
        "{}: {}.", say("De voorzitter is een andere oefening begonnen", "The chair began another drill"), newer);
    const Banner line{.key = "newer",
                      .text = words,
                      .icon = Icon::Info,
                      .intent = Intent::Attention,
                      .button = say("Volg de nieuwe", "Follow the new one")};
    const Rect place = area.cut_top(banner_height(ui, line, area.w), ui.metrics().gap(Gap::Tight));
    if (banner(ui, place, line) == Tap::Taken) actions.emplace_back(DrillDo::FollowNewer);
}

// The chair's window, which alone writes how the drill went, reads that it is to end.
void draw_end(Ui& ui, Rect& area, const TrainerWindowView& view, TrainerPanel& typed, DrillActions& actions) {
    const Say say{view.language};
    if (!view.drill->ending) {
        if (typed.draw_end(ui, area, say)) actions.emplace_back(DrillDo::EndDrill);
        return;
    }
    const Text words{.text = say("Het venster van de voorzitter sluit de oefening nu af. Is dat dicht? Ga daar verder "
                                 "met de oefening, bij Oefening, Gehouden.",
                                 "The chair’s window ends the drill now. Is it closed? Go on with the drill there, "
                                 "at Drill, Held."),
                     .type = Type::Strong,
                     .icon = Icon::Info,
                     .key = "ending"};
    (void)text(ui, area.cut_bottom(text_height(ui, words, area.w), ui.metrics().gap(Gap::Normal)), words);
}

// What comes, and a hand in it.
void draw_course(Ui& ui, Rect area, const TrainerWindowView& view, TrainerPanel& typed, DrillActions& actions) {
    Rect inside = panel(ui, area);
    draw_end(ui, inside, view, typed, actions);
    Scroll scroll(ui, "course", inside, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    Lines lines(ui, column, view.language);
    std::vector<Action> asked;
    typed.draw_notes(lines, *view.drill, asked);
    typed.draw_take_back(lines, *view.drill, asked);
    typed.draw_injects(lines, *view.drill, asked);
    add_trained(asked, actions);
    scroll.extent(column.used() + ui.metrics().gap(Gap::Normal));
}

void draw_expected(Ui& ui, Rect area, const TrainerWindowView& view, TrainerPanel& typed) {
    const Rect inside = panel(ui, area);
    Scroll scroll(ui, "expected", inside);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    Lines lines(ui, column, view.language);
    typed.draw_expected(lines, *view.drill);
    scroll.extent(column.used() + ui.metrics().gap(Gap::Normal));
}

// What the chair did, from the log.
void draw_log(Ui& ui, Rect area, const TrainerWindowView& view) {
    const Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    (void)log_list(ui, inside, log_of(*view.session, std::hash<std::string>()(view.id), Say{view.language}));
}

void draw_drill(Ui& ui, Rect area, const TrainerWindowView& view, TrainerPanel& typed, DrillActions& actions) {
    const Metrics& m = ui.metrics();
    const std::string words = fmt::format("{}  {}", view.drill->elapsed, view.drill->title);
    const Text head{.text = words, .type = Type::Title, .icon = Icon::Clock, .key = "trainer.elapsed"};
    (void)text(ui, area.cut_top(text_height(ui, head, area.w), m.gap(Gap::Tight)), head);
    const bool narrow = m.portrait() || m.compact();
    Rect right = narrow ? area.cut_bottom(std::round(area.h * 0.40F), m.gap(Gap::Snug))
                        : area.cut_right(std::round(area.w * 0.46F), m.gap(Gap::Snug));
    draw_course(ui, area, view, typed, actions);
    if (!narrow) draw_log(ui, right.cut_bottom(std::round(right.h * 0.42F), m.gap(Gap::Snug)), view);
    draw_expected(ui, right, view, typed);
}

}  // namespace

void draw_trainer_window(Ui& ui, const TrainerWindowView& view, TrainerPanel& typed, DrillActions& actions) {
    const Say say{view.language};
    Rect area = ui.area().inset(ui.metrics().gap(Gap::Normal));
    drill_band(ui, area, view.language);
    Rect room = area;
    room.h = 0;  // what is waited for lies over what is below the band
    problem_line(ui, area, view.problem);
    if (view.drill) {
        draw_newer(ui, area, view.newer, say, actions);
        draw_drill(ui, area, view, typed, actions);
    } else {
        draw_none(ui, area, say);
    }
    draw_waiting(ui, room, view.waiting, view.language, actions);
}

}  // namespace hamer::ui
