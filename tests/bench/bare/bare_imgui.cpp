// What a window costs by itself: GLFW, OpenGL 3 and Dear ImGui with one font, one window and one frame. The reference
// for Hamer's start. It ends as Hamer does with --frames 1: window and library closed. With --stay it is the reference
// for memory, and waits until it is ended.
#include <cstdio>
#include <cstring>
#define GLFW_INCLUDE_NONE
#include <GL/gl.h>
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace {

constexpr int width = 1280;
constexpr int height = 800;
constexpr float font_pixels = 18;
constexpr float window_width = 300;
constexpr float window_height = 120;

void draw() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    // Without a size ImGui draws nothing of a window in its first frame, but measures it.
    ImGui::SetNextWindowSize(ImVec2(window_width, window_height));
    ImGui::Begin("bare");
    ImGui::TextUnformatted("one window, one font");
    ImGui::Button("one button");
    ImGui::End();
    ImGui::Render();
    glViewport(0, 0, width, height);
    glClearColor(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace

int main(int count, char** words) {
    const bool stays = count > 1 && std::strcmp(words[1], "--stay") == 0;
    if (glfwInit() == GLFW_FALSE) {
        std::fputs("bare_imgui: no display\n", stderr);
        return 2;
    }
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    GLFWwindow* window = glfwCreateWindow(width, height, "bare", nullptr, nullptr);
    if (window == nullptr) {
        std::fputs("bare_imgui: no OpenGL\n", stderr);
        return 2;
    }
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().Fonts->AddFontFromFileTTF(BARE_FONT, font_pixels);
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    ImGui_ImplOpenGL3_Init("#version 150");
    glfwPollEvents();
    draw();
    glfwSwapBuffers(window);
    while (stays && glfwWindowShouldClose(window) == GLFW_FALSE) glfwWaitEvents();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(window);
    glfwTerminate();
    return 0;
}
