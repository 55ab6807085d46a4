#include "ui/meeting/preparation_screen.h"

#include "ui/meeting/broadcast_view.h"
#include "ui/meeting/keys_panel.h"
#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/choice.h"
#include "ui/toolkit/widgets/scroll.h"
#include "ui/toolkit/widgets/text.h"

#include <algorithm>
#include <utility>

namespace hamer::ui {

namespace {

// A letter while nothing has the focus is the beginning of a text, and not the way to another place.
void drop_letters_for_nobody(Ui& ui) {
    if (ui.editing() || (!ui.focused().empty() && ui.keyboard().shown())) return;
    std::erase_if(ui.input().presses,
                  [](const KeyPress& each) { return each.key >= key_of('A') && each.key <= key_of('Z'); });
}

}  // namespace

void PreparationScreen::draw_side(Ui& ui, Rect area, const SettingsView& settings, std::vector<Action>& actions) {
    const Say say{settings.language};
    const bool keys = side_ == Side::Keys;
    const SidePanel side(ui, "panel", area, keys ? say("Toetsen", "Keys") : say("Instellingen", "Settings"),
                         say("Sluiten", "Close"));
    if (keys)
        draw_keys(ui, side.content(), nullptr, say);
    else
        draw_settings(ui, side.content(), settings, actions);
    if (side.closed()) side_ = Side::None;
}

// How the control of the broadcast stands, and a try-out.
void PreparationScreen::draw_broadcast(Ui& ui, Column& column, const PreparationView& view, const Say& say,
                                       std::vector<Action>& actions) {
    if (!view.broadcast) return;
    const BroadcastStatus& status = *view.broadcast;
    const bool good = status.link == BroadcastStatus::Link::Ready;
    // In one text, so that all of it is in sight on the smallest screen.
    std::string words = broadcast_standing(status, say.language);
    if (status.test) words += " " + broadcast_test_words(*status.test, say.language);
    if (const std::string done = status.done.in(say.language); !done.empty()) words += " " + done;
    const Text line{.text = words,
                    .ink = Ink::Soft,
                    .icon = good && !status.owes ? Icon::Check : Icon::Notice,
                    .key = "broadcast.standing"};
    (void)text(ui, column.next(text_height(ui, line, column.width())), line);
    std::vector<QuietButton> buttons{{.key = "broadcast.test",
                                      .label = say("Probeer de pauze", "Try the pause"),
                                      .enabled = good,
                                      .why = say("Er is nog geen verbinding.", "There is no connection yet."),
                                      .guarded = false}};
    if (view.obs) {
        buttons.push_back({.key = "broadcast.slate",
                           .label = say("Maak het pauzebeeld in OBS", "Make the pause picture in OBS"),
                           .enabled = good,
                           .why = say("Er is nog geen verbinding.", "There is no connection yet."),
                           .guarded = false});
    }
    if (!good) {
        buttons.push_back(
            {.key = "broadcast.again", .label = say("Verbind opnieuw", "Connect again"), .guarded = false});
    }
    if (good && status.owes) {
        buttons.push_back({.key = "broadcast.forget", .label = broadcast_forget_label(say.language), .guarded = false});
    }
    const int pressed = quiet_buttons(ui, column.next(quiet_buttons_height(ui, buttons, column.width())), buttons);
    if (pressed >= 0) {
        const std::string_view key = buttons[static_cast<std::size_t>(pressed)].key;
        actions.emplace_back(key == "broadcast.test"       ? AskBroadcast::Test
                             : key == "broadcast.slate"    ? AskBroadcast::MakeSlate
                             : key == broadcast_forget_key ? AskBroadcast::Forget
                                                           : AskBroadcast::Again);
    }
}

void PreparationScreen::draw_broken_off(Ui& ui, Column& column, const std::string& words, const Say& say,
                                        std::vector<Action>& actions) {
    if (words.empty()) return;
    const Banner line{.key = "broken-off",
                      .text = words,
                      .icon = Icon::Drill,
                      .intent = Intent::Accent,
                      .button = say("Ga verder", "Go on")};
    if (banner(ui, column.next(banner_height(ui, line, column.width())), line) == Tap::Taken) {
        actions.emplace_back(GoOnWithDrill{});
    }
}

// Which procedure guides the meeting: those that are meant for its kind, the usual one first.
void PreparationScreen::draw_procedures(Ui& ui, Column& column, const PreparationView& view, const Say& say) {
    const MeetingKind kind = form_.meeting().kind;
    std::vector<const ProcedureChoice*> offered;
    Chips choices{.key = "meeting.procedure", .labels = {}, .chosen = 0};
    for (const ProcedureChoice& one : view.procedures) {
        const bool usual = &one == &view.procedures.front();
        if (!usual && !one.meetings.empty() && std::ranges::find(one.meetings, kind) == one.meetings.end()) continue;
        if (one.id == procedure_) choices.chosen = static_cast<int>(offered.size());
        offered.push_back(&one);
        choices.labels.push_back(one.title.in(say.language));
    }
    // What was chosen is not for this kind.
    if (choices.chosen == 0) procedure_.clear();
    if (offered.size() < 2) return;
    const Text label{.text = say("Procedure", "Procedure"), .ink = Ink::Soft};
    (void)text(ui, column.next(text_height(ui, label, column.width())), label);
    const int tapped = chips(ui, column.next(chips_height(ui, choices, column.width())), choices);
    if (tapped >= 0) procedure_ = offered[static_cast<std::size_t>(tapped)]->id;
}

void PreparationScreen::draw_form(Ui& ui, Rect area, const PreparationView& view, const Say& say,
                                  std::vector<Action>& actions) {
    Rect inside = panel(ui, area);
    Scroll scroll(ui, "preparation", inside, Scroll::Stop::No);
    Column column(scroll.content(), ui.metrics().gap(Gap::Normal));
    const Text title{.text = say("Vergadering voorbereiden", "Prepare the meeting"), .type = Type::Title};
    (void)text(ui, column.next(text_height(ui, title, column.width())), title);
    if (!view.problem.empty()) {
        const Banner wrong{.key = "problem", .text = view.problem, .icon = Icon::Alarm, .intent = Intent::Danger};
        (void)banner(ui, column.next(banner_height(ui, wrong, column.width())), wrong);
    }
    draw_broken_off(ui, column, view.broken_off, say, actions);
    if (!view.prepared.empty()) {
        const Text prepared{.text = view.prepared, .ink = Ink::Soft, .icon = Icon::Notice, .key = "prepared"};
        (void)text(ui, column.next(text_height(ui, prepared, column.width())), prepared);
    }
    form_.draw(ui, column, say);
    const Toggle broadcast{
        .key = "meeting.broadcast",
        .label = say("Er is een uitzending (livestream)", "There is a broadcast (livestream)"),
        .detail = say("Hamer vraagt dan om de uitzending te starten en bij een verstoring te pauzeren.",
                      "Hamer then asks to start the broadcast, and to pause it in a disturbance."),
        .on = form_.broadcast()};
    if (toggle(ui, column.next(toggle_height(ui, broadcast, column.width())), broadcast)) {
        form_.set_broadcast(!form_.broadcast());
    }
    if (form_.broadcast()) draw_broadcast(ui, column, view, say, actions);
    draw_procedures(ui, column, view, say);  // last: mostly the usual one is right
    scroll.extent(column.used());
}

void PreparationScreen::draw(Ui& ui, const PreparationView& view, const SettingsView& settings, Places places,
                             std::vector<Action>& actions) {
    drop_letters_for_nobody(ui);
    const Language language = settings.language;
    const Say say{language};
    const Metrics& metrics = ui.metrics();
    Rect area = ui.area().inset(metrics.gap(Gap::Normal));
    if (view.drill) drill_band(ui, area, language);
    const Rect head = area.cut_top(header_height(ui), metrics.gap(Gap::Tight));

    const std::string label(say("Klaar: naar de vergadering", "Ready: to the meeting"));
    const std::string why_not = form_.why_not(say);
    const BigButton begin{.key = "begin",
                          .label = label,
                          .icon = Icon::Gavel,
                          .filled = true,
                          .shortcut = '1',
                          .enabled = why_not.empty(),
                          .why = why_not};
    Rect side;
    if (side_ != Side::None) {
        const float gap = metrics.gap(Gap::Snug);
        side = metrics.compact()    ? area
               : metrics.portrait() ? area.cut_bottom(area.h * 0.48F, gap)
                                    : area.cut_right(area.w * 0.32F, gap);
    }
    // A form is read best when it is not as wide as the window.
    Rect form = area;
    const float width = std::min(area.w, metrics.px(920));
    form.x += (area.w - width) / 2;
    form.w = width;
    const Rect button = form.cut_bottom(big_button_height(ui, begin, form.w), metrics.gap(Gap::Normal));
    if (side_ == Side::None || !metrics.compact()) {
        draw_form(ui, form, view, say, actions);
    }
    if (side_ != Side::None) draw_side(ui, side, settings, actions);
    header(ui, head, view.municipality, language, actions, places);
    if (big_button(ui, button, begin) == Tap::Taken) actions.emplace_back(BeginMeeting{form_.meeting()});
    // Without it a letter that is typed at once would open another place.
    if (std::exchange(is_new_, false)) ui.focus("meeting.name");
}

}  // namespace hamer::ui
