#include "support/driver/driver.h"

#include "base/utf.h"

#include <cmath>
#include <set>
#include <utility>

namespace hamer::ui {
namespace {

constexpr std::int64_t frame_ms = 16;
constexpr int most_settling_frames = 60;

}  // namespace

Driver::Driver(Draw draw, Display display, Look look) : draw_(std::move(draw)), stage_(display, look) { settle(); }

void Driver::frame() {
    now_ += frame_ms;
    stage_.frame(now_, draw_);
}

void Driver::settle() {
    frame();
    frame();
    for (int i = 0; i < most_settling_frames && stage_.pending(); ++i) frame();
    frame();
}

void Driver::pass(std::int64_t milliseconds) {
    now_ += std::max<std::int64_t>(0, milliseconds - frame_ms);
    frame();
}

std::string Driver::label(std::string_view key) const {
    const auto seen = find(key);
    return seen ? seen->label : "";
}

std::optional<ShownWidget> Driver::find(std::string_view key) const {
    for (const ShownWidget& each : shown()) {
        if (each.key == key) return each;
    }
    return std::nullopt;
}

std::vector<std::string> Driver::keys() const {
    std::vector<std::string> keys;
    for (const ShownWidget& each : shown()) {
        if (!each.key.empty()) keys.push_back(each.key);
    }
    return keys;
}

std::vector<std::string> Driver::texts() const {
    std::vector<std::string> texts;
    for (const ShownWidget& each : shown()) {
        if (!each.label.empty()) texts.push_back(each.label);
    }
    return texts;
}

bool Driver::reads(std::string_view part) const {
    for (const ShownWidget& each : shown()) {
        for (const std::string& words : {each.label, each.detail, each.why}) {
            if (words.find(part) != std::string::npos) return true;
        }
    }
    return false;
}

bool Driver::reveal(std::string_view key) {
    for (int turn = 0; turn < 200; ++turn) {
        const auto widget = find(key);
        if (!widget) return false;
        const float least = std::min(widget->rect.h, 24.0F);
        if (widget->visible.h >= std::min(widget->rect.h, std::max(least, widget->rect.h - 1))) return true;
        const auto area = find(widget->scroll_key);
        if (!area) return !widget->visible.empty();
        const bool below = widget->rect.bottom() > area->rect.bottom();
        const float before = widget->rect.y;
        wheel(area->rect.centre(), below ? -1.0F : 1.0F);
        const auto after = find(key);
        if (after && std::abs(after->rect.y - before) < 0.5F) return !after->visible.empty();
    }
    return false;
}

bool Driver::press(std::string_view key) {
    if (!reveal(key)) return false;
    stage_.pointer_to(find(key)->visible.centre());
    frame();
    frame();
    stage_.pointer_press(true);
    frame();
    return true;
}

void Driver::release() {
    stage_.pointer_press(false);
    settle();
}

bool Driver::click(std::string_view key) {
    if (!press(key)) return false;
    release();
    return true;
}

void Driver::hover(Point at) {
    stage_.pointer_to(at);
    settle();
}

void Driver::click_at(Point at) {
    stage_.pointer_to(at);
    frame();
    stage_.pointer_press(true);
    frame();
    release();
}

void Driver::wheel(Point at, float steps) {
    stage_.pointer_to(at);
    frame();
    stage_.wheel(steps);
    frame();
    frame();
}

void Driver::drop(std::vector<std::string> files) {
    stage_.dropped(std::move(files));
    frame();
}

void Driver::drag(Point from, Point to) {
    stage_.pointer_to(from);
    frame();
    stage_.pointer_press(true);
    frame();
    constexpr int pieces = 8;
    for (int i = 1; i <= pieces; ++i) {
        const float share = static_cast<float>(i) / pieces;
        stage_.pointer_to({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
        frame();
    }
    release();
}

void Driver::key_down(Key key, Modifiers with) {
    stage_.key(key, true, with);
    const auto code = static_cast<int>(key);
    if (!with.control && !with.alt && code < 128) {
        const bool letter = code >= 'A' && code <= 'Z';
        stage_.typed(static_cast<char32_t>(letter && !with.shift ? code + ('a' - 'A') : code));
    }
    frame();
}

void Driver::key_up(Key key) {
    stage_.key(key, false);
    settle();
}

void Driver::key(Key key, Modifiers with) {
    key_down(key, with);
    key_up(key);
}

void Driver::type(std::string_view text) {
    for (const char32_t character : to_utf32(text)) {
        if (character == U'\n') {
            key(Key::Enter);
            continue;
        }
        stage_.typed(character);
        frame();
    }
    settle();
}

bool Driver::tab_to(std::string_view key) {
    for (std::size_t i = 0; i <= shown().size() + 1; ++i) {
        if (focused() == key) return true;
        this->key(Key::Tab);
    }
    return focused() == key;
}

std::vector<std::string> Driver::beyond_tab() {
    std::set<std::string> wanted;
    for (const ShownWidget& each : shown()) {
        if (acts(each) && each.enabled) wanted.insert(each.key);
    }
    std::vector<std::string> beyond;
    const std::size_t most = 2 * shown().size() + 2;
    key(Key::Tab);
    const std::string first = focused();
    for (std::size_t i = 0; i < most && !focused().empty(); ++i) {
        const auto here = find(focused());
        if (!here || here->visible.w <= 0 || here->visible.h <= 0) beyond.push_back(focused() + " (out of sight)");
        wanted.erase(focused());
        key(Key::Tab);
        if (focused() == first) break;
    }
    beyond.insert(beyond.end(), wanted.begin(), wanted.end());
    return beyond;
}

void Driver::resize(Display display) {
    stage_.resize(display);
    settle();
}

void Driver::set_look(Look look) {
    stage_.set_look(look);
    settle();
}

}  // namespace hamer::ui
