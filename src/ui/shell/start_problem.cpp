#include "ui/shell/start_problem.h"

#include "base/text.h"
#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/scroll.h"
#include "ui/toolkit/widgets/text.h"

#include <string>
#include <vector>

namespace hamer::ui {

namespace {

std::string_view title(StartProblem::Cause cause, const Say& say) {
    if (cause == StartProblem::Cause::NoAnswer) return say("De schijf antwoordt niet", "The disk does not answer");
    return cause == StartProblem::Cause::AlreadyOpen ? say("Hamer is al geopend", "Hamer is open already")
                                                     : say("Hamer kan niet starten", "Hamer cannot start");
}

std::string_view explanation(const StartProblem& problem, const Say& say) {
    switch (problem.cause) {
        case StartProblem::Cause::AlreadyOpen:
            return say("Ga naar het venster dat al open is. Of sluit dat, en probeer het hier opnieuw.",
                       "Go to the window that is open already. Or close it, and try again here.");
        case StartProblem::Cause::Settings:
            return problem.shipped
                       ? say("De instellingen of het protocol van uw gemeente kunnen niet worden gelezen. U kunt wel "
                             "verder met wat bij Hamer hoort. Let op: de namen en nummers zijn dan niet die van uw "
                             "gemeente.",
                             "The settings or the protocol of your municipality cannot be read. You can go on with "
                             "what comes with Hamer. Mind: the names and numbers are then not your municipality's.")
                       : say("De instellingen of het protocol kunnen niet worden gelezen.",
                             "The settings or the protocol cannot be read.");
        case StartProblem::Cause::NoAnswer:
            return say(
                "Hamer wacht op de schijf. U kunt zonder de schijf verder: Hamer bewaart de stappen dan apart. Een "
                "vergadering die al liep, komt terug bij de volgende start.",
                "Hamer waits for the disk. You can go on without it: Hamer then keeps the steps aside. A meeting "
                "that was open comes back at the next start.");
        case StartProblem::Cause::Other:
            break;
    }
    return say("Laat dit zien aan wie Hamer beheert.", "Show this to the one who looks after Hamer.");
}

void draw_words(Ui& ui, Rect area, const StartProblem& problem, const Say& say) {
    const Rect inside = panel(ui, area);
    Scroll scroll(ui, "start-problem", inside, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Normal));
    const auto line = [&](const Text& words) {
        (void)text(ui, column.next(text_height(ui, words, column.width())), words);
    };
    line({.text = title(problem.cause, say), .type = Type::Title, .icon = Icon::Alarm, .key = "title"});
    line({.text = explanation(problem, say), .type = Type::Label, .key = "explanation"});
    const std::string said = describe(problem.error, say.language);
    line({.text = said, .ink = Ink::Soft, .key = "error"});
    scroll.extent(column.used());
}

}  // namespace

WayOn draw_start_problem(Ui& ui, const StartProblem& problem, Language language) {
    const Say say{language};
    const Metrics& metrics = ui.metrics();
    std::vector<BigButton> buttons{{.key = "again", .label = say("Probeer opnieuw", "Try again"), .shortcut = '1'}};
    const bool waits = problem.cause == StartProblem::Cause::NoAnswer;
    if (waits) {
        buttons.front() = {.key = "without-disk",
                           .label = say("Ga zonder schijf verder", "Go on without the disk"),
                           .detail = say("De stappen worden apart bewaard", "The steps are kept aside"),
                           .filled = true,
                           .shortcut = '1'};
    } else if (problem.shipped) {
        buttons.push_back({.key = "shipped",
                           .label = say("Ga zo verder", "Go on like this"),
                           .detail = say("Met wat bij Hamer hoort", "With what comes with Hamer"),
                           .filled = true,
                           .shortcut = '2'});
    } else {
        buttons.front().filled = true;
    }
    const QuietButton close{.key = "close", .label = say("Sluiten", "Close"), .guarded = false};

    Rect area = ui.area().inset(metrics.gap(Gap::Normal));
    const float width = std::min(area.w, metrics.px(920));
    area.x += (area.w - width) / 2;
    area.w = width;
    Rect last = area.cut_bottom(quiet_button_height(ui, close, width), metrics.gap(Gap::Normal));
    const Rect below = area.cut_bottom(big_buttons_height(ui, buttons, width), metrics.gap(Gap::Normal));
    draw_words(ui, area, problem, say);

    WayOn way = WayOn::None;
    const int pressed = big_buttons(ui, below, buttons);
    if (pressed == 0) way = waits ? WayOn::WithoutDisk : WayOn::Again;
    if (pressed == 1) way = WayOn::Shipped;
    const Rect right = last.cut_right(quiet_button_width(ui, close), 0);
    if (quiet_button(ui, right, close) == Tap::Taken) way = WayOn::Close;
    return way;
}

}  // namespace hamer::ui
