#include "ui/toolkit/theme/palette.h"

namespace hamer::ui {
namespace {

constexpr double text_contrast = 7.0;
constexpr double words_contrast = 10.0;
constexpr double edge_contrast = 3.0;

Palette light() {
    Palette p;
    p.face = Face::Light;
    p.ground = rgb(0xE9EDF2);
    p.surface = rgb(0xFFFFFF);
    p.raised = rgb(0xF4F6F9);
    p.line = rgb(0xD5DCE5);
    p.edge = rgb(0x6F7F92);
    p.ink = rgb(0x101B2A);
    p.ink_soft = rgb(0x3B4858);
    p.accent = {rgb(0xFFFFFF), rgb(0x0C4A86)};
    p.hero = p.accent;
    p.accent_soft = {rgb(0x0A3A6B), rgb(0xE0ECF8)};
    p.danger = {rgb(0xFFFFFF), rgb(0xA80F1D)};
    p.danger_soft = {rgb(0x850914), rgb(0xFCE8E9)};
    p.attention = {rgb(0x5E3600), rgb(0xFFEFCF)};
    p.words = {rgb(0x0B1420), rgb(0xFBF8F1)};
    p.drill = {rgb(0xFFFFFF), rgb(0x5B2A86)};
    p.danger_edge = rgb(0xB3202D);
    p.attention_edge = rgb(0xA66A00);
    p.accent_edge = rgb(0x0C4A86);
    p.focus = rgb(0x1A73D9);
    p.selection = rgb(0xC4DCF5);
    return p;
}

Palette dark() {
    Palette p;
    p.face = Face::Dark;
    p.ground = rgb(0x0C1219);
    p.surface = rgb(0x151E28);
    p.raised = rgb(0x1E2935);
    p.line = rgb(0x2C3947);
    p.edge = rgb(0x7E8EA1);
    p.ink = rgb(0xF1F5F9);
    p.ink_soft = rgb(0xBAC6D3);
    p.accent = {rgb(0x04182D), rgb(0x8FC4F8)};
    p.hero = {rgb(0xFFFFFF), rgb(0x154B80)};
    p.accent_soft = {rgb(0xCFE5FB), rgb(0x1B3A5A)};
    p.danger = {rgb(0xFFFFFF), rgb(0xAA1220)};
    p.danger_soft = {rgb(0xFFD3D3), rgb(0x43151B)};
    p.attention = {rgb(0xFFE3AE), rgb(0x3C2B0C)};
    p.words = {rgb(0xFFFDF7), rgb(0x1A2430)};
    p.drill = {rgb(0xFFFFFF), rgb(0x6A35A0)};
    p.danger_edge = rgb(0xF0727C);
    p.attention_edge = rgb(0xD9A23B);
    p.accent_edge = rgb(0x8FC4F8);
    p.focus = rgb(0x6DB3FF);
    p.selection = rgb(0x2A5079);
    return p;
}

}  // namespace

const Palette& palette(Face face) {
    static const Palette light_face = light();
    static const Palette dark_face = dark();
    return face == Face::Light ? light_face : dark_face;
}

Pair soft(const Palette& colours, Intent intent) {
    switch (intent) {
        case Intent::Calm:
            return {colours.ink_soft, colours.raised};
        case Intent::Normal:
            return {colours.ink, colours.raised};
        case Intent::Accent:
            return colours.accent_soft;
        case Intent::Attention:
            return colours.attention;
        case Intent::Danger:
            return colours.danger_soft;
    }
    return {colours.ink, colours.raised};
}

Color edge(const Palette& colours, Intent intent) {
    switch (intent) {
        case Intent::Calm:
            return colours.line;
        case Intent::Normal:
            return colours.edge;
        case Intent::Accent:
            return colours.accent_edge;
        case Intent::Attention:
            return colours.attention_edge;
        case Intent::Danger:
            return colours.danger_edge;
    }
    return colours.edge;
}

std::vector<NamedPair> text_pairs(const Palette& c) {
    return {
        {"ink on ground", {c.ink, c.ground}, text_contrast},
        {"ink on surface", {c.ink, c.surface}, text_contrast},
        {"ink on raised", {c.ink, c.raised}, text_contrast},
        {"soft ink on ground", {c.ink_soft, c.ground}, text_contrast},
        {"soft ink on surface", {c.ink_soft, c.surface}, text_contrast},
        {"soft ink on raised", {c.ink_soft, c.raised}, text_contrast},
        {"ink on selection", {c.ink, c.selection}, text_contrast},
        {"accent", c.accent, text_contrast},
        {"hero", c.hero, text_contrast},
        {"soft accent", c.accent_soft, text_contrast},
        {"soft accent ink on surface", {c.accent_soft.ink, c.surface}, text_contrast},
        {"soft accent ink on ground", {c.accent_soft.ink, c.ground}, text_contrast},
        {"danger", c.danger, text_contrast},
        {"soft danger", c.danger_soft, text_contrast},
        {"soft danger ink on surface", {c.danger_soft.ink, c.surface}, text_contrast},
        {"attention", c.attention, text_contrast},
        {"drill", c.drill, text_contrast},
        {"words to say", c.words, words_contrast},
        {"label of the words", {c.accent_soft.ink, c.words.ground}, text_contrast},
    };
}

std::vector<NamedPair> edge_pairs(const Palette& c) {
    return {
        {"edge on surface", {c.edge, c.surface}, edge_contrast},
        {"edge on ground", {c.edge, c.ground}, edge_contrast},
        {"edge on raised", {c.edge, c.raised}, edge_contrast},
        {"accent edge on surface", {c.accent_edge, c.surface}, edge_contrast},
        {"danger edge on surface", {c.danger_edge, c.surface}, edge_contrast},
        {"danger edge on its ground", {c.danger_edge, c.danger_soft.ground}, edge_contrast},
        {"attention edge on its ground", {c.attention_edge, c.attention.ground}, edge_contrast},
        {"focus on surface", {c.focus, c.surface}, edge_contrast},
        {"focus on ground", {c.focus, c.ground}, edge_contrast},
        {"accent button on surface", {c.accent.ground, c.surface}, edge_contrast},
    };
}

}  // namespace hamer::ui
