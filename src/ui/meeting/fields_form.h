// A form of an event's fields: for amending a step, and for an event that one tap cannot record.
#pragma once

#include "base/text.h"
#include "ui/meeting/panel_views.h"
#include "ui/toolkit/widgets/rect.h"

#include <string>
#include <vector>

namespace hamer::ui {

class Ui;

class FieldsForm {
  public:
    FieldsForm() = default;
    explicit FieldsForm(std::vector<FieldView> fields);

    // The same form in other words, with what was typed: after a switch of language.
    void reword(std::vector<FieldView> fields);
    // Draws the fields into the column; their keys are "field.<id>".
    void draw(Ui& ui, Column& column);
    // The key of the first, for the keyboard.
    [[nodiscard]] std::string first() const { return fields_.empty() ? std::string() : "field." + fields_.front().id; }
    // All values, and only those that differ from what stood there.
    [[nodiscard]] Fields values() const;
    [[nodiscard]] Fields changes() const;
    [[nodiscard]] bool empty() const { return fields_.empty(); }

  private:
    std::vector<FieldView> fields_;
    std::vector<FieldValue> before_;
};

}  // namespace hamer::ui
