// A view's button as one of the quiet row.
#pragma once

#include "base/text.h"
#include "ui/meeting/button_view.h"
#include "ui/toolkit/widgets/button.h"

namespace hamer::ui {

constexpr int hold_ms = 800;  // long enough never to happen by chance, and short enough to do under pressure

[[nodiscard]] inline std::string_view hold_hint(const ButtonView& view, const Say& say) {
    if (!view.hold_hint.empty()) return view.hold_hint;
    return say("Houd deze knop ingedrukt.", "Press and hold this button.");
}

[[nodiscard]] inline QuietButton quiet_from(const ButtonView& view, const Say& say) {
    return {.key = view.key,
            .label = view.label,
            .shortcut = view.letter,
            .hold_ms = view.hold ? hold_ms : 0,
            .hold_hint = hold_hint(view, say)};
}

// Not guarded: it records nothing.
[[nodiscard]] inline QuietButton dossier_button(const ButtonView& view, const Say& say) {
    QuietButton button = quiet_from(view, say);
    button.icon = Icon::Folder;
    button.guarded = false;
    return button;
}

}  // namespace hamer::ui
