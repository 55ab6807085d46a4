#include "ui/toolkit/widgets/field.h"

#include "base/utf.h"
#include "ui/toolkit/widgets/drawable.h"
#include "ui/toolkit/widgets/editor.h"
#include "ui/toolkit/widgets/text.h"
#include "ui/toolkit/widgets/touch.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <deque>
#include <imgui.h>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace hamer::ui {
namespace {

// The keyboard in one frame.
struct Keys {
    std::vector<KeyPress> presses;
    std::u32string typed;
};

// What it did while a text is on its way from the clipboard waits, so that all comes in the order in which it was done.
struct Pasting {
    std::int64_t until = 0;
    std::deque<Keys> after;
};

struct Kept {
    std::shared_ptr<Editor> editor;
    std::optional<Pasting> pasting;
    std::string written;  // what the editor last put in the caller's text
    bool selecting = false;
};

float side(Ui& ui) { return ui.metrics().gap(Gap::Snug); }
float line_height(Ui& ui) { return ui.fonts().face(Type::Body).line; }

Editor::Advance advance_in(Ui& ui, TypeFace face) {
    return [&fonts = ui.fonts(), face](char32_t character) {
        if (!is_drawable(character, [&](char32_t each) { return fonts.draws(each); })) return 0.0F;
        const std::string utf8 = to_utf8(std::u32string_view(&character, 1));
        return face.font->CalcTextSizeA(face.px, FLT_MAX, 0, utf8.data(), utf8.data() + utf8.size()).x;
    };
}

void measure(Ui& ui, Editor& editor, float box_width) {
    editor.measure(advance_in(ui, ui.fonts().face(Type::Body)), box_width - 2 * side(ui), line_height(ui));
}

float box_height(Ui& ui, const TextField& field, std::size_t lines) {
    const auto shown_lines =
        static_cast<float>(std::max<std::size_t>(lines, static_cast<std::size_t>(std::max(1, field.least_lines))));
    return std::max(ui.metrics().control(),
                    std::ceil(shown_lines * line_height(ui) + 2 * ui.metrics().gap(Gap::Tight)));
}

std::size_t count_lines(Ui& ui, const TextField& field, const std::string& text, float width) {
    if (text.empty()) {
        return field.hint.empty() ? 1 : lay_out(ui.fonts(), Type::Body, field.hint, width - 2 * side(ui)).lines.size();
    }
    Editor editor;
    editor.load(to_utf32(text), Editor::Lines::Many, field.limit);
    measure(ui, editor, width);
    return editor.lines().size();
}

// What stands below it.
Text remark(const TextField& field) {
    return {.text = field.below,
            .type = Type::Small,
            .ink = field.wrong ? Ink::Danger : Ink::Soft,
            .icon = field.wrong ? Icon::Notice : Icon::None};
}

void start(Ui& ui, const TextField& field, Kept& kept, const std::string& text) {
    ui.edit(field.key);
    kept.editor = std::make_shared<Editor>();
    kept.editor->load(to_utf32(text), field.many_lines ? Editor::Lines::Many : Editor::Lines::One, field.limit);
    kept.written = text;
    kept.pasting.reset();
}

// Ctrl with a letter, but for V.
bool clipboard(Ui& ui, Editor& editor, const KeyPress& press) {
    if (!press.with.control || press.with.alt) return false;
    if (press.key == key_of('a')) {
        editor.select_all();
    } else if (press.key == key_of('c') || press.key == key_of('x')) {
        const std::string text = to_utf8(editor.selected());
        if (!text.empty()) ui.copy(text);
        if (press.key == key_of('x')) editor.cut();
    } else {
        return false;
    }
    return true;
}

bool asks_to_paste(const KeyPress& press) { return press.key == key_of('v') && press.with.control && !press.with.alt; }

enum class Went { On, Left, Submitted };

// One frame of the keyboard. What comes after Ctrl+V waits in `kept.pasting`.
Went read_keys(Ui& ui, const TextField& field, Kept& kept, Keys keys) {
    Editor& editor = *kept.editor;
    for (auto press = keys.presses.begin(); press != keys.presses.end(); ++press) {
        if (press->key == Key::Escape) {
            ui.stop_editing();
            ui.keyboard().by_keyboard(field.key);
            return Went::Left;
        }
        if (press->key == Key::Enter && (!field.many_lines || press->with.control)) {
            ui.keyboard().by_keyboard(field.key);
            if (press->press != Press::First) continue;
            ui.stop_editing();
            return Went::Submitted;
        }
        if (asks_to_paste(*press)) {
            ui.clipboard().ask();
            kept.pasting.emplace(Pasting{ui.now() + Clipboard::patience.count(), {}});
            kept.pasting->after.push_back({{std::next(press), keys.presses.end()}, keys.typed});
            return Went::On;
        }
        if (!clipboard(ui, editor, *press) && !editor.key(*press)) ui.input().presses.push_back(*press);
    }
    for (const char32_t character : keys.typed) editor.type(character);
    return Went::On;
}

bool leaves(const Keys& keys) {
    return std::ranges::any_of(keys.presses, [](const KeyPress& one) { return one.key == Key::Escape; });
}

// One frame after another, as far as no text is awaited from the clipboard; with `Paste::GivenUp` none is.
enum class Paste { Awaited, GivenUp };
Went play(Ui& ui, const TextField& field, Kept& kept, std::deque<Keys> turns, Paste paste) {
    while (true) {
        if (kept.pasting) {
            auto& after = kept.pasting->after;
            after.insert(after.end(), turns.begin(), turns.end());
            const auto text = ui.clipboard().take();
            const bool awaited =
                paste == Paste::Awaited && ui.now() < kept.pasting->until && std::ranges::none_of(after, leaves);
            if (!text && awaited) {
                ui.wake_at(kept.pasting->until);
                return Went::On;
            }
            if (text) kept.editor->paste(to_utf32(*text));
            turns = std::exchange(kept.pasting, std::nullopt)->after;
        }
        if (turns.empty()) return Went::On;
        Keys next = std::move(turns.front());
        turns.pop_front();
        const Went went = read_keys(ui, field, kept, std::move(next));
        if (went == Went::On) continue;
        // The field is left: keys from here on are not its.
        for (const Keys& each : turns)
            ui.input().presses.insert(ui.input().presses.end(), each.presses.begin(), each.presses.end());
        return went;
    }
}

void read_pointer(Ui& ui, Rect box, const Touch& state, Kept& kept) {
    const float x = ui.pointer().x - box.x - side(ui);
    const float y = std::max(0.0F, ui.pointer().y - box.y - ui.metrics().gap(Gap::Tight));
    if (!ui.pointer_down() || !box.contains(ui.pressed_at())) {
        kept.selecting = false;
    } else if (!kept.selecting && state.held) {
        kept.editor->click(x, y);
        kept.selecting = true;
    } else if (kept.selecting) {
        kept.editor->drag(x, y);
    }
}

void draw_line(Ui& ui, const Editor& editor, const EditedLine& line, Rect place, Color ink) {
    std::u32string part =
        editor.text().substr(static_cast<std::size_t>(line.start), static_cast<std::size_t>(line.count));
    if (!part.empty() && part.back() == U'\n') part.pop_back();
    std::erase_if(
        part, [&](char32_t each) { return !is_drawable(each, [&](char32_t one) { return ui.fonts().draws(one); }); });
    TextBlock block;
    block.face = ui.fonts().face(Type::Body);
    block.line = place.h;
    block.lines.push_back({to_utf8(part), 0});
    ui.paint().text(place, block, ink);
}

enum class Caret { Hidden, Shown };

void draw_text(Ui& ui, Rect inner, const Editor& editor, Color ink, Caret caret) {
    const Palette& c = ui.colours();
    const float high = line_height(ui);
    for (std::size_t i = 0; i < editor.lines().size(); ++i) {
        const EditedLine& line = editor.lines()[i];
        const Rect place{inner.x, inner.y + static_cast<float>(i) * high, inner.w, high};
        const int first = std::max(editor.selection_from(), line.start);
        const int last = std::min(editor.selection_to(), line.start + line.count);
        if (caret == Caret::Shown && first < last) {
            const float x = editor.x_of(static_cast<int>(i), first);
            ui.paint().fill({inner.x + x, place.y, editor.x_of(static_cast<int>(i), last) - x, high}, c.selection);
        }
        draw_line(ui, editor, line, place, ink);
    }
    if (caret == Caret::Hidden) return;
    const int line = editor.line_of(editor.caret());
    const float x = inner.x + editor.x_of(line, editor.caret());
    const float y = inner.y + static_cast<float>(line) * high;
    ui.paint().fill({x - 1, y + high * 0.08F, std::max(2.0F, ui.metrics().px(2)), high * 0.84F}, c.accent_edge);
}

// What the editor has goes into the caller's text.
void hand_over(Ui& ui, Kept& kept, FieldOutcome& outcome, std::string& value) {
    std::string now = to_utf8(kept.editor->text());
    outcome.changed = now != value;
    if (outcome.changed) {
        value = kept.written = std::move(now);
        // What was drawn before it in this frame, such as a button that waits for words, is of the former text.
        ui.wake_at(ui.now());
    }
    ui.fonts().want(value);
}

// The field was left while a text was on its way from the clipboard: what was typed after it is not lost.
FieldOutcome leave(Ui& ui, const TextField& field, Kept& kept, std::string& value) {
    FieldOutcome outcome;
    if (!kept.pasting || !kept.editor || kept.written != value) return outcome;
    outcome.submitted = play(ui, field, kept, {}, Paste::GivenUp) == Went::Submitted;
    hand_over(ui, kept, outcome, value);
    return outcome;
}

// Starts, goes on with or leaves the editing; what is typed goes into the caller's text.
FieldOutcome edit(Ui& ui, Rect box, const TextField& field, const Touch& state, Kept& kept, std::string& value) {
    const bool by_focus = field.enabled && ui.take_edit_wish(field.key);
    if (!ui.edits(field.key)) {
        FieldOutcome outcome = leave(ui, field, kept, value);
        if (!by_focus && state.tap != Tap::Taken) return outcome;
        start(ui, field, kept, value);
        measure(ui, *kept.editor, box.w);
        if (by_focus && !field.many_lines) kept.editor->select_all();
        // What was typed to come here is not text.
        ui.input().typed.clear();
        ui.input().presses.clear();
        return outcome;
    }
    FieldOutcome outcome;
    if (!kept.editor || kept.written != value) start(ui, field, kept, value);
    measure(ui, *kept.editor, box.w);
    read_pointer(ui, box, state, kept);
    Keys keys{std::exchange(ui.input().presses, {}), std::exchange(ui.input().typed, {})};
    outcome.submitted = play(ui, field, kept, {std::move(keys)}, Paste::Awaited) == Went::Submitted;
    hand_over(ui, kept, outcome, value);
    measure(ui, *kept.editor, box.w);
    return outcome;
}

void draw_box(Ui& ui, Rect box, const TextField& field, const Kept& kept, const std::string& value) {
    const Palette& c = ui.colours();
    const Metrics& m = ui.metrics();
    const bool edited = ui.edits(field.key);
    const Color edge = field.wrong ? c.danger_edge : edited ? c.accent_edge : c.edge;
    ui.paint().fill(box, edited ? c.surface : c.raised, m.small_radius());
    ui.paint().outline(box, edge, edited || field.wrong ? m.px(2) : std::max(1.0F, m.px(1)), m.small_radius());
    Rect words = box.inset(side(ui), m.gap(Gap::Tight));
    const float spare = words.h - line_height(ui);
    const bool alone = field.least_lines <= 1 && count_lines(ui, field, value, box.w) == 1;
    if (alone) words.y += std::max(0.0F, spare / 2);
    if (value.empty() && !field.hint.empty()) {
        ui.paint().text(words, lay_out(ui.fonts(), Type::Body, field.hint, words.w), c.ink_soft);
    }
    if (edited) {
        draw_text(ui, words, *kept.editor, c.ink, Caret::Shown);
    } else if (!value.empty()) {
        Editor still;
        still.load(to_utf32(value), Editor::Lines::Many, field.limit);
        measure(ui, still, box.w);
        draw_text(ui, words, still, field.enabled ? c.ink : c.ink_soft, Caret::Hidden);
    }
}

}  // namespace

float field_height(Ui& ui, const TextField& field, const std::string& text, float width) {
    float height = box_height(ui, field, count_lines(ui, field, text, width));
    if (!field.label.empty()) {
        height += text_height(ui, {.text = field.label, .type = Type::Strong}, width) + ui.metrics().gap(Gap::Hair);
    }
    if (!field.below.empty()) {
        height += text_height(ui, remark(field), width) + ui.metrics().gap(Gap::Hair);
    }
    return height;
}

FieldOutcome field(Ui& ui, Rect rect, const TextField& field, std::string& value) {
    const Metrics& m = ui.metrics();
    Rect rest = rect;
    if (!field.label.empty()) {
        const Text label{.text = field.label, .type = Type::Strong, .ink = Ink::Soft};
        text(ui, rest.cut_top(text_height(ui, label, rest.w), m.gap(Gap::Hair)), label);
    }
    ui.fonts().want(value);
    const Rect box = rest.cut_top(box_height(ui, field, count_lines(ui, field, value, rect.w)), m.gap(Gap::Hair));
    const Touch state = touch(ui, box,
                              {.key = field.key,
                               .kind = Kind::Field,
                               .label = field.label.empty() ? field.hint : field.label,
                               .enabled = field.enabled,
                               .why = field.why,
                               .guarded = false,
                               .height_asked = m.control()});
    if (state.hovered && field.enabled) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    auto& kept = ui.memory<Kept>(std::string(field.key) + "#field");
    const FieldOutcome outcome = edit(ui, box, field, state, kept, value);
    draw_box(ui, box, field, kept, value);
    const bool edited = ui.edits(field.key);
    record_text(ui, state.seen, value.empty() ? ui.colours().ink_soft : ui.colours().ink,
                edited ? ui.colours().surface : ui.colours().raised, 7, true);
    if (!field.below.empty()) {
        const std::string key = std::string(field.key) + ".below";
        Text words = remark(field);
        words.key = key;
        (void)text(ui, rest, words);
    }
    if (state.ring && !edited) focus_ring(ui, box, m.small_radius());
    return outcome;
}

}  // namespace hamer::ui
