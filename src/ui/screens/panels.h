// The panels beside the chair's card: a note, a deviation, an addition to an earlier step, an event that asks for a
// field. One at a time; what was typed in the others stays until it is recorded or the program ends.
#pragma once

#include "ui/screens/fields_form.h"
#include "ui/screens/say.h"
#include "ui/view/chair_view.h"
#include "ui/widgets/rect.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

class Panels {
  public:
    [[nodiscard]] bool is_open() const { return open_ != Kind::None; }
    void close() { open_ = Kind::None; }
    void open_note() { open_ = Kind::Note; }
    void open_more() { open_ = Kind::More; }
    void open_deviation() { open_ = Kind::Deviation; }
    void open_entry(const Desk& desk, std::uint64_t seq, Language language);
    void open_event(const Desk& desk, const ButtonView& button, Language language);

    // Draws the open panel; what it asks for goes into `actions`.
    void draw(Ui& ui, Rect rect, const Desk& desk, const ChairView& view, Language language,
              std::vector<Action>& actions);
    // Does what a button says at once, or opens the panel that asks for what it still needs.
    void press(const ButtonView& button, const Desk& desk, Language language, std::vector<Action>& actions);

  private:
    enum class Kind { None, Note, More, Deviation, Entry, Event };

    void draw_note(Ui& ui, Rect area, const Say& say, std::vector<Action>& actions);
    void draw_more(Ui& ui, Rect area, const Desk& desk, const ChairView& view, const Say& say,
                   std::vector<Action>& actions);
    void draw_deviation(Ui& ui, Rect area, const Desk& desk, const Say& say, std::vector<Action>& actions);
    void draw_entry(Ui& ui, Rect area, const Desk& desk, const Say& say, std::vector<Action>& actions);
    void draw_event(Ui& ui, Rect area, const Say& say, std::vector<Action>& actions);
    void act(std::vector<Action>& actions, Command command);

    Kind open_ = Kind::None;
    std::string note_;
    std::map<std::string, std::string> deviation_;  // region → state
    std::string why_;
    std::uint64_t entry_ = 0;
    FieldsForm form_;
    ButtonView event_;
};

}  // namespace hamer::ui
