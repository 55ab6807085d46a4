// What is said above and below what is on the screen: a meeting that is open, what is waited for, what went wrong or
// was done last.
#include "ui/clerk/dossier_view.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/place_head.h"
#include "ui/toolkit/widgets/place_waiting.h"

namespace hamer::ui {

// In one line above all else, with the way to it.
void draw_open_meeting(Ui& ui, Rect& area, const DossierView& view, DossierActions& actions) {
    if (!view.meeting || view.meeting->words.empty()) return;
    const OpenMeeting& open = *view.meeting;
    const Banner standing{.key = "meeting",
                          .text = open.words,
                          .icon = open.urgent ? Icon::Alarm : Icon::Gavel,
                          .intent = open.urgent ? Intent::Danger : Intent::Attention,
                          .button = Say{view.language}("Naar de vergadering", "To the meeting")};
    const float height = banner_height(ui, standing, area.w);
    if (banner(ui, area.cut_top(height, ui.metrics().gap(Gap::Tight)), standing) == Tap::Taken)
        actions.emplace_back(DossierDo::ToMeeting);
}

// What is waited for, once that lasts long enough to be noticed, with the way to wait no longer; else what went wrong
// or was done last.
void draw_message(Ui& ui, Rect room, const DossierView& view, DossierActions& actions) {
    if (is_noticed(view.waiting)) {
        PlaceWaiting waiting = view.waiting;
        if (waiting.what.empty()) waiting.what = view.say("Wachten op het register", "Waiting for the register");
        const WaitingTap tapped = place_waiting(ui, room, waiting, Say{view.language});
        if (tapped == WaitingTap::Stop) actions.emplace_back(DossierDo::StopWaiting);
        if (tapped == WaitingTap::NoLonger) actions.emplace_back(DossierDo::WaitNoLonger);
        return;
    }
    const bool wrong = !view.problem.empty();
    const bool waits = !wrong && view.named && !view.named->in_front;
    const bool opens = !wrong && !waits && view.has_made_file && view.has_desktop;
    const std::string look = waits ? view.say("Bekijk", "Look") : opens ? view.say("Openen", "Open") : "";
    const Banner banner{.key = wrong ? "problem" : "done",
                        .text = wrong ? view.problem : view.done,
                        .icon = wrong ? Icon::Alarm : Icon::Check,
                        .intent = wrong ? Intent::Danger : Intent::Accent,
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
