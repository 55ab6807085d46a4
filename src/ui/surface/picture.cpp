#include "ui/surface/picture.h"

#include <cstdlib>
#include <cstring>
#include <png.h>
#include <unordered_map>

namespace hamer::ui {
namespace {

constexpr int channels = 4;

std::size_t bytes_of(const Picture& picture) {
    return static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * channels;
}

// A picture of few colours as numbers of them, a fraction of the size. Empty: it has too many.
struct Indexed {
    std::vector<std::uint8_t> pixels;
    std::vector<std::uint8_t> colours;  // four bytes each
};

Indexed indexed(const Picture& picture) {
    constexpr std::size_t most = 256;
    Indexed made;
    std::unordered_map<std::uint32_t, std::uint8_t> numbers;
    made.pixels.reserve(picture.rgba.size() / channels);
    for (std::size_t at = 0; at < picture.rgba.size(); at += channels) {
        std::uint32_t colour = 0;
        std::memcpy(&colour, &picture.rgba[at], channels);
        const auto [known, is_new] = numbers.try_emplace(colour, static_cast<std::uint8_t>(numbers.size()));
        if (is_new && numbers.size() > most) return {};
        if (is_new) made.colours.insert(made.colours.end(), &picture.rgba[at], &picture.rgba[at] + channels);
        made.pixels.push_back(known->second);
    }
    return made;
}

}  // namespace

Status write_png(const std::filesystem::path& path, const Picture& picture) {
    if (picture.width <= 0 || picture.height <= 0 || picture.rgba.size() != bytes_of(picture)) {
        return fail(ErrorKind::Usage, path.string(), "the picture is empty or its size does not agree with its pixels");
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    const Indexed few = indexed(picture);
    const bool by_number = !few.pixels.empty();
    image.format = by_number ? PNG_FORMAT_RGBA_COLORMAP : PNG_FORMAT_RGBA;
    image.colormap_entries = static_cast<png_uint_32>(few.colours.size() / channels);
    const void* pixels = by_number ? few.pixels.data() : picture.rgba.data();
    const void* colours = by_number ? few.colours.data() : nullptr;
    if (png_image_write_to_file(&image, path.string().c_str(), 0, pixels, 0, colours) == 0) {
        return fail(ErrorKind::Storage, path.string(), std::string("cannot write the picture: ") + image.message,
                    "Check that the folder exists and can be written.");
    }
    return {};
}

Result<Picture> read_png(const std::filesystem::path& path) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, path.string().c_str()) == 0) {
        return fail(ErrorKind::Usage, path.string(), std::string("cannot read the picture: ") + image.message);
    }
    image.format = PNG_FORMAT_RGBA;
    Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    picture.rgba.resize(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, picture.rgba.data(), 0, nullptr) == 0) {
        const std::string message = image.message;
        png_image_free(&image);
        return fail(ErrorKind::Usage, path.string(), "cannot read the picture: " + message);
    }
    return picture;
}

double difference(const Picture& one, const Picture& other, int tolerance) {
    if (one.width != other.width || one.height != other.height) return 1;
    const std::size_t pixels = one.rgba.size() / channels;
    if (pixels == 0) return 0;
    std::size_t differing = 0;
    for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
        for (std::size_t channel = 0; channel < channels; ++channel) {
            const std::size_t at = pixel * channels + channel;
            if (std::abs(int{one.rgba[at]} - int{other.rgba[at]}) > tolerance) {
                ++differing;
                break;
            }
        }
    }
    return static_cast<double>(differing) / static_cast<double>(pixels);
}

}  // namespace hamer::ui
