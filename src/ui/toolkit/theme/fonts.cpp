#include "ui/toolkit/theme/fonts.h"

#include "ui/toolkit/theme/embedded.h"
#include "ui/toolkit/theme/icons.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <imgui.h>
#include <imgui_freetype.h>
#include <imgui_internal.h>

namespace hamer::ui {
namespace {

// Open Sans: (ascender + descender) / em. ImGui counts a font's size by that height, a designer by the em.
constexpr float line_per_em = 1.362F;
constexpr float icon_line_per_em = 1.0F;

constexpr std::string_view usual = "éëïöüáàèçóúíâêîôûñäÉËÏÖÜß€£°§²½×±·–—‘’“”„…•→←↑↓≤≥✓«»\u00A0";

constexpr std::array all_types = {Type::Small, Type::Body,       Type::Strong,  Type::Note, Type::Label,    Type::Title,
                                  Type::Words, Type::WordsLarge, Type::Display, Type::Icon, Type::IconLarge};
static_assert(all_types.size() == type_count);

Embedded font_of(Type type) {
    switch (type) {
        case Type::Strong:
        case Type::Label:
        case Type::Title:
            return Embedded::Semibold;
        case Type::Display:
            return Embedded::Bold;
        case Type::Icon:
        case Type::IconLarge:
            return Embedded::Icons;
        default:
            return Embedded::Regular;
    }
}

bool is_icons(Type type) { return font_of(type) == Embedded::Icons; }

// What the regular font has glyphs for; the heavier ones have the same.
std::bitset<0x10000> glyphs() {
    std::bitset<0x10000> found;
    const auto bytes = embedded(Embedded::Regular);
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return found.set();
    FT_Face face = nullptr;
    if (FT_New_Memory_Face(library, bytes.data(), static_cast<FT_Long>(bytes.size()), 0, &face) == 0) {
        FT_UInt glyph = 0;
        for (FT_ULong code = FT_Get_First_Char(face, &glyph); glyph != 0; code = FT_Get_Next_Char(face, code, &glyph)) {
            if (code < found.size()) found.set(code);
        }
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return found;
}

}  // namespace

Fonts::Fonts(float scale, float large)
    : atlas_(std::make_unique<ImFontAtlas>()), glyphs_(glyphs()), scale_(scale), large_(large) {
    want(usual);
    build();
}

Fonts::~Fonts() = default;

void Fonts::want(std::string_view text) {
    const char* at = text.data();
    const char* end = at + text.size();
    while (at < end) {
        const auto byte = static_cast<unsigned char>(*at);
        if (byte < 0x80) {
            ++at;
            continue;
        }
        unsigned character = 0;
        at += ImTextCharFromUtf8(&character, at, end);
        if (character <= 0xFFFF && characters_.insert(character).second) stale_ = true;
    }
}

bool Fonts::refresh(float scale, float large) {
#if IMGUI_VERSION_NUM >= 19200
    stale_ = false;  // draws glyphs when they are first used
#endif
    if (!stale_ && scale == scale_ && large == large_) return false;
    scale_ = scale;
    large_ = large;
    build();
    return true;
}

void Fonts::build() {
    static ImVector<ImWchar> icon_ranges = [] {
        ImFontGlyphRangesBuilder builder;
        for (const Icon icon : all_icons) builder.AddChar(static_cast<ImWchar>(icon));
        ImVector<ImWchar> ranges;
        builder.BuildRanges(&ranges);
        return ranges;
    }();
    ImFontGlyphRangesBuilder builder;
    for (ImWchar ascii = 0x20; ascii < 0x7F; ++ascii) builder.AddChar(ascii);
    for (const unsigned character : characters_) builder.AddChar(static_cast<ImWchar>(character));
    ImVector<ImWchar> ranges;
    builder.BuildRanges(&ranges);

    atlas_->Clear();
    atlas_->Flags |= ImFontAtlasFlags_NoMouseCursors;
#if IMGUI_VERSION_NUM < 19200
    atlas_->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
#else
    atlas_->SetFontLoader(ImGuiFreeType::GetFontLoader());
#endif
    for (const Type type : all_types) {
        const auto bytes = embedded(font_of(type));
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
#if IMGUI_VERSION_NUM < 19200
        config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
#else
        config.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
#endif
        config.OversampleH = 1;
        config.OversampleV = 1;
        const float em = type_size(type) * scale_ * (type == Type::WordsLarge ? large_ : 1);
        const float height = em * (is_icons(type) ? icon_line_per_em : line_per_em);
        // ImGui only reads the bytes, its interface forgets to say so.
        auto* data = const_cast<unsigned char*>(bytes.data());
        ImFont* font = atlas_->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), height, &config,
                                                    is_icons(type) ? icon_ranges.Data : ranges.Data);
        faces_[static_cast<std::size_t>(type)] = TypeFace{font, height, height};
    }
#if IMGUI_VERSION_NUM < 19200
    atlas_->Build();
#endif
    stale_ = false;
    ++version_;
}

}  // namespace hamer::ui
