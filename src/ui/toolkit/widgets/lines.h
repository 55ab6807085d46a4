// Widgets below each other in a column, as a form has them.
#pragma once

#include "base/text.h"
#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/choice.h"
#include "ui/toolkit/widgets/field.h"
#include "ui/toolkit/widgets/text.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hamer::ui {

class Lines {
  public:
    Lines(Ui& ui, Column& column, Language language) : ui_(ui), column_(column), say_{language} {}

    [[nodiscard]] Ui& ui() { return ui_; }
    [[nodiscard]] Column& column() { return column_; }
    [[nodiscard]] std::string say(std::string_view nl, std::string_view en) const { return std::string(say_(nl, en)); }
    [[nodiscard]] std::string say(const LocalText& text) const { return text.in(say_.language); }
    [[nodiscard]] Language language() const { return say_.language; }

    void heading(const std::string& text) {
        column_.skip(ui_.metrics().gap(Gap::Tight));
        words({.text = text, .type = Type::Label, .ink = Ink::Accent});
    }
    void note(const std::string& text, Ink ink = Ink::Soft) { words({.text = text, .ink = ink}); }
    // What is wrong with fields that follow, by their keys; said below each of them.
    void show_problems(std::map<std::string, std::string> problems) { problems_ = std::move(problems); }
    void words(const Text& asked) { (void)text(ui_, column_.next(text_height(ui_, asked, column_.width())), asked); }

    // True when Enter ended it. `below`: a remark that stands there always, so that what is wrong can take its place
    // without moving what follows.
    bool field(const std::string& key, const std::string& label, std::string& text, int lines = 1,
               const std::string& below = {}) {
        const auto wrong = problems_.find(key);
        const bool is_wrong = wrong != problems_.end();
        const TextField asked{.key = key,
                              .label = label,
                              .below = is_wrong ? std::string_view(wrong->second) : std::string_view(below),
                              .wrong = is_wrong,
                              .many_lines = lines > 1,
                              .least_lines = lines};
        return ui::field(ui_, column_.next(field_height(ui_, asked, text, column_.width())), asked, text).submitted;
    }
    void toggle(const std::string& key, const std::string& label, bool& on, const std::string& detail = {}) {
        const Toggle asked{.key = key, .label = label, .detail = detail, .on = on};
        if (!ui::toggle(ui_, column_.next(toggle_height(ui_, asked, column_.width())), asked)) return;
        on = !on;
        ui_.wake_at(ui_.now());
    }
    // A tap on the chosen one takes the choice back. The index, or -1.
    int chips(const std::string& key, const std::string& label, const std::vector<std::string>& labels, int chosen) {
        if (!label.empty()) words({.text = label, .type = Type::Strong});
        const Chips asked{.key = key, .labels = labels, .chosen = chosen};
        const int tapped = ui::chips(ui_, column_.next(chips_height(ui_, asked, column_.width())), asked);
        if (tapped >= 0) ui_.wake_at(ui_.now());
        return tapped < 0 ? chosen : tapped == chosen ? -1 : tapped;
    }
    template <typename Value, std::size_t Count>
    void choose(const std::string& key, const std::string& label, const std::array<std::string_view, Count>&,
                std::optional<Value>& value) {
        std::vector<std::string> labels;
        for (std::size_t i = 0; i < Count; ++i) labels.push_back(say(name_of(static_cast<Value>(i))));
        const int chosen = chips(key, label, labels, value ? static_cast<int>(*value) : -1);
        value = chosen < 0 ? std::nullopt : std::optional(static_cast<Value>(chosen));
    }
    void yes_or_no(const std::string& key, const std::string& label, std::optional<bool>& value) {
        const int chosen = chips(key, label, {say("Ja", "Yes"), say("Nee", "No")}, value ? (*value ? 0 : 1) : -1);
        value = chosen < 0 ? std::nullopt : std::optional(chosen == 0);
    }
    bool button(const std::string& key, const std::string& label, Icon icon = Icon::None, bool enabled = true,
                const std::string& why = {}) {
        const QuietButton asked{
            .key = key, .label = label, .icon = icon, .enabled = enabled, .why = why, .guarded = false};
        Rect place = column_.next(quiet_button_height(ui_, asked, column_.width()));
        place.w = std::min(place.w, quiet_button_width(ui_, asked));
        return quiet_button(ui_, place, asked) == Tap::Taken;
    }

  private:
    Ui& ui_;
    Column& column_;
    Say say_;
    std::map<std::string, std::string> problems_;
};

}  // namespace hamer::ui
