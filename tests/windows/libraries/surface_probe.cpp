// GLFW, Dear ImGui as Debian builds it (FreeType's atlas, std::string in its fields), libpng. No window is opened.
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <cstdlib>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_freetype.h>
#include <imgui_stdlib.h>
#include <png.h>
#include <string>

TEST(Glfw, IsForWindows) {
    const std::string version = glfwGetVersionString();
    std::cout << version << "\n";
    EXPECT_EQ(version.rfind("3.3", 0), 0U);
    EXPECT_NE(version.find("Win32 WGL"), std::string::npos);
}

TEST(ImGui, DrawsAFrameWithFreeTypesFont) {
    ASSERT_TRUE(IMGUI_CHECKVERSION());
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {800, 600};
    io.Fonts->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    if (const char* font = std::getenv("PROBE_FONT")) {
        ASSERT_TRUE(io.Fonts->AddFontFromFileTTF(font, 28));
    }
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    EXPECT_TRUE(pixels);
    ImGui::NewFrame();
    std::string text = "één";
    ImGui::InputText("naam", &text);
    ImGui::Render();
    EXPECT_GT(ImGui::GetDrawData()->TotalVtxCount, 0);
    ImGui::DestroyContext();
}

TEST(ImGui, HasItsTwoBackends) {
    EXPECT_TRUE(&ImGui_ImplGlfw_InitForOpenGL);
    EXPECT_TRUE(&ImGui_ImplOpenGL3_Init);
}

TEST(FreeType, IsThere) {
    FT_Library library = nullptr;
    ASSERT_EQ(FT_Init_FreeType(&library), 0);
    FT_Done_FreeType(library);
}

TEST(Png, IsThere) { EXPECT_EQ(png_access_version_number(), static_cast<png_uint_32>(PNG_LIBPNG_VER)); }
