// The view's values as the widgets' own.
#pragma once

#include "procedure/event.h"
#include "ui/meeting/trail_view.h"
#include "ui/toolkit/theme/palette.h"
#include "ui/toolkit/widgets/card.h"

namespace hamer::ui {

[[nodiscard]] constexpr Intent intent_of(Tone tone) {
    switch (tone) {
        case Tone::Calm:
            return Intent::Calm;
        case Tone::Normal:
            return Intent::Normal;
        case Tone::Primary:
            return Intent::Accent;
        case Tone::Attention:
            return Intent::Attention;
        case Tone::Danger:
            return Intent::Danger;
    }
    return Intent::Normal;
}

[[nodiscard]] constexpr Mark mark_of(TrailProgress progress) {
    switch (progress) {
        case TrailProgress::Ahead:
            return Mark::Ahead;
        case TrailProgress::Now:
            return Mark::Now;
        case TrailProgress::Done:
            return Mark::Done;
        case TrailProgress::Skipped:
            return Mark::Skipped;
        case TrailProgress::Rule:
        case TrailProgress::NotApplicable:
            return Mark::NotApplicable;
    }
    return Mark::Ahead;
}

// A big button is an accent or a danger; nothing else.
[[nodiscard]] constexpr Intent button_intent(Tone tone) {
    return tone == Tone::Danger ? Intent::Danger : Intent::Accent;
}

}  // namespace hamer::ui
