// One frame of the user interface, and what is kept between frames: the clock's value, the keyboard's place, the guard
// against double taps, and the list of everything drawn. No globals; a program may have several.
//
// A host (Stage) calls begin and end; in between, screens call the widgets with this. Time comes in with `begin`; a
// widget that wants to be drawn again without input says so with `wake_at`. Call from one thread.
#pragma once

#include "platform/clipboard.h"
#include "ui/toolkit/theme/theme.h"
#include "ui/toolkit/widgets/focus.h"
#include "ui/toolkit/widgets/input.h"
#include "ui/toolkit/widgets/painter.h"
#include "ui/toolkit/widgets/shown.h"

#include <algorithm>
#include <any>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

// A tap that could not be taken, said in words where the finger was.
struct RefusedTap {
    std::string key;
    std::string why;
    Rect rect;
    std::int64_t at_ms = 0;
};

class Ui {
  public:
    explicit Ui(Theme& theme);

    // For the host.
    void use(Clipboard& clipboard) { clipboard_ = &clipboard; }  // it outlives this
    void begin(std::int64_t now_ms, Input input);
    void end();
    [[nodiscard]] std::optional<std::int64_t> wake() const { return wake_; }  // the next frame wanted without input
    [[nodiscard]] const std::optional<Look>& wished_look() const { return wished_look_; }

    [[nodiscard]] bool wished_full_screen() const { return wished_full_screen_; }
    [[nodiscard]] bool wished_screen_on() const { return wished_screen_on_; }

    // For screens.
    [[nodiscard]] std::int64_t now() const { return now_; }
    [[nodiscard]] Rect area() const;  // the whole window
    [[nodiscard]] const Palette& colours() const { return theme_.colours(); }
    [[nodiscard]] const Metrics& metrics() const { return theme_.metrics(); }
    [[nodiscard]] const Look& look() const { return theme_.look(); }
    void wish_look(Look look) { wished_look_ = look; }       // from the next frame
    void wish_full_screen() { wished_full_screen_ = true; }  // or back from it
    void wish_screen_on() { wished_screen_on_ = true; }      // until a frame is drawn without this wish
    void wake_at(std::int64_t ms);
    void copy(const std::string& text) { clipboard_->put(text); }
    // Until then no guarded widget takes a tap, nor one whose touch began before. Never shortens a running guard.
    void guard_until(std::int64_t ms);
    [[nodiscard]] bool guarded() const { return now_ < guard_until_; }
    [[nodiscard]] double guard_share() const;  // how much of the guard has passed, 0 to 1
    void focus(std::string_view key);          // puts the keyboard there; a field starts to take text
    [[nodiscard]] const std::string& focused() const { return focus_.key(); }
    [[nodiscard]] bool editing() const { return !editing_.empty(); }
    // A key pressed in this frame that nobody took; takes it. Never one that belongs to the text being edited.
    bool take(Key key, Modifiers with = {});
    [[nodiscard]] const std::optional<RefusedTap>& refusal() const { return refusal_; }
    [[nodiscard]] const std::vector<ShownWidget>& shown() const { return seen_; }

    // For widgets.
    [[nodiscard]] Painter& paint() { return painter_; }
    [[nodiscard]] Fonts& fonts() { return theme_.fonts(); }
    [[nodiscard]] Theme& theme() { return theme_; }
    ShownWidget& record(
        ShownWidget seen);  // fills in what it shows, its scroll area and focus; gives it back to be completed
    [[nodiscard]] ShownWidget& last_of(std::size_t index) { return seen_[index]; }
    [[nodiscard]] Focus& keyboard() { return focus_; }
    [[nodiscard]] Input& input() { return input_; }
    [[nodiscard]] Clipboard& clipboard() { return *clipboard_; }
    [[nodiscard]] bool edits(std::string_view key) const { return !key.empty() && editing_ == key; }
    void edit(std::string_view key) { editing_ = key; }
    void stop_editing() { editing_.clear(); }
    bool take_edit_wish(std::string_view key);  // the keyboard was put on this field since it was last drawn
    bool take_while_editing(Key key, Modifiers with);
    [[nodiscard]] bool is_down(Key key) const;
    void refuse(std::string_view key, std::string_view why, Rect rect);
    [[nodiscard]] bool pointer_down() const { return pointer_down_; }
    [[nodiscard]] Point pointer() const { return pointer_; }
    [[nodiscard]] Point pressed_at() const { return pressed_at_; }
    [[nodiscard]] std::int64_t pressed_ms() const { return pressed_ms_; }
    [[nodiscard]] std::int64_t guard_end() const { return guard_until_; }
    // The finger moves a scroll area: until it is lifted nothing under it is tapped.
    [[nodiscard]] bool dragging() const { return dragging_; }
    void drag() { dragging_ = true; }
    [[nodiscard]] const std::string& reveal() const { return reveal_; }  // a stop to bring into view; may be empty
    void enter_scroll(std::string_view key) { scrolls_.emplace_back(key); }
    void leave_scroll() { scrolls_.pop_back(); }
    void float_above(bool above) { above_ = above; }

    // What a widget keeps from frame to frame under its key.
    template <typename Kept>
    [[nodiscard]] Kept& memory(std::string_view key) {
        auto found = memory_.find(key);
        if (found == memory_.end()) found = memory_.emplace(std::string(key), Kept{}).first;
        if (std::any_cast<Kept>(&found->second) == nullptr) found->second = Kept{};
        return *std::any_cast<Kept>(&found->second);
    }

  private:
    void read_pointer();
    void read_walk();
    void draw_refusal();

    Theme& theme_;
    OwnClipboard own_clipboard_;
    Clipboard* clipboard_ = &own_clipboard_;
    Painter painter_;
    Focus focus_;
    Input input_;
    std::int64_t now_ = 0;
    std::int64_t guard_from_ = 0;
    std::int64_t guard_until_ = 0;
    std::optional<std::int64_t> wake_;
    std::optional<Look> wished_look_;
    bool wished_full_screen_ = false;
    bool wished_screen_on_ = false;
    std::optional<RefusedTap> refusal_;
    std::vector<ShownWidget> seen_;
    std::vector<ShownWidget> before_;  // of the last frame
    std::vector<std::string> scrolls_;
    std::string editing_;
    std::string edit_wish_;
    std::string reveal_;
    int reveal_frames_ = 0;
    std::map<std::string, std::any, std::less<>> memory_;
    Point pointer_;
    Point pressed_at_;
    std::int64_t pressed_ms_ = 0;
    bool pointer_down_ = false;
    bool dragging_ = false;
    bool above_ = false;
};

// While it lives all type, and what follows its size, is drawn so much smaller than it was.
class SmallerType {
  public:
    SmallerType(Ui& ui, float share) : theme_(ui.theme()), before_(ui.metrics().type_share()) {
        theme_.shrink_type_to(before_ * share);
    }
    ~SmallerType() { theme_.shrink_type_to(before_); }
    SmallerType(const SmallerType&) = delete;
    SmallerType& operator=(const SmallerType&) = delete;

  private:
    Theme& theme_;
    float before_;
};

// The smallest that type may become where it does not fit, as a share of what it is now: four fifths of its size at
// 100%.
[[nodiscard]] inline float smallest_type(const Ui& ui) {
    return std::clamp(0.8F / (ui.look().text_size * ui.metrics().type_share()), 0.5F, 1.0F);
}

// The largest type in which `fits` says that the words fit; the smallest where none does.
template <typename Fits>
[[nodiscard]] float largest_type(Ui& ui, Fits fits) {
    const float least = smallest_type(ui);
    for (float share = 1; share > least; share -= 0.07F) {
        const SmallerType smaller(ui, share);
        if (fits()) return share;
    }
    return least;
}

}  // namespace hamer::ui
