// The colours of one face of the theme, by what they are for.
//
// One accent. Red only for danger. Amber for what waits for attention. Every ink on its ground has at least 7:1,
// the words to say 10:1, outlines of controls 3:1; tests/ui computes all of it from `text_pairs` and `edge_pairs`.
#pragma once

#include "ui/toolkit/theme/color.h"

#include <string_view>
#include <vector>

namespace hamer::ui {

enum class Face { Light, Dark };

// What a thing says with its colour; always said in words as well.
enum class Intent { Calm, Normal, Accent, Attention, Danger };

struct Pair {
    Color ink;
    Color ground;
};

struct Palette {
    Face face = Face::Light;

    Color ground;   // behind everything
    Color surface;  // panels
    Color raised;   // controls and insets on a panel
    Color line;     // hairlines between things; decoration only
    Color edge;     // outlines of controls
    Color ink;
    Color ink_soft;

    Pair accent;       // the one filled button
    Pair hero;         // the one huge button of the idle screen
    Pair accent_soft;  // selected, marked
    Pair danger;
    Pair danger_soft;
    Pair attention;
    Pair words;  // what the chair says aloud
    Pair drill;  // the band that tells a drill from the real thing
    Color danger_edge;
    Color attention_edge;
    Color accent_edge;
    Color focus;  // the ring around what the keyboard acts on
    Color selection;
};

[[nodiscard]] const Palette& palette(Face face);

// A soft ground with its ink for a fact or a banner of this intent.
[[nodiscard]] Pair soft(const Palette& colours, Intent intent);
[[nodiscard]] Color edge(const Palette& colours, Intent intent);

struct NamedPair {
    std::string_view name;
    Pair pair;
    double least;  // contrast asked
};
// Every combination of ink and ground that the widgets use, and every outline on what it lies on.
[[nodiscard]] std::vector<NamedPair> text_pairs(const Palette& colours);
[[nodiscard]] std::vector<NamedPair> edge_pairs(const Palette& colours);

}  // namespace hamer::ui
