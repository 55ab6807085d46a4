// Breaking a text into lines.
//
// Breaks at spaces and at soft hyphens (U+00AD, which then show as a hyphen); a newline always breaks; a no-break space
// never does. Only a word that is wider than the whole line is broken elsewhere, and that is told: such a text needs a
// soft hyphen or more room.
#pragma once

#include "ui/toolkit/theme/fonts.h"

#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

struct Line {
    std::string text;
    float width = 0;
};

struct TextBlock {
    std::vector<Line> lines;
    float width = 0;  // of the widest line
    float height = 0;
    float line = 0;  // from one line's top to the next
    TypeFace face;
    bool word_broken = false;
};

enum class Breaking {
    Full,
    Balanced,  // lines of about one length, for labels
    Spoken,    // each sentence on lines of its own where that costs one line at most, for what is read aloud
};

// `leading` is the distance between lines as a share of the font's own.
[[nodiscard]] TextBlock lay_out(Fonts& fonts, Type type, std::string_view text, float width,
                                Breaking breaking = Breaking::Full, float leading = 1.0F);
[[nodiscard]] float text_width(Fonts& fonts, Type type, std::string_view text);

// Without the soft hyphens.
[[nodiscard]] std::string shown(std::string_view text);

}  // namespace hamer::ui
