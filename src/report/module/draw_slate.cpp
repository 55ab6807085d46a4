#include "base/attempt.h"
#include "report/module/paper_fonts.h"
#include "report/module/paper_module.h"

#include <array>
#include <cairo.h>
#include <memory>
#include <pango/pangocairo.h>

namespace hamer {

namespace {

constexpr int width = 1920, height = 1080;

cairo_status_t append(void* target, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

// One text across the picture, its top at y; gives its height.
double write(cairo_t* cairo, const std::string& text, const char* font, double y, double grey) {
    const std::unique_ptr<PangoLayout, void (*)(gpointer)> layout(pango_cairo_create_layout(cairo), &g_object_unref);
    const std::unique_ptr<PangoFontDescription, void (*)(PangoFontDescription*)> face(
        pango_font_description_from_string(font), &pango_font_description_free);
    pango_layout_set_font_description(layout.get(), face.get());
    pango_layout_set_width(layout.get(), (width - 240) * PANGO_SCALE);
    pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
    pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
    cairo_set_source_rgb(cairo, grey, grey, grey);
    cairo_move_to(cairo, 120, y);
    pango_cairo_show_layout(cairo, layout.get());
    int tall = 0;
    pango_layout_get_pixel_size(layout.get(), nullptr, &tall);
    return tall;
}

}  // namespace

Result<std::string> draw_slate(const std::string& municipality, Language language) {
    RETURN_IF_ERROR(paper_fonts());
    const Say say{language};
    const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height), &cairo_surface_destroy);
    const std::unique_ptr<cairo_t, void (*)(cairo_t*)> cairo(cairo_create(surface.get()), &cairo_destroy);
    cairo_set_source_rgb(cairo.get(), 0.06, 0.14, 0.27);
    cairo_paint(cairo.get());
    double y = 380;
    y += write(cairo.get(), say("De vergadering is geschorst", "The meeting is suspended"),
               "Open Sans,DejaVu Sans,sans-serif Bold 78px", y, 1);
    write(cairo.get(), say("De uitzending gaat straks verder.", "The broadcast will go on later."),
          "Open Sans,DejaVu Sans,sans-serif 48px", y + 40, 0.9);
    write(cairo.get(), printable(municipality, 200), "Open Sans,DejaVu Sans,sans-serif 40px", 920, 0.8);
    std::string png;
    cairo_surface_write_to_png_stream(surface.get(), &append, &png);
    return png;
}

}  // namespace hamer
