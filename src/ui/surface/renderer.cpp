#include "ui/surface/renderer.h"

#include <GL/gl.h>
#include <backends/imgui_impl_opengl3.h>
#include <cmath>
#include <imgui.h>

namespace hamer::ui {

namespace {

// A tap, what it did, and what that brings with it; a screen that is never content is seen all the same.
constexpr int most_passed_over = 3;

// Lets the frame draw in `part`, of whole pixels, alone. ImGui's renderer cuts its rectangles off to whole pixels, each
// side in its own way; that goes first, so that each pixel is drawn as it would be without.
void keep_to(const Rect& part, ImDrawData& drawn) {
    const float height = drawn.DisplaySize.y;
    for (int i = 0; i < drawn.CmdListsCount; ++i) {
        for (ImDrawCmd& call : drawn.CmdLists[i]->CmdBuffer) {
            const ImVec4 clip = call.ClipRect;
            const float left = std::trunc(clip.x), wide = std::trunc(clip.z - clip.x);
            const float below = std::trunc(height - clip.w), high = std::trunc(clip.w - clip.y);
            const Rect shown = part.meet({left, height - below - high, wide, high});
            call.ClipRect = ImVec4(shown.x, shown.y, shown.right(), shown.bottom());
        }
    }
}

}  // namespace

Renderer::Renderer(Stage& stage) : stage_(stage) {
    ImGui::SetCurrentContext(stage_.context());
    ImGui_ImplOpenGL3_Init("#version 150");
}

Renderer::~Renderer() {
    ImGui::SetCurrentContext(stage_.context());
    ImGui_ImplOpenGL3_Shutdown();
}

void Renderer::ready([[maybe_unused]] const Stage& stage) {
#if IMGUI_VERSION_NUM < 19200
    // As it will be uploaded.
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    stage.theme().fonts().atlas()->GetTexDataAsRGBA32(&pixels, &width, &height);
#endif
}

// A frame up to what it will draw.
void Renderer::make(std::int64_t now_ms, const Draw& draw) {
    stage_.prepare();
#if IMGUI_VERSION_NUM < 19200
    const unsigned version = stage_.theme().fonts().version();
    if (uploaded_ != 0 && uploaded_ != version) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
        damage_.forget();
    }
    uploaded_ = version;
#endif
    ImGui_ImplOpenGL3_NewFrame();
    stage_.frame(now_ms, draw);
}

bool Renderer::frame(const std::function<std::int64_t()>& now_ms, const Draw& draw, Under under) {
    ImGui::SetCurrentContext(stage_.context());
    make(now_ms(), draw);
    for (int passed_over = 0; stage_.outdated() && passed_over < most_passed_over; ++passed_over) make(now_ms(), draw);
    const Color ground = stage_.theme().colours().ground;
    if (ground_ != ground) damage_.forget();
    ground_ = ground;
    ImDrawData& drawn = *stage_.drawn();
    Rect part = damage_.since_last(drawn);
    if (under == Under::Nothing) part = {0, 0, drawn.DisplaySize.x, drawn.DisplaySize.y};
    if (part.empty()) return false;
    if (part.w < drawn.DisplaySize.x || part.h < drawn.DisplaySize.y) keep_to(part, drawn);
    const int height = static_cast<int>(stage_.display().height);
    glViewport(0, 0, static_cast<int>(stage_.display().width), height);
    glEnable(GL_SCISSOR_TEST);
    glScissor(static_cast<int>(part.x), height - static_cast<int>(part.bottom()), static_cast<int>(part.w),
              static_cast<int>(part.h));
    glClearColor(static_cast<float>(ground.r) / 255, static_cast<float>(ground.g) / 255,
                 static_cast<float>(ground.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_SCISSOR_TEST);
    ImGui_ImplOpenGL3_RenderDrawData(&drawn);
    return true;
}

}  // namespace hamer::ui
