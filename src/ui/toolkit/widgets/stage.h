// Where a user interface plays: an ImGui context with its theme and frames, without a display. A window, a picture and
// the test driver each have one, and feed it the same input.
//
// Input is queued and consumed so that no tap is lost: at most one button or key goes down or up in a frame. Several
// stages may live side by side; each makes its own context current for the length of a call.
#pragma once

#include "ui/toolkit/widgets/ui.h"

#include <cfloat>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>

struct ImGuiContext;
struct ImDrawData;

namespace hamer::ui {

using Draw = std::function<void(Ui&)>;

class Stage {
  public:
    Stage(Display display, Look look);
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    void use(Clipboard& clipboard) { ui_.use(clipboard); }  // it outlives this; without one, its own

    // Input, in the order in which it happened. Positions in pixels of the display.
    void pointer_to(Point at);
    void pointer_press(bool down);
    void wheel(float steps);
    void key(Key key, bool down, Modifiers with = {}, Press press = Press::First);
    void typed(char32_t character);
    void dropped(std::vector<std::string> files);  // onto the window, by their paths
    // The window lost the keyboard: every key and button is up, and what was being pressed is not tapped. The pointer
    // stays where it is, as no system says so again when the window gets the keyboard back.
    void input_lost();
    // True while input waits for the next frame.
    [[nodiscard]] bool pending() const { return !queue_.empty(); }

    void resize(Display display) { display_ = display; }
    void set_look(Look look) { look_ = look; }
    [[nodiscard]] const Look& look() const { return look_; }
    [[nodiscard]] const Display& display() const { return display_; }

    // Takes up a new size, look or glyphs. A renderer calls it before each frame, and uploads the atlas again when
    // theme().fonts().version() is another than before.
    void prepare();
    // One frame, prepared if it was not. Afterwards `drawn` is what a renderer needs.
    void frame(std::int64_t now_ms, const Draw& draw);
    [[nodiscard]] ImDrawData* drawn() const;
    [[nodiscard]] const Ui& ui() const { return ui_; }
    [[nodiscard]] const Theme& theme() const { return theme_; }
    [[nodiscard]] ImGuiContext* context() const { return context_; }
    // When to draw again without input: a wish of the last frame, or at once to show what it changed.
    [[nodiscard]] std::optional<std::int64_t> wake() const;
    // The last frame does not show any more what there is: input waits, or a screen asked for the next one at once.
    [[nodiscard]] bool outdated() const;

  private:
    struct PointerTo {
        Point at;
    };
    struct PointerPress {
        bool down;
    };
    struct Wheel {
        float steps;
    };
    struct Dropped {
        std::vector<std::string> files;
    };
    struct KeyChange {
        KeyPress press;
        bool down;
    };
    struct Typed {
        char32_t character;
    };
    using Event = std::variant<PointerTo, PointerPress, Wheel, KeyChange, Typed, Dropped>;

    Input next_input();

    Display display_;
    Look look_;
    Theme theme_;
    ImGuiContext* context_;
    Ui ui_;
    std::deque<Event> queue_;
    std::vector<Key> down_;
    Point pointer_{-FLT_MAX, -FLT_MAX};  // nowhere, before it was seen
    std::int64_t last_ms_ = 0;
};

}  // namespace hamer::ui
