// What is said above and below what is on the screen: a meeting that is open, what is waited for, what went wrong or
// was done last.
#include "ui/clerk/dossier_app.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/place_head.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr std::int64_t noticed_ms = 700;
constexpr std::int64_t long_ms = 3000;
constexpr std::int64_t told_ms = 250;  // how far it is

}  // namespace

// When what is waited for is to be drawn anew: once it lasts long enough to be noticed, when the seconds go on, and as
// it gets further.
std::int64_t DossierApp::next_waiting_ms() const {
    const std::int64_t waited = clerk_.waiting_ms();
    if (waited < noticed_ms) return noticed_ms - waited;
    return clerk_.progress().total > 0 ? told_ms : 1001 - waited % 1000;
}

// In one line above all else, with the way to it.
void DossierApp::draw_open_meeting(Ui& ui, Rect& area, const OpenMeeting& open) {
    if (open.words.empty()) return;
    const Banner standing{.key = "meeting",
                          .text = open.words,
                          .icon = open.urgent ? Icon::Alarm : Icon::Gavel,
                          .tone = open.urgent ? Tone::Danger : Tone::Attention,
                          .button = Say{language_}("Naar de vergadering", "To the meeting")};
    const float height = banner_height(ui, standing, area.w);
    if (banner(ui, area.cut_top(height, ui.metrics().gap(Gap::Tight)), standing) == Tap::Taken) wants_back_ = true;
}

// What is waited for, once that lasts long enough to be noticed, with the way to wait no longer; else what went wrong
// or was done last.
void DossierApp::draw_message(Ui& ui, Rect room) {
    if (clerk_.waiting_ms() >= noticed_ms) return draw_waiting(ui, room);
    const bool wrong = !problem_.empty();
    const bool waits = !wrong && named_ && !named_->in_front;
    const bool opens = !wrong && !waits && made_ && options_.desktop;
    const std::string look = waits ? say("Bekijk", "Look") : opens ? say("Openen", "Open") : "";
    std::string& words = wrong ? problem_ : done_;
    const Banner banner{.key = wrong ? "problem" : "done",
                        .text = words,
                        .icon = wrong ? Icon::Alarm : Icon::Check,
                        .tone = wrong ? Tone::Danger : Tone::Accent,
                        .button = look};
    const MessageTap tapped = place_message(ui, room, banner, Say{language_}("Sluit", "Close"));
    if (tapped == MessageTap::Close) words.clear();
    if (tapped != MessageTap::Button) return;
    if (opens) open_made();
    if (waits) named_->in_front = true;
    ui.wake_at(ui.now());
}

// How far it is, with the way to stop it; where that is not told, or it does not stop, the way to wait no longer.
void DossierApp::draw_waiting(Ui& ui, Rect room) {
    const std::int64_t waited = clerk_.waiting_ms();
    const Progress::Told told = clerk_.progress();
    const std::string what = !told.what.empty() ? told.what.in(language_)
                             : acting_.empty()  ? say("Wachten op het register", "Waiting for the register")
                                                : acting_;
    std::string words = fmt::format("{}… {} s", what, waited / 1000);
    if (told.total > 0)
        words = fmt::format("{}: {} {} {}", what, told.done, say("van", "of"), told.total);
    else if (waited >= long_ms && told.what.empty())
        words =
            fmt::format("{}: {} ({} s)", what, say("er is nog geen antwoord", "there is no answer yet"), waited / 1000);
    const bool can_stop = told.can_stop && !told.is_stopping;
    const std::string button = can_stop            ? say("Stoppen", "Stop")
                               : waited >= long_ms ? say("Niet langer wachten", "Wait no longer")
                                                   : "";
    const Banner banner{
        .key = "waiting", .text = words, .icon = Icon::Clock, .tone = Tone::Attention, .button = button};
    if (place_message(ui, room, banner, {}) != MessageTap::Button) return;
    if (can_stop)
        clerk_.stop();
    else
        clerk_.give_up();
    ui.wake_at(ui.now());
}

QuietButton DossierApp::file_button(QuietButton button) const {
    if (!acting_.empty() || !is_choosing()) return act_button(button);
    button.enabled = false;
    button.why = Say{language_}("Kies eerst in het venster dat open is.", "Choose first in the window that is open.");
    return button;
}

QuietButton DossierApp::act_button(QuietButton button) const {
    if (acting_.empty()) return button;
    button.enabled = false;
    button.why = Say{language_}("Wacht tot dit klaar is.", "Wait until this is done.");
    return button;
}

}  // namespace hamer::ui
