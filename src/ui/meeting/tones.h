// The view's values as the widgets' own.
#pragma once

#include "procedure/event.h"
#include "ui/meeting/trail_view.h"
#include "ui/toolkit/theme/palette.h"
#include "ui/toolkit/widgets/card.h"

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

[[nodiscard]] constexpr Mark mark_of(Progress progress) {
    switch (progress) {
        case Progress::Ahead:
            return Mark::Ahead;
        case Progress::Now:
            return Mark::Now;
        case Progress::Done:
            return Mark::Done;
        case Progress::Skipped:
            return Mark::Skipped;
        case Progress::Rule:
        case Progress::NotApplicable:
            return Mark::NotApplicable;
    }
    return Mark::Ahead;
}

// A big button is an accent or a danger; nothing else.
[[nodiscard]] constexpr Tone button_tone(hamer::Tone tone) {
    return tone == hamer::Tone::Danger ? Tone::Danger : Tone::Accent;
}

}  // namespace hamer::ui
