#include "ui/meeting/fields_form.h"

#include "ui/toolkit/widgets/choice.h"
#include "ui/toolkit/widgets/field.h"

#include <algorithm>

namespace hamer::ui {

namespace {

void draw_text(Ui& ui, Column& column, FieldView& view, const std::string& key) {
    auto& text = std::get<std::string>(view.value);
    TextField asked{.key = key, .label = view.label};
    (void)field(ui, column.next(field_height(ui, asked, text, column.width())), asked, text);
    if (view.suggestions.empty()) return;
    const std::string chips_key = key + ".suggest";
    const Chips suggested{.key = chips_key, .labels = view.suggestions};
    const int tapped = chips(ui, column.next(chips_height(ui, suggested, column.width())), suggested);
    if (tapped >= 0) text = view.suggestions[static_cast<std::size_t>(tapped)];
}

void draw_choice(Ui& ui, Column& column, FieldView& view, const std::string& key) {
    auto& chosen = std::get<std::string>(view.value);
    SegmentedControl asked{.key = key, .label = view.label, .segments = {}, .chosen = chosen};
    for (const auto& [id, label] : view.choices) asked.segments.push_back({id, label});
    const std::string id = choice(ui, column.next(choice_height(ui, asked, column.width())), asked);
    if (!id.empty()) chosen = id;
}

void draw_flag(Ui& ui, Column& column, FieldView& view, const std::string& key) {
    auto& on = std::get<bool>(view.value);
    const Toggle asked{.key = key, .label = view.label, .on = on};
    if (toggle(ui, column.next(toggle_height(ui, asked, column.width())), asked)) on = !on;
}

}  // namespace

FieldsForm::FieldsForm(std::vector<FieldView> fields) : fields_(std::move(fields)) {
    for (const FieldView& view : fields_) before_.push_back(view.value);
}

void FieldsForm::reword(std::vector<FieldView> fields) {
    for (FieldView& view : fields) {
        const auto mine = std::ranges::find(fields_, view.id, &FieldView::id);
        if (mine != fields_.end()) view.value = mine->value;
    }
    fields_ = std::move(fields);
}

void FieldsForm::draw(Ui& ui, Column& column) {
    for (FieldView& view : fields_) {
        const std::string key = "field." + view.id;
        switch (view.kind) {
            case FieldKind::Text:
                draw_text(ui, column, view, key);
                break;
            case FieldKind::Choice:
            case FieldKind::Incident:  // shown as a choice among them
                draw_choice(ui, column, view, key);
                break;
            case FieldKind::Flag:
                draw_flag(ui, column, view, key);
                break;
        }
    }
}

Fields FieldsForm::values() const {
    Fields values;
    for (const FieldView& view : fields_) {
        const auto* text = std::get_if<std::string>(&view.value);
        if (!text || !text->empty()) values[view.id] = view.value;
    }
    return values;
}

Fields FieldsForm::changes() const {
    Fields changed;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (fields_[i].value != before_[i]) changed[fields_[i].id] = fields_[i].value;
    }
    return changed;
}

}  // namespace hamer::ui
