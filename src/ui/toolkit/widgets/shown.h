// What was drawn in a frame, in order: tests find, click and judge widgets by it, and the keyboard walks along it.
#pragma once

#include "ui/toolkit/theme/color.h"
#include "ui/toolkit/theme/metrics.h"
#include "ui/toolkit/widgets/rect.h"

#include <string>
#include <vector>

namespace hamer::ui {

enum class Kind {
    Text,     // words on the screen
    Words,    // words to say
    Panel,    // a piece of ground
    Button,   // a large button
    Control,  // a small button, chip, toggle, segment
    Field,    // takes text
    Choice,   // one tab stop, arrows choose among its segments
    List,     // one tab stop, arrows choose among its rows
    Row,      // of a list
    Scroll,   // an area that scrolls
    Hint,     // lies over other things for a moment
};

struct ShownWidget {
    std::string key{};  // may be empty for Text
    Kind kind = Kind::Text;
    Rect rect{};     // where it lies, also where it is scrolled out of sight
    Rect visible{};  // the part that shows
    std::string label{};
    std::string detail{};      // the smaller words below its label
    std::string why{};         // of a control that cannot be used
    std::string scroll_key{};  // the area that it scrolls with; empty: fixed
    Color ink{};
    Color ground{};             // behind the ink
    double contrast_asked = 0;  // 0: nothing to read
    float height_asked = 0;     // pixels; 0: no demand
    bool enabled = true;
    bool stop = false;  // the keyboard can come here
    bool focused = false;
    bool text_fits = true;  // every word of it is within the widget
    bool danger = false;
    bool filled = false;
    bool guarded = false;  // takes no tap just now
    bool above = false;    // lies over what was drawn before it (floating.h)
    bool on = false;       // of a toggle, segment or selected row
    char shortcut = 0;
};

// For a widget that acts when touched.
[[nodiscard]] inline bool acts(const ShownWidget& seen) {
    return seen.kind == Kind::Button || seen.kind == Kind::Control || seen.kind == Kind::Field;
}

}  // namespace hamer::ui
