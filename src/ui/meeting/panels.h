// The panels beside the chair's card: a note, a deviation, an addition to an earlier step, an event that asks for a
// field, what the meeting is, what else is possible, the settings and the keys. One at a time, and none blocks
// anything: the card and its buttons stay in use.
//
// What was typed stays, also when the panel is closed, until it is recorded or the program ends; a refusal keeps the
// panel as it is.
#pragma once

#include "base/text.h"
#include "ui/meeting/chair_view.h"
#include "ui/meeting/fields_form.h"
#include "ui/meeting/meeting_form.h"
#include "ui/meeting/settings_panel.h"
#include "ui/toolkit/widgets/rect.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hamer::ui {

class Scroll;

// What a drill adds: the trainer's panel, drawn by whoever plays the drill.
using DrawTrainer =
    std::function<void(Ui& ui, Rect area, const TrainerView& view, Language language, std::vector<Action>& actions)>;

class Panels {
  public:
    explicit Panels(DrawTrainer draw_trainer = {}) : draw_trainer_(std::move(draw_trainer)) {}

    [[nodiscard]] bool is_open() const { return open_ != Kind::None; }
    void close() { open_ = Kind::None; }
    void open_note();
    void open_more();
    void open_log();
    void open_trainer();
    [[nodiscard]] bool shows_trainer() const { return open_ == Kind::Trainer; }
    void open_deviation(const MeetingFacts& meeting);
    // What the meeting is, to be put right.
    void open_meeting(const MeetingFacts& meeting);
    // Each closes when it was open.
    void open_settings() { toggle(Kind::Settings); }
    void open_keys() { toggle(Kind::Keys); }
    void open_entry(const MeetingFacts& meeting, std::uint64_t seq, Language language);

    // Draws the open panel; what it asks for goes into `actions`.
    void draw(Ui& ui, Rect rect, const MeetingFacts& meeting, const ChairView& view, const SettingsView& settings,
              std::vector<Action>& actions);
    // Does what a button says at once, or opens the panel that asks for what it still needs.
    void press(const ButtonView& button, const MeetingFacts& meeting, Language language, std::vector<Action>& actions);
    // What the open panel asked for was recorded: it closes, and what was typed in it goes.
    void recorded();

  private:
    enum class Kind { None, Note, More, Log, Deviation, Entry, Event, Settings, Keys, Trainer, Meeting };
    struct Draft {
        FieldsForm form;
        Language language = Language::Dutch;
    };

    void toggle(Kind kind);
    void open_event(const MeetingFacts& meeting, const ButtonView& button, Language language);
    [[nodiscard]] std::string title(const Say& say) const;
    void draw_note(Ui& ui, Rect area, const Say& say, std::vector<Action>& actions);
    void draw_more(Ui& ui, Rect area, const MeetingFacts& meeting, const ChairView& view, const Say& say,
                   std::vector<Action>& actions);
    void draw_tools(Ui& ui, Column& column, const MeetingFacts& meeting, const Say& say, std::vector<Action>& actions);
    void draw_log(Ui& ui, Rect area, const MeetingFacts& meeting, const Say& say);
    void draw_deviation(Ui& ui, Rect area, const MeetingFacts& meeting, const Say& say, std::vector<Action>& actions);
    void draw_entry(Ui& ui, Rect area, const MeetingFacts& meeting, const Say& say, std::vector<Action>& actions);
    void draw_event(Ui& ui, Rect area, const MeetingFacts& meeting, const Say& say, std::vector<Action>& actions);
    // In panel_meeting.cpp:
    void draw_meeting(Ui& ui, Rect area, const Say& say, std::vector<Action>& actions);
    void draw_why(Ui& ui, Column& column, const Say& say);
    void draw_region(Ui& ui, Scroll& scroll, Column& column, const RegionView& region);
    [[nodiscard]] FieldsForm& draft(const std::string& key, Language language,
                                    const std::function<std::vector<FieldView>()>& fields);

    Kind open_ = Kind::None;
    bool asked_ = false;  // the open panel asked to record what it holds
    std::string focus_;   // where the keyboard goes when the panel is drawn
    std::string note_;
    std::map<std::string, std::string> deviation_;  // region → state
    std::string why_;
    std::string region_;  // whose states are shown to choose from
    std::string shown_region_;
    std::uint64_t entry_ = 0;
    ButtonView event_;
    std::optional<MeetingForm> meeting_;
    DrawTrainer draw_trainer_;
    std::map<std::string, Draft> drafts_;  // "entry.<seq>" and "event.<key>"
};

}  // namespace hamer::ui
