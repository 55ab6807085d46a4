#include "ui/toolkit/widgets/choice.h"

#include "ui/toolkit/widgets/button_look.h"
#include "ui/toolkit/widgets/text.h"

#include <cmath>

namespace hamer::ui {
namespace {

// Side by side when every label fits, else under each other.
struct Arrangement {
    bool side_by_side = true;
    float segment = 0;  // height of one
};

float label_room(Ui& ui, const SegmentedControl& choice) {
    if (choice.label.empty()) return 0;
    return ui.fonts().face(Type::Strong).line + ui.metrics().gap(Gap::Hair);
}

TextBlock segment_text(Ui& ui, std::string_view label, float width) {
    return lay_out(ui.fonts(), Type::Strong, label, width - 2 * ui.metrics().gap(Gap::Snug), Breaking::Balanced, 0.94F);
}

Arrangement arrange(Ui& ui, const SegmentedControl& choice, float width) {
    Arrangement result;
    result.segment = ui.metrics().control();
    const float each = width / static_cast<float>(std::max<std::size_t>(1, choice.segments.size()));
    for (const Segment& segment : choice.segments) {
        const TextBlock block = segment_text(ui, segment.label, each);
        if (block.word_broken || block.lines.size() > 2) result.side_by_side = false;
    }
    for (const Segment& segment : choice.segments) {
        const TextBlock block = segment_text(ui, segment.label, result.side_by_side ? each : width);
        result.segment = std::max(result.segment, std::ceil(block.height + 2 * ui.metrics().gap(Gap::Tight)));
    }
    return result;
}

int index_of(const SegmentedControl& choice) {
    for (std::size_t i = 0; i < choice.segments.size(); ++i) {
        if (choice.segments[i].id == choice.chosen) return static_cast<int>(i);
    }
    return -1;
}

std::string moved_by_keys(Ui& ui, const SegmentedControl& choice) {
    if (!ui.keyboard().on(choice.key) || !choice.enabled || choice.segments.empty()) return {};
    const int count = static_cast<int>(choice.segments.size());
    int at = index_of(choice);
    const int before = at;
    if (ui.take(Key::Right) || ui.take(Key::Down) || (at < 0 && (ui.take(Key::Space) || ui.take(Key::Enter)))) {
        at = at < 0 ? 0 : std::min(count - 1, at + 1);
    } else if (ui.take(Key::Left) || ui.take(Key::Up)) {
        at = at < 0 ? count - 1 : std::max(0, at - 1);
    } else if (ui.take(Key::Home)) {
        at = 0;
    } else if (ui.take(Key::End)) {
        at = count - 1;
    }
    return at == before ? std::string() : choice.segments[static_cast<std::size_t>(at)].id;
}

bool draw_segment(Ui& ui, Rect rect, const SegmentedControl& choice, const Segment& segment) {
    const Palette& c = ui.colours();
    const Metrics& m = ui.metrics();
    const std::string key = std::string(choice.key) + "." + segment.id;
    const bool on = segment.id == choice.chosen;
    const Touch state = touch(ui, rect,
                              {.key = key,
                               .label = segment.label,
                               .enabled = choice.enabled,
                               .why = choice.why,
                               .guarded = false,
                               .stop = false,
                               .height_asked = m.control(),
                               .on = on});
    const Rect inner = rect.inset(m.px(3));
    Pair pair{choice.enabled ? c.ink : c.ink_soft, c.raised};
    if (on)
        pair = choice.enabled ? c.accent_soft : Pair{c.ink_soft, c.surface};
    else if (state.hovered && choice.enabled)
        pair.ground = mix(c.raised, c.edge, 0.10);
    ui.paint().fill(inner, pair.ground, m.px(8));
    if (on) ui.paint().outline(inner, c.accent_edge, m.px(2), m.px(8));
    const TextBlock label = segment_text(ui, segment.label, rect.w);
    ui.paint().text({rect.x, rect.centre().y - label.height / 2, rect.w, label.height}, label, pair.ink, Align::Centre);
    record_text(ui, state.seen, pair.ink, pair.ground, 7, !label.word_broken && label.height <= rect.h);
    if (state.tap == Tap::Taken) ui.keyboard().by_pointer(choice.key);
    return state.tap == Tap::Taken && !on;
}

}  // namespace

float choice_height(Ui& ui, const SegmentedControl& choice, float width) {
    const Arrangement arrangement = arrange(ui, choice, width);
    const float count = arrangement.side_by_side ? 1 : static_cast<float>(choice.segments.size());
    return label_room(ui, choice) + count * arrangement.segment;
}

std::string choice(Ui& ui, Rect rect, const SegmentedControl& choice) {
    const Palette& c = ui.colours();
    const Metrics& m = ui.metrics();
    const Arrangement arrangement = arrange(ui, choice, rect.w);
    if (!choice.label.empty()) {
        text(ui, rect.cut_top(label_room(ui, choice)), {.text = choice.label, .type = Type::Strong, .ink = Ink::Soft});
    }
    ShownWidget& seen = ui.record(
        {.key = std::string(choice.key), .kind = Kind::Choice, .rect = rect, .label = std::string(choice.label)});
    seen.stop = true;
    seen.enabled = choice.enabled;
    const bool ring = seen.focused && ui.keyboard().shown();
    std::string chosen = moved_by_keys(ui, choice);

    ui.paint().fill(rect, c.raised, m.small_radius());
    ui.paint().outline(rect, c.edge, std::max(1.0F, m.px(1)), m.small_radius());
    const int count = static_cast<int>(choice.segments.size());
    const auto places = arrangement.side_by_side ? columns(rect, count, 0) : rows(rect, count, 0);
    for (std::size_t i = 0; i < choice.segments.size(); ++i) {
        if (draw_segment(ui, places[i], choice, choice.segments[i])) chosen = choice.segments[i].id;
    }
    if (ring) focus_ring(ui, rect, m.small_radius());
    return chosen;
}

namespace {

float knob_room(Ui& ui) { return ui.metrics().px(56) + ui.metrics().gap(Gap::Snug); }

struct ToggleText {
    TextBlock label;
    TextBlock detail;
    float height = 0;
};

ToggleText toggle_text(Ui& ui, const Toggle& toggle, float width) {
    ToggleText parts;
    const float room = width - knob_room(ui);
    parts.label = lay_out(ui.fonts(), Type::Body, toggle.label, room, Breaking::Full, 0.96F);
    parts.height = parts.label.height;
    const std::string_view below = toggle.enabled ? toggle.detail : toggle.why;
    if (!below.empty()) {
        parts.detail = lay_out(ui.fonts(), Type::Small, below, room, Breaking::Full, 0.96F);
        parts.height += parts.detail.height;
    }
    return parts;
}

}  // namespace

float toggle_height(Ui& ui, const Toggle& toggle, float width) {
    return std::max(ui.metrics().control(),
                    std::ceil(toggle_text(ui, toggle, width).height + 2 * ui.metrics().gap(Gap::Hair)));
}

bool toggle(Ui& ui, Rect rect, const Toggle& toggle) {
    const Palette& c = ui.colours();
    const Metrics& m = ui.metrics();
    const Touch state = touch(ui, rect,
                              {.key = toggle.key,
                               .label = toggle.label,
                               .enabled = toggle.enabled,
                               .why = toggle.why,
                               .guarded = false,
                               .height_asked = m.control(),
                               .on = toggle.on});
    const Rect track{rect.x, rect.centre().y - m.px(16), m.px(56), m.px(32)};
    const Color ground = toggle.on && toggle.enabled ? c.accent.ground : c.raised;
    ui.paint().fill(track, ground, track.h / 2);
    if (!toggle.on || !toggle.enabled) ui.paint().outline(track, c.edge, m.px(2), track.h / 2);
    const Point knob{toggle.on ? track.right() - track.h / 2 : track.x + track.h / 2, track.centre().y};
    const Color knob_colour = toggle.on && toggle.enabled ? c.accent.ink : c.edge;
    ui.paint().circle(knob, m.px(11), knob_colour);
    if (toggle.on) ui.paint().icon_sized(knob, Icon::Check, ground, m.px(13));

    const ToggleText parts = toggle_text(ui, toggle, rect.w);
    const float x = rect.x + knob_room(ui);
    const float y = rect.centre().y - parts.height / 2;
    const Color ink = toggle.enabled ? c.ink : c.ink_soft;
    ui.paint().text({x, y, parts.label.width, parts.label.height}, parts.label, ink);
    if (!parts.detail.lines.empty()) {
        ui.paint().text({x, y + parts.label.height, parts.detail.width, parts.detail.height}, parts.detail, c.ink_soft);
    }
    record_text(ui, state.seen, ink, ui.paint().ground_at({x, y}), 7,
                parts.height <= rect.h && !parts.label.word_broken && !parts.detail.word_broken);
    if (state.ring) focus_ring(ui, rect, m.small_radius());
    return state.tap == Tap::Taken;
}

namespace {

float chip_width(Ui& ui, const std::string& label, float most) {
    const float wide = text_width(ui.fonts(), Type::Body, label) + 2 * ui.metrics().gap(Gap::Normal) + 1;
    return std::min(most, std::max(ui.metrics().control(), std::ceil(wide)));
}

TextBlock chip_text(Ui& ui, const std::string& label, float width) {
    return lay_out(ui.fonts(), Type::Body, label, width - 2 * ui.metrics().gap(Gap::Normal), Breaking::Balanced, 0.94F);
}

// All chips are as high as the highest, so that they stand in lines.
float chip_height(Ui& ui, const Chips& chips, float width) {
    float height = ui.metrics().control();
    for (const std::string& label : chips.labels) {
        const TextBlock block = chip_text(ui, label, chip_width(ui, label, width));
        height = std::max(height, std::ceil(block.height + 2 * ui.metrics().gap(Gap::Tight)));
    }
    return height;
}

}  // namespace

float chips_height(Ui& ui, const Chips& chips, float width) {
    std::vector<float> widths;
    for (const std::string& label : chips.labels) widths.push_back(chip_width(ui, label, width));
    return flow_height(width, chip_height(ui, chips, width), ui.metrics().gap(Gap::Tight), widths);
}

int chips(Ui& ui, Rect rect, const Chips& chips) {
    const Palette& c = ui.colours();
    const Metrics& m = ui.metrics();
    Flow flow(rect, chip_height(ui, chips, rect.w), m.gap(Gap::Tight));
    int tapped = -1;
    for (std::size_t i = 0; i < chips.labels.size(); ++i) {
        const std::string& label = chips.labels[i];
        const Rect place = flow.next(chip_width(ui, label, rect.w));
        const std::string key = std::string(chips.key) + "." + std::to_string(i);
        const bool on = static_cast<int>(i) == chips.chosen;
        const Touch state =
            touch(ui, place, {.key = key, .label = label, .guarded = false, .height_asked = m.control(), .on = on});
        Pair pair = on ? c.accent_soft : Pair{c.ink, c.raised};
        if (!on && (state.hovered || state.held)) pair.ground = mix(c.raised, c.edge, state.held ? 0.16 : 0.08);
        const float radius = std::min(place.h / 2, m.px(30));
        ui.paint().fill(place, pair.ground, radius);
        ui.paint().outline(place, on ? c.accent_edge : c.edge, on ? m.px(2) : std::max(1.0F, m.px(1)), radius);
        const TextBlock block = chip_text(ui, label, place.w);
        ui.paint().text({place.x, place.centre().y - block.height / 2, place.w, block.height}, block, pair.ink,
                        Align::Centre);
        record_text(ui, state.seen, pair.ink, pair.ground, 7, !block.word_broken && block.height <= place.h);
        if (state.ring) focus_ring(ui, place, radius);
        if (state.tap == Tap::Taken) tapped = static_cast<int>(i);
    }
    return tapped;
}

}  // namespace hamer::ui
