// Sizes in pixels, from millimetres, the monitor and what the user asked for.
//
// Fingers need millimetres: controls follow the monitor's real pixels per inch and never shrink. Words need pixels:
// type and space follow the desktop's scale, grow with a roomy window, and type grows with the user's text size too.
#pragma once

namespace hamer::ui {

enum class Face;

// Where the program is shown.
struct Display {
    float width = 1280;  // pixels
    float height = 800;
    float dpi = 120;          // the monitor's real pixels per inch
    float content_scale = 1;  // the desktop's own enlargement, 2 for 200%

    bool operator==(const Display&) const = default;
};

// What the user chose.
struct Look {
    Face face{};
    float text_size = 1;  // 1 to 2
    bool motion = true;   // false: nothing moves or fades

    bool operator==(const Look&) const = default;
};

// The pixels per inch to count with: the measured ones where they are believable (60 to 600), else 96 times the scale.
[[nodiscard]] float believable_dpi(float pixels, float millimetres, float content_scale);

enum class Type { Small, Body, Strong, Note, Label, Title, Words, WordsLarge, Display, Icon, IconLarge };
constexpr int type_count = 11;

enum class Gap { Hair = 4, Tight = 8, Snug = 12, Normal = 16, Wide = 24, Broad = 32, Vast = 48 };

class Metrics {
  public:
    Metrics() : Metrics(Display{}, 1.0F) {}
    Metrics(Display display, float text_size);

    [[nodiscard]] const Display& display() const { return display_; }
    [[nodiscard]] bool portrait() const { return display_.height > display_.width; }

    // The words are so large for this window that the card needs nearly all of it: what is else to be seen and done
    // stands below the card's words and behind one button.
    [[nodiscard]] bool compact() const {
        const float longer = display_.width > display_.height ? display_.width : display_.height;
        const float shorter = display_.width > display_.height ? display_.height : display_.width;
        return longer < 1020 * type_scale_ || shorter < 636 * type_scale_;
    }

    [[nodiscard]] float mm(float millimetres) const;  // rounded up: never smaller than asked
    [[nodiscard]] float in_mm(float pixels) const;    // the reverse, exact
    [[nodiscard]] float main_button() const { return mm(20); }
    [[nodiscard]] float control() const { return mm(12); }
    [[nodiscard]] float danger_gap() const { return mm(8); }

    [[nodiscard]] float gap(Gap gap) const;
    [[nodiscard]] float px(float at_scale_one) const;            // any other length of the design, whole pixels
    [[nodiscard]] float with_type(float at_scale_one) const;     // as px, and grows with the user's text size: icons
    [[nodiscard]] float radius() const { return px(14); }        // panels
    [[nodiscard]] float small_radius() const { return px(10); }  // controls
    [[nodiscard]] float type_px(Type type) const;                // em size

    // While words are drawn smaller than asked, as they do not fit (ui.h, SmallerType): what follows the type follows
    // it.
    void shrink_type_to(float share) { type_share_ = share; }
    [[nodiscard]] float type_share() const { return type_share_; }
    // How much larger the largest words to say are than their usual size: where the screen has room for them.
    [[nodiscard]] float large_words() const { return roomy_ ? 1.6F : 1.0F; }
    // What the type is enlarged by; a change asks for new glyphs.
    [[nodiscard]] float type_scale() const { return type_scale_; }
    [[nodiscard]] float scale() const { return scale_; }

  private:
    Display display_;
    float scale_ = 1;
    float type_scale_ = 1;
    float type_share_ = 1;
    bool roomy_ = false;
};

// Em size at scale one.
[[nodiscard]] float type_size(Type type);

}  // namespace hamer::ui
