#include "ui/toolkit/widgets/ui.h"

#include <algorithm>
#include <imgui.h>
#include <utility>

namespace hamer::ui {
namespace {

constexpr std::int64_t refusal_shown_ms = 4000;
constexpr int reveal_for = 2;  // frames: the widget may be drawn for the first time in the next one

constexpr ImGuiWindowFlags root_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                        ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoBackground |
                                        ImGuiWindowFlags_NoScrollWithMouse;

bool same(Modifiers one, Modifiers other) {
    return one.shift == other.shift && one.control == other.control && one.alt == other.alt;
}

bool take_from(std::vector<KeyPress>& presses, Key key, Modifiers with) {
    const auto found = std::find_if(presses.begin(), presses.end(), [&](const KeyPress& press) {
        return press.key == key && press.press == Press::First && same(press.with, with);
    });
    if (found == presses.end()) return false;
    presses.erase(found);
    return true;
}

}  // namespace

Ui::Ui(Theme& theme) : theme_(theme), painter_(theme) {}

void Ui::begin(std::int64_t now_ms, Input input) {
    now_ = now_ms;
    input_ = std::move(input);
    wake_.reset();
    wished_look_.reset();
    wished_full_screen_ = false;
    wished_screen_on_ = false;
    before_ = std::move(seen_);
    seen_.clear();
    scrolls_.clear();
    if (refusal_ && (now_ >= refusal_->at_ms + refusal_shown_ms)) refusal_.reset();
    read_pointer();
    read_walk();
    // In a window of another size what is typed may have come to lie out of sight.
    const Rect now_area = area();
    const Rect former = std::exchange(memory<Rect>("ui#area"), now_area);
    if (editing() && (former.w != now_area.w || former.h != now_area.h)) {
        reveal_ = editing_;
        reveal_frames_ = reveal_for;
    }

    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(size);
    ImGui::Begin("hamer", nullptr, root_flags);
    painter_.begin(colours().ground);  // with which the renderer has cleared the window
    if (guarded()) wake_at(guard_until_);
}

void Ui::end() {
    draw_refusal();
    ImGui::End();
    focus_.settle(seen_);
    const auto edited = [this](const ShownWidget& each) { return each.key == editing_ && each.kind == Kind::Field; };
    if (editing() && std::none_of(seen_.begin(), seen_.end(), edited)) stop_editing();
    if (reveal_frames_ > 0 && --reveal_frames_ == 0) reveal_.clear();
}

Rect Ui::area() const { return {0, 0, metrics().display().width, metrics().display().height}; }

void Ui::read_pointer() {
    const ImGuiIO& io = ImGui::GetIO();
    pointer_ = {io.MousePos.x, io.MousePos.y};
    const bool down = io.MouseDown[0];
    if (down && !pointer_down_) {
        pressed_at_ = pointer_;
        pressed_ms_ = now_;
        dragging_ = false;
        refusal_.reset();
        focus_.hide();
        const auto in_field = [this](const ShownWidget& each) {
            return each.key == editing_ && each.kind == Kind::Field && each.visible.contains(pointer_);
        };
        if (editing() && std::none_of(before_.begin(), before_.end(), in_field)) stop_editing();
    }
    // Lifted: the drag ends after this frame, so that the lift itself taps nothing.
    if (!down && !pointer_down_) dragging_ = false;
    pointer_down_ = down;
}

void Ui::read_walk() {
    const bool back = take_from(input_.presses, Key::Tab, Modifiers{.shift = true});
    const bool forward = !back && take_from(input_.presses, Key::Tab, {});
    if (!back && !forward) return;
    if (!focus_.walk(before_, back ? Focus::Way::Back : Focus::Way::Forward)) return;
    const std::string to = focus_.key();
    focus(to);
}

void Ui::focus(std::string_view key) {
    focus_.by_keyboard(key);
    reveal_ = key;
    reveal_frames_ = reveal_for;
    stop_editing();
    edit_wish_ = key;
}

bool Ui::take_edit_wish(std::string_view key) {
    if (edit_wish_.empty() || edit_wish_ != key || !focus_.on(key)) return false;
    edit_wish_.clear();
    return true;
}

void Ui::wake_at(std::int64_t ms) { wake_ = wake_ ? std::min(*wake_, ms) : ms; }

void Ui::guard_until(std::int64_t ms) {
    if (ms <= guard_until_) return;
    if (!guarded()) guard_from_ = now_;
    guard_until_ = ms;
    wake_at(ms);
}

double Ui::guard_share() const {
    if (!guarded() || guard_until_ <= guard_from_) return 1;
    return static_cast<double>(now_ - guard_from_) / static_cast<double>(guard_until_ - guard_from_);
}

bool Ui::take(Key key, Modifiers with) {
    const bool text_key = key < Key::F1;
    return !(editing() && text_key) && take_from(input_.presses, key, with);
}

bool Ui::take_while_editing(Key key, Modifiers with) { return take_from(input_.presses, key, with); }

bool Ui::is_down(Key key) const { return std::find(input_.down.begin(), input_.down.end(), key) != input_.down.end(); }

ShownWidget& Ui::record(ShownWidget seen) {
    const ImVec2 from = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 to = ImGui::GetWindowDrawList()->GetClipRectMax();
    seen.visible = seen.rect.meet({from.x, from.y, to.x - from.x, to.y - from.y});
    if (!scrolls_.empty()) seen.scroll_key = scrolls_.back();
    seen.focused = focus_.on(seen.key);
    seen.above = above_;
    seen_.push_back(std::move(seen));
    return seen_.back();
}

void Ui::refuse(std::string_view key, std::string_view why, Rect rect) {
    if (why.empty()) return;
    refusal_ = RefusedTap{std::string(key), std::string(why), rect, now_};
}

void Ui::draw_refusal() {
    if (!refusal_) return;
    wake_at(refusal_->at_ms + refusal_shown_ms);
    const Metrics& m = metrics();
    const Rect window = area();
    const float pad = m.gap(Gap::Snug);
    const float widest = std::min(m.px(440), window.w - 4 * pad);
    const TextBlock block = lay_out(fonts(), Type::Body, refusal_->why, widest - 2 * pad - m.with_type(34));
    Rect bubble{0, 0, block.width + 2 * pad + m.with_type(34), block.height + 2 * pad};
    bubble.x = std::clamp(refusal_->rect.centre().x - bubble.w / 2, pad, std::max(pad, window.w - bubble.w - pad));
    const float above = refusal_->rect.y - bubble.h - m.gap(Gap::Tight);
    bubble.y = above > pad ? above : refusal_->rect.bottom() + m.gap(Gap::Tight);
    bubble.y = std::clamp(bubble.y, pad, std::max(pad, window.h - bubble.h - pad));

    painter_.above();
    painter_.shadow(bubble, m.small_radius());
    painter_.fill(bubble, colours().attention.ground, m.small_radius());
    painter_.outline(bubble, colours().attention_edge, m.px(2), m.small_radius());
    painter_.icon({bubble.x + pad + m.with_type(10), bubble.centre().y}, Icon::Notice, colours().attention.ink);
    painter_.text({bubble.x + pad + m.with_type(34), bubble.y + pad, block.width, block.height}, block,
                  colours().attention.ink);
    painter_.below();
    ShownWidget& seen = record({.key = "refusal", .kind = Kind::Hint, .rect = bubble, .label = refusal_->why});
    seen.ink = colours().attention.ink;
    seen.ground = colours().attention.ground;
    seen.contrast_asked = 7;
    seen.text_fits = !block.word_broken;
}

}  // namespace hamer::ui
