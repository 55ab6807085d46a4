#include "ui/meeting/panels.h"

#include "ui/meeting/keys_panel.h"
#include "ui/toolkit/widgets/card.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

void Panels::open_note() {
    open_ = Kind::Note;
    focus_ = "note.text";
}

void Panels::open_more() {
    open_ = Kind::More;
    focus_ = "panel.close";
}

void Panels::open_log() {
    open_ = Kind::Log;
    focus_ = "log";
}

void Panels::open_trainer() { toggle(Kind::Trainer); }

void Panels::toggle(Kind kind) {
    open_ = open_ == kind ? Kind::None : kind;
    if (is_open()) focus_ = "panel.close";
}

void Panels::open_deviation(const MeetingFacts& meeting) {
    open_ = Kind::Deviation;
    focus_ = "deviation.open." +
             (deviation_.empty() ? meeting.session.procedure().regions.front().id : deviation_.begin()->first);
}

void Panels::open_entry(const MeetingFacts& meeting, std::uint64_t seq, Language language) {
    open_ = Kind::Entry;
    entry_ = seq;
    focus_ =
        draft(fmt::format("entry.{}", seq), language, [&] { return amendable_fields(meeting, seq, language); }).first();
    if (focus_.empty()) focus_ = "panel.close";
}

void Panels::open_event(const MeetingFacts& meeting, const ButtonView& button, Language language) {
    open_ = Kind::Event;
    event_ = button;
    focus_ = draft("event." + button.key, language, [&] { return asked_fields(meeting, button, language); }).first();
}

FieldsForm& Panels::draft(const std::string& key, Language language,
                          const std::function<std::vector<FieldView>()>& fields) {
    const auto [known, is_new] = drafts_.try_emplace(key);
    Draft& draft = known->second;
    if (is_new) {
        draft = {FieldsForm(fields()), language};
    } else if (draft.language != language) {
        draft.form.reword(fields());
        draft.language = language;
    }
    return draft.form;
}

void Panels::press(const ButtonView& button, const MeetingFacts& meeting, Language language,
                   std::vector<Action>& actions) {
    if (button.key == put_away_key) {
        actions.emplace_back(PutAway{});
    } else if (button.asks) {
        open_event(meeting, button, language);
    } else {
        // A note that is being written stays open beside the card; a list of what was possible does not.
        if (open_ == Kind::More || open_ == Kind::Event) close();
        actions.emplace_back(by_chair(Do{button.event, button.with}, button.key));
    }
}

void Panels::recorded() {
    if (!asked_) return;
    if (open_ == Kind::Note) note_.clear();
    if (open_ == Kind::Deviation) {
        deviation_.clear();
        why_.clear();
        region_.clear();
    }
    if (open_ == Kind::Meeting) meeting_.reset();
    if (open_ == Kind::Entry) drafts_.erase(fmt::format("entry.{}", entry_));
    if (open_ == Kind::Event) drafts_.erase("event." + event_.key);
    close();
}

std::string Panels::title(const Say& say) const {
    switch (open_) {
        case Kind::None:
            break;
        case Kind::Note:
            return std::string(say("Notitie", "Note"));
        case Kind::More:
            return std::string(say("Ook mogelijk", "Also possible"));
        case Kind::Log:
            return std::string(say("Logboek", "Log"));
        case Kind::Deviation:
            return std::string(say("Anders gegaan", "Went otherwise"));
        case Kind::Entry:
            return fmt::format("{} {}", say("Regel", "Line"), entry_);
        case Kind::Event:
            return event_.label;
        case Kind::Settings:
            return std::string(say("Instellingen", "Settings"));
        case Kind::Keys:
            return std::string(say("Toetsen", "Keys"));
        case Kind::Trainer:
            return std::string(say("Trainer", "Trainer"));
        case Kind::Meeting:
            return std::string(say("Vergadering", "Meeting"));
    }
    return {};
}

void Panels::draw(Ui& ui, Rect rect, const MeetingFacts& meeting, const ChairView& view, const SettingsView& settings,
                  std::vector<Action>& actions) {
    const Say say{settings.language};
    asked_ = false;
    // What the button says now, in the language of now.
    const auto same = std::ranges::find(view.quiet, event_.key, &ButtonView::key);
    if (open_ == Kind::Event && same != view.quiet.end()) event_ = *same;
    const SidePanel side(ui, "panel", rect, title(say), say("Sluiten", "Close"));
    const Rect area = side.content();
    switch (open_) {
        case Kind::None:
            break;
        case Kind::Note:
            draw_note(ui, area, say, actions);
            break;
        case Kind::More:
            draw_more(ui, area, meeting, view, say, actions);
            break;
        case Kind::Log:
            draw_log(ui, area, meeting, say);
            break;
        case Kind::Deviation:
            draw_deviation(ui, area, meeting, say, actions);
            break;
        case Kind::Entry:
            draw_entry(ui, area, meeting, say, actions);
            break;
        case Kind::Event:
            draw_event(ui, area, meeting, say, actions);
            break;
        case Kind::Settings:
            draw_settings(ui, area, settings, actions);
            break;
        case Kind::Keys:
            draw_keys(ui, area, &view, say);
            break;
        case Kind::Meeting:
            draw_meeting(ui, area, say, actions);
            break;
        case Kind::Trainer:
            if (view.trainer && draw_trainer_) draw_trainer_(ui, area, *view.trainer, say.language, actions);
            break;
    }
    if (!focus_.empty()) ui.focus(focus_);
    focus_.clear();
    if (side.closed()) close();
}

}  // namespace hamer::ui
