#include "ui/toolkit/widgets/date_field.h"

#include "base/typed_time.h"
#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/text.h"

#include <array>
#include <cmath>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

using namespace std::chrono;

constexpr int weeks_shown = 6;  // always, so that its height stays

struct Kept {
    bool is_open = false;
    year_month month{};             // that is shown
    std::optional<Day> followed{};  // the typed day that it was last turned to
};

Kept& kept(Ui& ui, const DateField& asked) { return ui.memory<Kept>(std::string(asked.field.key) + "#calendar"); }

year_month month_of(Day day) {
    const year_month_day date{day};
    return date.year() / date.month();
}

struct Buttons {
    std::string open_key, earlier_key, later_key;
    QuietButton open, earlier, later;

    Buttons(const DateField& asked, bool is_open)
        : open_key(std::string(asked.field.key) + ".calendar"),
          earlier_key(open_key + ".earlier"),
          later_key(open_key + ".later"),
          open{.key = open_key,
               .label = Say{asked.language}("Kalender", "Calendar"),
               .on = is_open,
               .enabled = asked.field.enabled,
               .why = asked.field.why,
               .guarded = false},
          earlier{.key = earlier_key,
                  .label = Say{asked.language}("Vorige maand", "Month before"),
                  .icon = Icon::Left,
                  .guarded = false},
          later{.key = later_key,
                .label = Say{asked.language}("Volgende maand", "Next month"),
                .icon = Icon::Right,
                .guarded = false} {}
    Buttons(const Buttons&) = delete;
    Buttons& operator=(const Buttons&) = delete;
};

float cell_height(Ui& ui) { return std::ceil(ui.metrics().control() * 0.75F); }
float line_height(Ui& ui) { return ui.fonts().face(Type::Strong).line; }

// Of the calendar below its field.
float calendar_width(Ui& ui, float width) { return std::min(width, 8 * ui.metrics().control()); }

float turning_height(Ui& ui, const Buttons& buttons, float width) {
    const float each = column_width(width, 2, ui.metrics().gap(Gap::Tight));
    return std::max(quiet_button_height(ui, buttons.earlier, each), quiet_button_height(ui, buttons.later, each));
}

float calendar_height(Ui& ui, const Buttons& buttons, float width) {
    const float gap = ui.metrics().gap(Gap::Tight);
    return gap + turning_height(ui, buttons, calendar_width(ui, width)) + gap + 2 * line_height(ui) +
           static_cast<float>(weeks_shown) * cell_height(ui);
}

// What the field keeps beside its box.
float beside(Ui& ui, const Buttons& buttons) {
    return quiet_button_width(ui, buttons.open) + ui.metrics().gap(Gap::Tight);
}

bool can_take(const DateField& asked, Day day) {
    return wrong_with_year(day).empty() && (!asked.first || day >= *asked.first) && (!asked.last || day <= *asked.last);
}

std::optional<Day> moved_by_keys(Ui& ui, const DateField& asked, const std::string& key, Kept& state,
                                 std::string_view button) {
    if (!ui.keyboard().on(key)) return std::nullopt;
    const Day from = asked.day.value_or(asked.today);
    const auto month_on = [&](int count) -> Day {
        const year_month_day date{from};
        const year_month to = date.year() / date.month() + months{count};
        const year_month_day same = to / date.day();
        return same.ok() ? Day{same} : Day{to / std::chrono::last};
    };
    std::optional<Day> to;
    if (ui.take(Key::Right)) to = from + days{1};
    if (ui.take(Key::Left)) to = from - days{1};
    if (ui.take(Key::Down)) to = from + days{7};
    if (ui.take(Key::Up)) to = from - days{7};
    if (ui.take(Key::PageDown)) to = month_on(1);
    if (ui.take(Key::PageUp)) to = month_on(-1);
    if (!asked.day && (to || ui.take(Key::Space) || ui.take(Key::Enter))) to = from;
    if (ui.take(Key::Escape)) {
        state.is_open = false;
        ui.keyboard().by_keyboard(button);
    }
    return to && can_take(asked, *to) ? to : std::nullopt;
}

bool draw_day(Ui& ui, Rect rect, const DateField& asked, const std::string& days_key, Day day) {
    const Palette& c = ui.colours();
    const Metrics& m = ui.metrics();
    const year_month_day date{day};
    const bool can = can_take(asked, day), on = asked.day == day;
    const std::string key = std::string(asked.field.key) + ".day." + to_iso(day);
    const std::string name =
        fmt::format("{} {}", static_cast<unsigned>(date.day()), month_name(date.month()).in(asked.language));
    const Touch state = touch(ui, rect,
                              {.key = key,
                               .kind = Kind::Row,
                               .label = name,
                               .enabled = can,
                               .why = asked.why_not,
                               .guarded = false,
                               .stop = false,
                               .height_asked = cell_height(ui),
                               .on = on});
    const Rect inner = rect.inset(m.px(2));
    Pair pair{can ? c.ink : c.ink_soft, can ? c.raised : c.surface};
    if (on)
        pair = c.accent_soft;
    else if (can && (state.hovered || state.held))
        pair.ground = mix(c.raised, c.edge, state.held ? 0.16 : 0.08);
    ui.paint().fill(inner, pair.ground, m.px(8));
    if (on || day == asked.today) ui.paint().outline(inner, on ? c.accent_edge : c.edge, m.px(2), m.px(8));
    const TextBlock number = lay_out(ui.fonts(), Type::Body, std::to_string(static_cast<unsigned>(date.day())), rect.w);
    ui.paint().text({rect.x, rect.centre().y - number.height / 2, rect.w, number.height}, number, pair.ink,
                    Align::Centre);
    record_text(ui, state.seen, pair.ink, pair.ground, 7, number.height <= rect.h && !number.word_broken);
    if (state.tap == Tap::Taken) ui.keyboard().by_pointer(days_key);
    return state.tap == Tap::Taken;
}

std::optional<Day> draw_calendar(Ui& ui, Rect area, const DateField& asked, Kept& state, const Buttons& buttons) {
    const Metrics& m = ui.metrics();
    area.w = calendar_width(ui, area.w);
    const auto turning =
        columns(area.cut_top(turning_height(ui, buttons, area.w), m.gap(Gap::Tight)), 2, m.gap(Gap::Tight));
    if (quiet_button(ui, turning[0], buttons.earlier) == Tap::Taken) state.month -= months{1};
    if (quiet_button(ui, turning[1], buttons.later) == Tap::Taken) state.month += months{1};
    const std::string title =
        fmt::format("{} {}", month_name(state.month.month()).in(asked.language), static_cast<int>(state.month.year()));
    const std::string title_key = buttons.open_key + ".month";
    text_line(ui, area.cut_top(line_height(ui)),
              {.text = title, .type = Type::Strong, .align = Align::Centre, .key = title_key});
    const float wide = area.w / 7;
    constexpr std::array nl{"ma", "di", "wo", "do", "vr", "za", "zo"}, en{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
    const Rect head = area.cut_top(line_height(ui));
    for (std::size_t i = 0; i < 7; ++i) {
        text_line(
            ui, {head.x + static_cast<float>(i) * wide, head.y, wide, head.h},
            {.text = Say{asked.language}(nl[i], en[i]), .type = Type::Small, .ink = Ink::Soft, .align = Align::Centre});
    }
    const std::string key = std::string(asked.field.key) + ".days";
    ShownWidget& seen = ui.record({.key = key, .kind = Kind::Choice, .rect = area, .label = title});
    seen.stop = true;
    const bool ring = seen.focused && ui.keyboard().shown();
    std::optional<Day> taken = moved_by_keys(ui, asked, key, state, buttons.open_key);
    const Day first{state.month / 1}, last{state.month / std::chrono::last};
    const auto column_of = [](Day day) { return weekday{day}.iso_encoding() - 1; };  // Monday is the first
    unsigned row = 0;
    for (Day day = first; day <= last; day += days{1}) {
        const unsigned column = column_of(day);
        if (column == 0 && day != first) ++row;
        const Rect cell{area.x + static_cast<float>(column) * wide, area.y + static_cast<float>(row) * cell_height(ui),
                        wide, cell_height(ui)};
        if (draw_day(ui, cell, asked, key, day)) taken = day;
    }
    if (ring) focus_ring(ui, area, m.small_radius());
    return taken;
}

}  // namespace

float date_field_height(Ui& ui, const DateField& asked, const std::string& text, float width) {
    const Kept& state = kept(ui, asked);
    const Buttons buttons(asked, state.is_open);
    const float height = field_height(ui, asked.field, text, width - beside(ui, buttons));
    return state.is_open ? height + calendar_height(ui, buttons, width) : height;
}

std::optional<Day> date_field(Ui& ui, Rect rect, const DateField& asked, std::string& text) {
    Kept& state = kept(ui, asked);
    const Buttons buttons(asked, state.is_open);
    const bool was_open = state.is_open;  // as its room was asked
    const float room = beside(ui, buttons);
    Rect line = rect.cut_top(field_height(ui, asked.field, text, rect.w - room));
    Rect side = line.cut_right(quiet_button_width(ui, buttons.open), ui.metrics().gap(Gap::Tight));
    if (!asked.field.label.empty()) {
        const Text label{.text = asked.field.label, .type = Type::Strong};
        side.cut_top(text_height(ui, label, line.w), ui.metrics().gap(Gap::Hair));
    }
    side.h = ui.metrics().control();
    (void)field(ui, line, asked.field, text);
    if (quiet_button(ui, side, buttons.open) == Tap::Taken) {
        state.is_open = !state.is_open;
        state.followed.reset();
        state.month = month_of(asked.day.value_or(asked.today));
        if (state.is_open) ui.focus(std::string(asked.field.key) + ".days");  // comes into sight with it
        ui.wake_at(ui.now());
    }
    if (!was_open) return std::nullopt;
    if (asked.day && state.followed != asked.day) {
        state.followed = asked.day;
        state.month = month_of(*asked.day);
    }
    rect.cut_top(ui.metrics().gap(Gap::Tight));
    const auto taken = draw_calendar(ui, rect, asked, state, buttons);
    if (taken) ui.wake_at(ui.now());
    return taken;
}

}  // namespace hamer::ui
