#include "ui/toolkit/widgets/floating.h"

#include <imgui.h>
#include <string>

namespace hamer::ui {

Floating::Floating(Ui& ui, std::string_view key, Rect rect) : ui_(ui) {
    ui.float_above(true);
    // Room for its shadow.
    const Rect outer = rect.inset(-ui.metrics().gap(Gap::Tight));
    ImGui::SetCursorScreenPos(ImVec2(outer.x, outer.y));
    ImGui::BeginChild(std::string(key).c_str(), ImVec2(outer.w, outer.h), false,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                          ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoSavedSettings);
    ui.paint().shadow(rect, ui.metrics().small_radius());
}

Floating::~Floating() {
    ImGui::EndChild();
    ui_.float_above(false);
}

}  // namespace hamer::ui
