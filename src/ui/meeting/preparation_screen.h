// Preparing a meeting: who, where, when, and whether there is a broadcast. The last meeting's values stand there
// already.
#pragma once

#include "base/text.h"
#include "broadcast/broadcast.h"
#include "procedure/meeting_kind.h"
#include "ui/meeting/chair_view.h"
#include "ui/meeting/header.h"
#include "ui/meeting/meeting_form.h"
#include "ui/meeting/settings_panel.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

class Ui;
class Column;

// A procedure that can be chosen for the meeting.
struct ProcedureChoice {
    std::string id;
    LocalText title;
    std::vector<MeetingKind> meetings;  // the kinds that it is for; empty: any
};

// What is known before there is a meeting.
struct PreparationView {
    std::string municipality;
    bool drill = false;
    std::optional<BroadcastStatus> broadcast{};  // where a program controls it
    bool obs = false;                            // and that is OBS Studio
    std::string problem{};                       // what went wrong at the last try, in words; empty: nothing
    std::string broken_off{};                    // a drill to go on with, in words; empty: none
    std::string prepared{};                      // what the clerk put ready beside the form, in words; empty: nothing
    std::vector<ProcedureChoice> procedures{};   // the usual one first; of one alone nothing is asked
};

class PreparationScreen {
  public:
    PreparationScreen(const Meeting& meeting, const Municipality& municipality) : form_(meeting, municipality) {}

    void draw(Ui& ui, const PreparationView& view, const SettingsView& settings, Places places,
              std::vector<Action>& actions);
    // The id of the procedure that was chosen; empty: the usual one.
    [[nodiscard]] const std::string& procedure() const { return procedure_; }
    [[nodiscard]] bool changed() const { return form_.changed(); }
    // Each closes when it was open.
    void open_settings() { side_ = side_ == Side::Settings ? Side::None : Side::Settings; }
    void open_keys() { side_ = side_ == Side::Keys ? Side::None : Side::Keys; }

  private:
    enum class Side { None, Settings, Keys };
    static void draw_broadcast(Ui& ui, Column& column, const PreparationView& view, const Say& say,
                               std::vector<Action>& actions);
    static void draw_broken_off(Ui& ui, Column& column, const std::string& words, const Say& say,
                                std::vector<Action>& actions);
    void draw_procedures(Ui& ui, Column& column, const PreparationView& view, const Say& say);
    void draw_form(Ui& ui, Rect area, const PreparationView& view, const Say& say, std::vector<Action>& actions);
    void draw_side(Ui& ui, Rect area, const SettingsView& settings, std::vector<Action>& actions);

    MeetingForm form_;
    std::string procedure_;
    bool is_new_ = true;
    Side side_ = Side::None;
};

}  // namespace hamer::ui
