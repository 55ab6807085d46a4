#include "ui/toolkit/widgets/editor.h"

#include "base/clean_lines.h"
#include "base/text.h"
#include "base/utf.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace hamer::ui {
namespace {

// What stb_textedit edits.
struct Buffer {
    std::u32string text;
    std::vector<EditedLine> lines;
    Editor::Advance advance;
    float width = 0;
    float line_height = 1;
    std::size_t limit = 0;
    Editor::Lines kind = Editor::Lines::One;
};

float advance_of(const Buffer& buffer, int at) {
    const char32_t character = buffer.text[static_cast<std::size_t>(at)];
    return character == U'\n' || !buffer.advance ? 0 : buffer.advance(character);
}

// The end of the line that starts at `start`: after the last space that fits, or the newline.
int line_end(const Buffer& buffer, int start) {
    const int size = static_cast<int>(buffer.text.size());
    float x = 0;
    int after_space = -1;
    for (int i = start; i < size; ++i) {
        const char32_t character = buffer.text[static_cast<std::size_t>(i)];
        if (character == U'\n') return i + 1;
        const float wide = advance_of(buffer, i);
        if (character == U' ') {
            after_space = i + 1;  // a space at the end may stick out
        } else if (x + wide > buffer.width && i > start) {
            return after_space > start ? after_space : i;
        }
        x += wide;
    }
    return size;
}

void break_lines(Buffer& buffer) {
    buffer.lines.clear();
    const int size = static_cast<int>(buffer.text.size());
    int start = 0;
    do {
        const int end = line_end(buffer, start);
        buffer.lines.push_back({start, end - start});
        start = end;
    } while (start < size);
    if (size > 0 && buffer.text.back() == U'\n') buffer.lines.push_back({size, 0});
}

bool delete_characters(Buffer& buffer, int at, int count) {
    buffer.text.erase(static_cast<std::size_t>(at), static_cast<std::size_t>(count));
    break_lines(buffer);
    return true;
}

bool insert_characters(Buffer& buffer, int at, const char32_t* characters, int count) {
    if (buffer.text.size() + static_cast<std::size_t>(count) > buffer.limit) return false;
    buffer.text.insert(static_cast<std::size_t>(at), characters, static_cast<std::size_t>(count));
    break_lines(buffer);
    return true;
}

constexpr int shift_bit = 1 << 22;
constexpr int key_bit = 1 << 23;  // above every character

}  // namespace
}  // namespace hamer::ui

// Its functions are made here, for this buffer, and are seen nowhere else.
namespace hamer::ui {
namespace {

#define STB_TEXTEDIT_CHARTYPE char32_t
#define STB_TEXTEDIT_POSITIONTYPE int
#define STB_TEXTEDIT_UNDOSTATECOUNT 99
#define STB_TEXTEDIT_UNDOCHARCOUNT 4000
#include <stb_textedit.h>

void row_of(StbTexteditRow* row, const Buffer* buffer, int start) {
    const int end = line_end(*buffer, start);
    float x = 0;
    for (int i = start; i < end; ++i) x += advance_of(*buffer, i);
    row->x0 = 0;
    row->x1 = x;
    row->baseline_y_delta = buffer->line_height;
    row->ymin = 0;
    row->ymax = buffer->line_height;
    row->num_chars = end - start;
}

#define STB_TEXTEDIT_STRING Buffer
#define STB_TEXTEDIT_STRINGLEN(buffer) static_cast<int>((buffer)->text.size())
#define STB_TEXTEDIT_LAYOUTROW(row, buffer, start) row_of(row, buffer, start)
#define STB_TEXTEDIT_GETWIDTH(buffer, start, i) advance_of(*(buffer), (start) + (i))
#define STB_TEXTEDIT_KEYTOTEXT(key) (((key)&key_bit) != 0 ? -1 : static_cast<int>(key))
#define STB_TEXTEDIT_GETCHAR(buffer, i) (buffer)->text[static_cast<std::size_t>(i)]
#define STB_TEXTEDIT_NEWLINE U'\n'
#define STB_TEXTEDIT_IS_SPACE(character) ((character) == U' ' || (character) == U'\n')
#define STB_TEXTEDIT_DELETECHARS(buffer, at, count) delete_characters(*(buffer), at, count)
#define STB_TEXTEDIT_INSERTCHARS(buffer, at, characters, count) insert_characters(*(buffer), at, characters, count)
#define STB_TEXTEDIT_K_SHIFT shift_bit
#define STB_TEXTEDIT_K_LEFT (key_bit | 1)
#define STB_TEXTEDIT_K_RIGHT (key_bit | 2)
#define STB_TEXTEDIT_K_UP (key_bit | 3)
#define STB_TEXTEDIT_K_DOWN (key_bit | 4)
#define STB_TEXTEDIT_K_PGUP (key_bit | 5)
#define STB_TEXTEDIT_K_PGDOWN (key_bit | 6)
#define STB_TEXTEDIT_K_LINESTART (key_bit | 7)
#define STB_TEXTEDIT_K_LINEEND (key_bit | 8)
#define STB_TEXTEDIT_K_TEXTSTART (key_bit | 9)
#define STB_TEXTEDIT_K_TEXTEND (key_bit | 10)
#define STB_TEXTEDIT_K_DELETE (key_bit | 11)
#define STB_TEXTEDIT_K_BACKSPACE (key_bit | 12)
#define STB_TEXTEDIT_K_UNDO (key_bit | 13)
#define STB_TEXTEDIT_K_REDO (key_bit | 14)
#define STB_TEXTEDIT_K_WORDLEFT (key_bit | 15)
#define STB_TEXTEDIT_K_WORDRIGHT (key_bit | 16)
#define STB_TEXTEDIT_IMPLEMENTATION
#include <stb_textedit.h>

// stb's key for one of ours; 0: none.
int stb_key(const KeyPress& press) {
    const int with = press.with.shift ? shift_bit : 0;
    const bool word = press.with.control;
    switch (press.key) {
        case Key::Left:
            return with | (word ? STB_TEXTEDIT_K_WORDLEFT : STB_TEXTEDIT_K_LEFT);
        case Key::Right:
            return with | (word ? STB_TEXTEDIT_K_WORDRIGHT : STB_TEXTEDIT_K_RIGHT);
        case Key::Up:
            return with | STB_TEXTEDIT_K_UP;
        case Key::Down:
            return with | STB_TEXTEDIT_K_DOWN;
        case Key::Home:
            return with | (word ? STB_TEXTEDIT_K_TEXTSTART : STB_TEXTEDIT_K_LINESTART);
        case Key::End:
            return with | (word ? STB_TEXTEDIT_K_TEXTEND : STB_TEXTEDIT_K_LINEEND);
        case Key::Delete:
            return STB_TEXTEDIT_K_DELETE;
        case Key::Backspace:
            return STB_TEXTEDIT_K_BACKSPACE;
        default:
            break;
    }
    if (press.with.control && press.key == key_of('z')) {
        return press.with.shift ? STB_TEXTEDIT_K_REDO : STB_TEXTEDIT_K_UNDO;
    }
    if (press.with.control && press.key == key_of('y')) return STB_TEXTEDIT_K_REDO;
    return 0;
}

}  // namespace

struct Editor::Parts {
    Buffer buffer;
    STB_TexteditState state{};
};

Editor::Editor() : parts_(std::make_unique<Parts>()) {}
Editor::~Editor() = default;

void Editor::load(std::u32string text, Lines lines, std::size_t limit) {
    parts_->buffer.text = std::move(text);
    parts_->buffer.kind = lines;
    parts_->buffer.limit = std::max(limit, parts_->buffer.text.size());
    // Rows wrap in a single-line field too, so stb must count them.
    stb_textedit_initialize_state(&parts_->state, 0);
    break_lines(parts_->buffer);
    caret_to_end();
}

void Editor::measure(Advance advance, float width, float line_height) {
    parts_->buffer.advance = std::move(advance);
    parts_->buffer.width = width;
    parts_->buffer.line_height = line_height;
    break_lines(parts_->buffer);
}

const std::u32string& Editor::text() const { return parts_->buffer.text; }
const std::vector<EditedLine>& Editor::lines() const { return parts_->buffer.lines; }
int Editor::caret() const { return std::clamp(parts_->state.cursor, 0, static_cast<int>(text().size())); }
int Editor::selection_from() const { return std::min(parts_->state.select_start, parts_->state.select_end); }
int Editor::selection_to() const { return std::max(parts_->state.select_start, parts_->state.select_end); }

float Editor::x_of(int line, int character) const {
    float x = 0;
    for (int i = lines()[static_cast<std::size_t>(line)].start; i < character; ++i) x += advance_of(parts_->buffer, i);
    return x;
}

int Editor::line_of(int character) const {
    int line = 0;
    for (std::size_t i = 0; i < lines().size(); ++i) {
        if (lines()[i].start <= character) line = static_cast<int>(i);
    }
    return line;
}

void Editor::click(float x, float y) { stb_textedit_click(&parts_->buffer, &parts_->state, x, y); }
void Editor::drag(float x, float y) { stb_textedit_drag(&parts_->buffer, &parts_->state, x, y); }

void Editor::select_all() {
    parts_->state.select_start = 0;
    parts_->state.select_end = static_cast<int>(text().size());
    parts_->state.cursor = parts_->state.select_end;
}

void Editor::caret_to_end() {
    parts_->state.cursor = static_cast<int>(text().size());
    parts_->state.select_start = parts_->state.select_end = parts_->state.cursor;
}

void Editor::type(char32_t character) {
    const bool newline = character == U'\n' && parts_->buffer.kind == Lines::Many;
    const std::string typed = to_utf8({&character, 1});
    if (!newline && printable(typed) != typed) return;
    stb_textedit_key(&parts_->buffer, &parts_->state, static_cast<int>(character));
}

void Editor::paste(std::u32string_view pasted) {
    const std::string given = to_utf8(pasted);
    std::u32string clean =
        to_utf32(parts_->buffer.kind == Lines::Many ? clean_lines(given) : printable(given, given.size()));
    const std::size_t room = parts_->buffer.limit - std::min(parts_->buffer.limit, text().size() - selected().size());
    clean.resize(std::min(clean.size(), room));
    if (clean.empty()) return;
    stb_textedit_paste(&parts_->buffer, &parts_->state, clean.data(), static_cast<int>(clean.size()));
}

std::u32string Editor::selected() const {
    return text().substr(static_cast<std::size_t>(selection_from()),
                         static_cast<std::size_t>(selection_to() - selection_from()));
}

void Editor::cut() { stb_textedit_cut(&parts_->buffer, &parts_->state); }

bool Editor::key(const KeyPress& press) {
    if (press.key == Key::Enter && parts_->buffer.kind == Lines::Many) {
        type(U'\n');
        return true;
    }
    const int code = stb_key(press);
    if (code == 0) return false;
    stb_textedit_key(&parts_->buffer, &parts_->state, code);
    return true;
}

}  // namespace hamer::ui
