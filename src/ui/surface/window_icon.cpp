#include "ui/surface/window_icon.h"

#define GLFW_INCLUDE_NONE
#include "ui/surface/icon_files.h"

#include <GLFW/glfw3.h>
#include <png.h>
#include <vector>

namespace hamer::ui {
namespace {

struct Pixels {
    int size = 0;
    std::vector<unsigned char> rgba;
};

// Without size when the file is no PNG, which the build has shown it is.
Pixels decoded(std::span<const unsigned char> file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, file.data(), file.size()) == 0) return {};
    image.format = PNG_FORMAT_RGBA;
    Pixels made;
    made.rgba.resize(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, made.rgba.data(), 0, nullptr) == 0) return {};
    made.size = static_cast<int>(image.width);
    return made;
}

}  // namespace

void set_window_icon(GLFWwindow* window) {
    std::vector<Pixels> pictures;
    for (const auto file : icon_files()) {
        if (Pixels one = decoded(file); one.size > 0) pictures.push_back(std::move(one));
    }
    std::vector<GLFWimage> images;
    for (Pixels& one : pictures) images.push_back({one.size, one.size, one.rgba.data()});
    if (!images.empty()) glfwSetWindowIcon(window, static_cast<int>(images.size()), images.data());
}

}  // namespace hamer::ui
