// What is said above and below what is on the screen: a meeting that is open, what is waited for, what went wrong or
// was done last.
#include "ui/clerk/dossier_view.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/place_head.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr std::int64_t noticed_ms = 700;
constexpr std::int64_t long_ms = 3000;
constexpr std::int64_t told_ms = 250;  // how far it is

// How far it is, with the way to stop it; where that is not told, or it does not stop, the way to wait no longer.
void draw_waiting(Ui& ui, Rect room, const DossierView& view, DossierActions& actions) {
    const auto& [waited, told, acting] = view.waiting;
    const std::string what = !told.what.empty() ? told.what.in(view.language)
                             : acting.empty()   ? view.say("Wachten op het register", "Waiting for the register")
                                                : acting;
    std::string words = fmt::format("{}… {} s", what, waited / 1000);
    if (told.total > 0)
        words = fmt::format("{}: {} {} {}", what, told.done, view.say("van", "of"), told.total);
    else if (waited >= long_ms && told.what.empty())
        words = fmt::format("{}: {} ({} s)", what, view.say("er is nog geen antwoord", "there is no answer yet"),
                            waited / 1000);
    const bool can_stop = told.can_stop && !told.is_stopping;
    const std::string button = can_stop            ? view.say("Stoppen", "Stop")
                               : waited >= long_ms ? view.say("Niet langer wachten", "Wait no longer")
                                                   : "";
    const Banner banner{
        .key = "waiting", .text = words, .icon = Icon::Clock, .tone = Tone::Attention, .button = button};
    if (place_message(ui, room, banner, {}) != MessageTap::Button) return;
    actions.emplace_back(can_stop ? DossierDo::StopWaiting : DossierDo::WaitNoLonger);
}

}  // namespace

// When what is waited for is to be drawn anew: once it lasts long enough to be noticed, when the seconds go on, and as
// it gets further.
std::int64_t next_waiting_ms(std::int64_t waited, const Progress::Told& told) {
    if (waited < noticed_ms) return noticed_ms - waited;
    return told.total > 0 ? told_ms : 1001 - waited % 1000;
}

// In one line above all else, with the way to it.
void draw_open_meeting(Ui& ui, Rect& area, const DossierView& view, DossierActions& actions) {
    if (!view.meeting || view.meeting->words.empty()) return;
    const OpenMeeting& open = *view.meeting;
    const Banner standing{.key = "meeting",
                          .text = open.words,
                          .icon = open.urgent ? Icon::Alarm : Icon::Gavel,
                          .tone = open.urgent ? Tone::Danger : Tone::Attention,
                          .button = Say{view.language}("Naar de vergadering", "To the meeting")};
    const float height = banner_height(ui, standing, area.w);
    if (banner(ui, area.cut_top(height, ui.metrics().gap(Gap::Tight)), standing) == Tap::Taken)
        actions.emplace_back(DossierDo::ToMeeting);
}

// What is waited for, once that lasts long enough to be noticed, with the way to wait no longer; else what went wrong
// or was done last.
void draw_message(Ui& ui, Rect room, const DossierView& view, DossierActions& actions) {
    if (view.waiting.ms >= noticed_ms) return draw_waiting(ui, room, view, actions);
    const bool wrong = !view.problem.empty();
    const bool waits = !wrong && view.named && !view.named->in_front;
    const bool opens = !wrong && !waits && view.has_made_file && view.has_desktop;
    const std::string look = waits ? view.say("Bekijk", "Look") : opens ? view.say("Openen", "Open") : "";
    const Banner banner{.key = wrong ? "problem" : "done",
                        .text = wrong ? view.problem : view.done,
                        .icon = wrong ? Icon::Alarm : Icon::Check,
                        .tone = wrong ? Tone::Danger : Tone::Accent,
                        .button = look};
    const MessageTap tapped = place_message(ui, room, banner, Say{view.language}("Sluit", "Close"));
    if (tapped == MessageTap::Close) actions.emplace_back(DossierDo::CloseMessage);
    if (tapped != MessageTap::Button) return;
    if (opens) actions.emplace_back(DossierDo::OpenMade);
    if (waits) actions.emplace_back(DossierDo::ShowNamed);
}

QuietButton file_button(QuietButton button, const DossierView& view) {
    if (view.is_acting() || !view.is_choosing) return act_button(button, view);
    button.enabled = false;
    button.why =
        Say{view.language}("Kies eerst in het venster dat open is.", "Choose first in the window that is open.");
    return button;
}

QuietButton act_button(QuietButton button, const DossierView& view) {
    if (!view.is_acting()) return button;
    button.enabled = false;
    button.why = Say{view.language}("Wacht tot dit klaar is.", "Wait until this is done.");
    return button;
}

}  // namespace hamer::ui
