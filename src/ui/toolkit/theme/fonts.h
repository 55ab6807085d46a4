// The glyphs of the type scale in one atlas, drawn by FreeType from the embedded fonts.
//
// The atlas starts with what Dutch and English need and grows: a text with another character asks for it, and the next
// frame has it (`refresh`). So the first frame is quick, and any name that the fonts can write is written.
// Owns the atlas; call from the thread that draws.
#pragma once

#include "ui/toolkit/theme/metrics.h"

#include <array>
#include <bitset>
#include <memory>
#include <set>
#include <string_view>

struct ImFont;
struct ImFontAtlas;

namespace hamer::ui {

// One size of one font: what ImGui calls its size, and the height of a line of text, both in pixels.
struct TypeFace {
    ImFont* font = nullptr;
    float px = 0;
    float line = 0;
};

class Fonts {
  public:
    // `large`: how much larger the largest words to say are than their usual size, on a screen with room.
    explicit Fonts(float scale, float large = 1);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    [[nodiscard]] ImFontAtlas* atlas() const { return atlas_.get(); }
    [[nodiscard]] TypeFace face(Type type) const {
        const TypeFace& made = faces_[static_cast<std::size_t>(type)];
        return {made.font, made.px * share_, made.line * share_};
    }
    // From now on all type is so much smaller: the glyphs stay, and are drawn smaller.
    void shrink_to(float share) { share_ = share; }

    // Whether the font has a glyph for it.
    [[nodiscard]] bool draws(char32_t character) const {
        return character < glyphs_.size() && glyphs_.test(static_cast<std::size_t>(character));
    }
    // Notes the characters of a text that will be drawn.
    void want(std::string_view text);
    // A character was asked for that the atlas does not have yet.
    [[nodiscard]] bool stale() const { return stale_; }
    // Between frames: draws anew what the scale or new characters ask for. True when the atlas changed.
    bool refresh(float scale, float large = 1);
    // Counts the atlases; a renderer compares it to know that it must upload again.
    [[nodiscard]] unsigned version() const { return version_; }

  private:
    void build();

    std::unique_ptr<ImFontAtlas> atlas_;
    std::array<TypeFace, type_count> faces_{};
    std::bitset<0x10000> glyphs_;    // ImGui's packaged release knows no characters beyond
    std::set<unsigned> characters_;  // above ASCII, drawn or asked for
    bool stale_ = false;
    float scale_ = 1;
    float large_ = 1;
    float share_ = 1;
    unsigned version_ = 0;
};

}  // namespace hamer::ui
