#include "ui/toolkit/theme/theme.h"

#include <imgui.h>

namespace hamer::ui {
namespace {

ImVec4 vec(Color color) {
    return ImVec4(static_cast<float>(color.r) / 255, static_cast<float>(color.g) / 255,
                  static_cast<float>(color.b) / 255, 1);
}

const ImVec4 clear(0, 0, 0, 0);

}  // namespace

Theme::Theme(Display display, Look look)
    : look_(look), metrics_(display, look.text_size), fonts_(metrics_.type_scale(), metrics_.large_words()) {}

bool Theme::adopt(Display display, Look look) {
    look_ = look;
    metrics_ = Metrics(display, look.text_size);
    return fonts_.refresh(metrics_.type_scale(), metrics_.large_words());
}

void Theme::shrink_type_to(float share) {
    metrics_.shrink_type_to(share);
    fonts_.shrink_to(share);
}

void Theme::style() const {
    const Palette& c = colours();
    ImGuiStyle style;
    for (ImVec4& color : style.Colors) color = vec(c.raised);  // nothing keeps a stock colour
    style.Colors[ImGuiCol_Text] = vec(c.ink);
    style.Colors[ImGuiCol_TextDisabled] = vec(c.ink_soft);
    style.Colors[ImGuiCol_WindowBg] = clear;
    style.Colors[ImGuiCol_ChildBg] = clear;
    style.Colors[ImGuiCol_Border] = clear;
    style.Colors[ImGuiCol_BorderShadow] = clear;
    style.Colors[ImGuiCol_ScrollbarBg] = clear;
    style.Colors[ImGuiCol_ScrollbarGrab] = vec(mix(c.edge, c.surface, 0.45));
    style.Colors[ImGuiCol_ScrollbarGrabHovered] = vec(c.edge);
    style.Colors[ImGuiCol_ScrollbarGrabActive] = vec(c.accent_edge);
    style.WindowPadding = ImVec2(0, 0);
    style.WindowBorderSize = 0;
    style.WindowMinSize = ImVec2(1, 1);
    style.WindowRounding = 0;
    style.ChildBorderSize = 0;
    style.FramePadding = ImVec2(0, 0);
    style.ItemSpacing = ImVec2(0, 0);
    style.ScrollbarSize = metrics_.px(11);
    style.ScrollbarRounding = metrics_.px(3);
    style.GrabMinSize = metrics_.px(48);
    style.AntiAliasedLines = true;
    style.AntiAliasedFill = true;
    style.CircleTessellationMaxError = 0.15F;
    ImGui::GetStyle() = style;
}

}  // namespace hamer::ui
