// The other places of the window, and what the meeting behind them must say there.
#include "base/text.h"
#include "service/device/chair_device.h"
#include "service/meeting/meeting_service.h"
#include "ui/drill/drill_app.h"
#include "ui/shell/app.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

// Until it is known nothing is mentioned.
void App::ask_broken_off() {
    broken_off_.reset();
    if (!drill_requests_) return;
    drill_requests_->broken_off(service_.now().at, [this](Result<std::optional<HeldDrill>> found) {
        if (found) broken_off_ = *std::move(found);
    });
}

// What was chosen there is chosen here too.
void App::close_drills(Ui& ui) {
    language_ = drills_->language();
    drills_.reset();
    ask_broken_off();
    service_.device().read_chosen();
    ui.wake_at(ui.now());
}

void App::draw_dossier(Ui& ui) {
    // What the chair's screen knows of the records may be new to the lists.
    if (const auto known = std::pair(stamp_.records, stamp_.missing); known != dossier_knows_) {
        dossier_knows_ = known;
        dossier_->refresh();
    }
    dossier_->draw(ui);
    if (const auto name = dossier_->take_name()) {
        Preferences chosen = service_.device().chosen();
        chosen.name = *name;
        service_.device().choose(chosen);
        // From now on by that name.
        dossier_.reset();
        open_dossier();
        ui.wake_at(ui.now());
        return;
    }
    if (!dossier_->take_wants_back()) return;
    in_dossier_ = false;
    // The clerk may have put a meeting ready.
    if (preparation_ && !preparation_->changed()) preparation_.reset();
    // What was typed there waits, as the way back to a meeting is never closed by it.
    if (!service_.has_session() || !dossier_->has_typed()) {
        dossier_.reset();
        clerk_.reset();
    }
    ui.guard_until(ui.now() + guard_ms);
    ui.wake_at(ui.now());
}

// What must stay in sight of a meeting that was not put away.
std::optional<OpenMeeting> App::open_meeting() const {
    if (!service_.has_session() || !view_) return std::nullopt;
    const Say say{language_};
    OpenMeeting open;
    const auto loud = [](const AlertView& alert) { return alert.tone == Tone::Danger && !alert.button; };
    if (const auto alert = std::ranges::find_if(view_->alerts, loud); alert != view_->alerts.end()) {
        open = {.words = alert->text, .urgent = true};
    } else if (const Session& session = service_.session(); !session.procedure().is_closed(session.configuration())) {
        open.words = fmt::format("{} {}: {}", say("De vergadering is nog open.", "The meeting is still open."),
                                 say("Nu", "Now"), view_->title);
        open.urgent = session.present_incident() != nullptr || view_->alarm;
    }
    return open;
}

void App::open_drills() {
    if (!options_.open_drills) return;
    problem_.clear();
    drills_ = options_.open_drills(language_);
}

const Practice* App::drill() const { return drills_ ? drills_->practice() : nullptr; }

void App::open_dossier() {
    if (!options_.open_clerk) return;
    problem_.clear();
    if (service_.has_session()) service_.settle();
    in_dossier_ = true;
    if (dossier_) return dossier_->refresh();  // with what was typed
    clerk_ = options_.open_clerk(language_);
    dossier_.emplace(*clerk_, language_,
                     DossierOptions{.back = std::string(Say{language_}("Vergadering", "Meeting")),
                                    .name = service_.device().chosen().name,
                                    .meeting = [this] { return open_meeting(); },
                                    .terms = service_.settings().terms,
                                    .clock = &service_.clock(),
                                    .drafts = options_.drafts,
                                    .desktop = options_.desktop,
                                    .deliver = options_.deliver,
                                    .deliveries = options_.deliveries});
}

}  // namespace hamer::ui
