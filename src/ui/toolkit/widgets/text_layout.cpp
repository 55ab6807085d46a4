#include "ui/toolkit/widgets/text_layout.h"

#include "base/text.h"
#include "ui/toolkit/widgets/drawable.h"

#include <algorithm>
#include <cfloat>
#include <imgui.h>

namespace hamer::ui {
namespace {

constexpr std::string_view soft_hyphen = "\u00AD";

float measure(const TypeFace& face, std::string_view text) {
    if (text.empty()) return 0;
    return face.font->CalcTextSizeA(face.px, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

std::size_t character_length(unsigned char first) {
    if (first < 0x80) return 1;
    if (first < 0xE0) return 2;
    return first < 0xF0 ? 3 : 4;
}

// Fills one paragraph's lines greedily.
class Filler {
  public:
    Filler(const TypeFace& face, float width, TextBlock& block) : face_(face), width_(width), block_(block) {}

    void paragraph(std::string_view text) {
        std::size_t at = 0;
        while (at <= text.size()) {
            const std::size_t space = std::min(text.find(' ', at), text.size());
            word(text.substr(at, space - at));
            at = space + 1;
        }
        end_line();
    }

  private:
    void word(std::string_view text) {
        const std::string whole = shown(text);
        if (place(whole)) return;
        if (text.find(soft_hyphen) != text.npos && hyphenate(text)) return;
        if (!line_.empty()) end_line();
        if (place(whole)) return;
        if (text.find(soft_hyphen) != text.npos && hyphenate(text)) return;
        break_anywhere(whole);
    }

    [[nodiscard]] std::string joined(std::string_view text) const {
        if (line_.empty()) return std::string(text);
        return line_ + (glue_ ? "" : " ") + std::string(text);
    }

    bool place(std::string_view text) {
        std::string longer = joined(text);
        if (measure(face_, longer) > width_) return false;
        line_ = std::move(longer);
        glue_ = false;
        return true;
    }

    // Puts as many syllables on this line as go, and the rest on the next. False when not even the first fits.
    bool hyphenate(std::string_view text) {
        std::size_t best = text.npos;
        for (std::size_t at = text.find(soft_hyphen); at != text.npos; at = text.find(soft_hyphen, at + 1)) {
            if (measure(face_, joined(shown(text.substr(0, at)) + "-")) > width_) break;
            best = at;
        }
        if (best == text.npos) return false;
        line_ = joined(shown(text.substr(0, best)) + "-");
        end_line();
        word(text.substr(best + soft_hyphen.size()));
        return true;
    }

    void break_anywhere(std::string_view text) {
        block_.word_broken = true;
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t length = character_length(static_cast<unsigned char>(text[at]));
            const std::string_view character = text.substr(at, length);
            glue_ = true;
            if (!place(character)) {
                if (line_.empty())
                    line_ = std::string(character);  // one character wider than the line: still shown
                else {
                    end_line();
                    continue;
                }
            }
            at += length;
        }
        glue_ = false;
    }

    void end_line() {
        const float wide = measure(face_, line_);
        block_.lines.push_back({std::move(line_), wide});
        line_.clear();
        glue_ = false;
    }

    const TypeFace& face_;
    float width_;
    TextBlock& block_;
    std::string line_;
    bool glue_ = false;  // the next piece joins without a space
};

TextBlock fill(const TypeFace& face, std::string_view text, float width, float leading) {
    TextBlock block;
    block.face = face;
    block.line = std::max(1.0F, face.line * leading);
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t newline = std::min(text.find('\n', at), text.size());
        Filler(face, width, block).paragraph(text.substr(at, newline - at));
        at = newline + 1;
    }
    for (const Line& line : block.lines) block.width = std::max(block.width, line.width);
    block.height = face.line + block.line * static_cast<float>(block.lines.size() - 1);
    return block;
}

TextBlock balanced(const TypeFace& face, std::string_view text, float width, float leading) {
    TextBlock block = fill(face, text, width, leading);
    if (block.lines.size() < 2 || block.word_broken) return block;
    float narrow = width / 2;
    float wide = width;
    while (wide - narrow > 4) {
        const float middle = (narrow + wide) / 2;
        const TextBlock tried = fill(face, text, middle, leading);
        (tried.lines.size() > block.lines.size() || tried.word_broken ? narrow : wide) = middle;
    }
    return fill(face, text, wide, leading);
}

// At a stop that a space follows.
std::vector<std::string_view> sentences(std::string_view text) {
    std::vector<std::string_view> found;
    std::size_t from = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i + 1] != ' ' || std::string_view(".?!").find(text[i]) == std::string_view::npos) continue;
        found.push_back(text.substr(from, i + 1 - from));
        from = i + 2;
    }
    if (from < text.size()) found.push_back(text.substr(from));
    return found;
}

TextBlock spoken(const TypeFace& face, std::string_view text, float width, float leading) {
    constexpr std::size_t many_lines = 4;  // where one more is not worth it
    const TextBlock full = fill(face, text, width, leading);
    TextBlock block = full;
    block.lines.clear();
    block.width = 0;
    for (const std::string_view sentence : sentences(text)) {
        TextBlock own = balanced(face, sentence, width, leading);
        block.width = std::max(block.width, own.width);
        block.word_broken = block.word_broken || own.word_broken;
        for (Line& line : own.lines) block.lines.push_back(std::move(line));
    }
    const std::size_t most = full.lines.size() + (full.lines.size() < many_lines ? 1 : 0);
    if (block.lines.size() > most) return balanced(face, text, width, leading);
    block.height = face.line + block.line * static_cast<float>(std::max<std::size_t>(1, block.lines.size()) - 1);
    return block;
}

}  // namespace

std::string shown(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t hyphen = std::min(text.find(soft_hyphen, at), text.size());
        out.append(text.substr(at, hyphen - at));
        at = hyphen + soft_hyphen.size();
    }
    return out;
}

namespace {

// The text as it may be drawn: what the fonts have no glyph for is left out; what `printable` would take away is
// not there either, whoever made the text. `kept` holds it where it differs.
struct Kept {
    std::string drawable;
    std::string cleaned;
};

std::string_view seen_only(const Fonts& fonts, std::string_view text, Kept& kept) {
    const auto doubtful = [](char character) {
        const auto byte = static_cast<unsigned char>(character);
        return (byte < 0x20 && byte != '\n') || byte >= 0x7F;
    };
    if (std::ranges::none_of(text, doubtful)) return text;
    const auto draws = [&fonts](char32_t character) { return fonts.draws(character); };
    if (!is_drawable(text, draws)) text = kept.drawable = drawable(text, draws);
    while (true) {
        const std::size_t end = text.find('\n');
        kept.cleaned += printable(text.substr(0, end), std::string::npos);
        if (end == std::string_view::npos) return kept.cleaned;
        kept.cleaned += '\n';
        text.remove_prefix(end + 1);
    }
}

}  // namespace

TextBlock lay_out(Fonts& fonts, Type type, std::string_view asked, float width, Breaking breaking, float leading) {
    Kept kept;
    const std::string_view text = seen_only(fonts, asked, kept);
    fonts.want(text);
    const TypeFace face = fonts.face(type);
    if (breaking == Breaking::Full) return fill(face, text, width, leading);
    return breaking == Breaking::Spoken ? spoken(face, text, width, leading) : balanced(face, text, width, leading);
}

float text_width(Fonts& fonts, Type type, std::string_view asked) {
    Kept kept;
    const std::string_view text = seen_only(fonts, asked, kept);
    fonts.want(text);
    return measure(fonts.face(type), shown(text));
}

}  // namespace hamer::ui
