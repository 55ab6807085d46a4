// The procedure's tones as the theme's.
#pragma once

#include "procedure/event.h"
#include "ui/theme/palette.h"

namespace hamer::ui {

[[nodiscard]] constexpr Tone tone_of(hamer::Tone tone) {
    switch (tone) {
        case hamer::Tone::Calm:
            return Tone::Calm;
        case hamer::Tone::Normal:
            return Tone::Normal;
        case hamer::Tone::Primary:
            return Tone::Accent;
        case hamer::Tone::Attention:
            return Tone::Attention;
        case hamer::Tone::Danger:
            return Tone::Danger;
    }
    return Tone::Normal;
}

// A big button is an accent or a danger; nothing else.
[[nodiscard]] constexpr Tone button_tone(hamer::Tone tone) {
    return tone == hamer::Tone::Danger ? Tone::Danger : Tone::Accent;
}

}  // namespace hamer::ui
