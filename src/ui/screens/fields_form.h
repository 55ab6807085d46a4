// A form of an event's fields: for amending a step, and for an event that one tap cannot record.
#pragma once

#include "ui/screens/say.h"
#include "ui/view/chair_view.h"
#include "ui/widgets/rect.h"

#include <string>
#include <vector>

namespace hamer::ui {

class Ui;

class FieldsForm {
  public:
    FieldsForm() = default;
    explicit FieldsForm(std::vector<FieldView> fields);

    // Draws the fields into the column; their keys are "field.<id>".
    void draw(Ui& ui, Column& column, const Say& say);
    // All values, and only those that differ from what stood there.
    [[nodiscard]] Fields values() const;
    [[nodiscard]] Fields changes() const;
    [[nodiscard]] bool empty() const { return fields_.empty(); }

  private:
    std::vector<FieldView> fields_;
    std::vector<FieldValue> before_;
};

}  // namespace hamer::ui
