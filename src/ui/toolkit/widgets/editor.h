// Editing a text: caret, selection, undo, and lines that wrap. Knows no fonts and draws nothing; widths come from the
// caller. The packaged ImGui wraps no text while it is edited and gives up what was typed on Esc; this does neither.
#pragma once

#include "ui/toolkit/widgets/input.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

struct EditedLine {
    int start = 0;  // in characters
    int count = 0;  // with the space or newline that ends it
};

class Editor {
  public:
    using Advance = std::function<float(char32_t)>;

    enum class Lines { One, Many };  // whether Enter makes a new line
    Editor();
    ~Editor();
    Editor(const Editor&) = delete;
    Editor& operator=(const Editor&) = delete;

    void load(std::u32string text, Lines lines, std::size_t limit);
    void measure(Advance advance, float width, float line_height);  // lays out; call before anything with positions

    [[nodiscard]] const std::u32string& text() const;
    [[nodiscard]] const std::vector<EditedLine>& lines() const;
    [[nodiscard]] int caret() const;
    [[nodiscard]] int selection_from() const;  // the same as `selection_to` when nothing is selected
    [[nodiscard]] int selection_to() const;
    [[nodiscard]] float x_of(int line, int character) const;  // where a character of a line begins
    [[nodiscard]] int line_of(int character) const;

    void click(float x, float y);
    void drag(float x, float y);
    void select_all();
    void caret_to_end();
    void type(char32_t character);
    void paste(std::u32string_view text);
    [[nodiscard]] std::u32string selected() const;
    void cut();
    // True when the key is one that edits or moves.
    bool key(const KeyPress& press);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace hamer::ui
