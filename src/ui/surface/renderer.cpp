#include "ui/surface/renderer.h"

#include <GL/gl.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace hamer::ui {

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

void Renderer::frame(std::int64_t now_ms, const Draw& draw) {
    ImGui::SetCurrentContext(stage_.context());
    stage_.prepare();
#if IMGUI_VERSION_NUM < 19200
    const unsigned version = stage_.theme().fonts().version();
    if (uploaded_ != 0 && uploaded_ != version) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    uploaded_ = version;
#endif
    ImGui_ImplOpenGL3_NewFrame();
    stage_.frame(now_ms, draw);
    const Color ground = stage_.theme().colours().ground;
    glViewport(0, 0, static_cast<int>(stage_.display().width), static_cast<int>(stage_.display().height));
    glClearColor(static_cast<float>(ground.r) / 255, static_cast<float>(ground.g) / 255,
                 static_cast<float>(ground.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(stage_.drawn());
}

}  // namespace hamer::ui
