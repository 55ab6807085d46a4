// A page laid out by Pango with a font from a file, on fontconfig's own settings, to a PDF that qpdf reads. Its lines
// are printed: run on Linux too, they must break at the same words.
#include <cairo-pdf.h>
#include <cstdlib>
#include <fontconfig/fontconfig.h>
#include <gtest/gtest.h>
#include <memory>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <string>

namespace {

cairo_status_t append(void* target, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

// Only this font, whatever the system has: fontconfig reads no file of its own.
void use_font(const char* file) {
    FcConfig* config = FcConfigCreate();
    ASSERT_TRUE(FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(file)));
    ASSERT_TRUE(FcConfigSetCurrent(config));
    FcConfigDestroy(config);
}

}  // namespace

TEST(Paper, IsLaidOutByFontconfigAndFreeType) {
    const char* font = std::getenv("PROBE_FONT");
    if (!font) GTEST_SKIP() << "PROBE_FONT is not set";
    use_font(font);
    ASSERT_TRUE(PANGO_IS_FC_FONT_MAP(pango_cairo_font_map_get_default()));

    std::string pdf;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(&append, &pdf, 595, 842);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-01-01T00:00:00Z");
    cairo_t* cairo = cairo_create(surface);
    PangoLayout* layout = pango_cairo_create_layout(cairo);
    PangoFontDescription* face = pango_font_description_from_string("Open Sans 11");
    pango_layout_set_font_description(layout, face);
    pango_layout_set_width(layout, 300 * PANGO_SCALE);
    pango_layout_set_text(
        layout,
        "De voorzitter schorst de vergadering om 20.14 uur: één bezoeker verstoort de orde – en geeft "
        "geen gehoor aan het verzoek om de raadszaal te verlaten. De kosten zijn € 12,50.",
        -1);
    EXPECT_EQ(pango_layout_get_unknown_glyphs_count(layout), 0);
    PangoFont* loaded = pango_context_load_font(pango_layout_get_context(layout), face);
    PangoFontDescription* said = pango_font_describe(loaded);
    EXPECT_EQ(std::string(pango_font_description_get_family(said)), "Open Sans");
    pango_cairo_show_layout(cairo, layout);
    for (int line = 0; line < pango_layout_get_line_count(layout); ++line) {
        const PangoLayoutLine* one = pango_layout_get_line_readonly(layout, line);
        PangoRectangle logical;
        pango_layout_line_get_extents(const_cast<PangoLayoutLine*>(one), nullptr, &logical);
        std::cout << "line " << one->start_index << " " << one->length << " " << logical.width << "\n";
    }
    pango_font_description_free(said);
    g_object_unref(loaded);
    pango_font_description_free(face);
    g_object_unref(layout);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    ASSERT_EQ(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    cairo_surface_destroy(surface);

    QPDF document;
    document.processMemoryFile("probe.pdf", pdf.data(), pdf.size());
    EXPECT_EQ(QPDFPageDocumentHelper(document).getAllPages().size(), 1U);
    EXPECT_NE(pdf.find("OpenSans"), std::string::npos);
    FILE* kept = std::fopen("probe.pdf", "wb");
    ASSERT_TRUE(kept);
    std::fwrite(pdf.data(), 1, pdf.size(), kept);
    std::fclose(kept);
}
