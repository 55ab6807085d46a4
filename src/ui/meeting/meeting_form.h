// What a meeting is, as a person fills it in: before it begins, and when something in it is put right.
#pragma once

#include "base/text.h"
#include "session/values.h"

#include <string>

namespace hamer::ui {

class Ui;
class Column;

class MeetingForm {
  public:
    // Shows the municipality's place and address where the meeting has none.
    MeetingForm(const Meeting& meeting, const Municipality& municipality);

    // Draws the fields; their keys are "meeting.name", "meeting.kind.council"….
    void draw(Ui& ui, Column& column, const Say& say);
    // Why it cannot be used as it is; empty: it can.
    [[nodiscard]] std::string why_not(const Say& say) const;
    // As filled in, with the day as data has it. What the municipality's own place filled in stays empty when nobody
    // changed it, and so does a day as it was.
    [[nodiscard]] Meeting meeting() const;
    [[nodiscard]] bool changed() const { return !(meeting() == before_); }
    void set_broadcast(bool on) { typed_.broadcast = on; }
    [[nodiscard]] bool broadcast() const { return typed_.broadcast; }

  private:
    Municipality municipality_;
    Meeting before_;
    Meeting typed_;  // its date as people write it
};

}  // namespace hamer::ui
