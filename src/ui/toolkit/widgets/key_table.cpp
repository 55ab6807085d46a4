#include "ui/toolkit/widgets/card.h"

#include <algorithm>
#include <cmath>

namespace hamer::ui {
namespace {

float cap_height(Ui& ui) { return std::ceil(ui.fonts().face(Type::Small).line + ui.metrics().gap(Gap::Hair)); }

float cap_width(Ui& ui, const KeyRow& row) {
    return std::max(cap_height(ui),
                    std::ceil(text_width(ui.fonts(), Type::Small, row.cap) + 2 * ui.metrics().gap(Gap::Tight)));
}

float caps_width(Ui& ui, const KeyTable& table) {
    float widest = ui.metrics().with_type(44);
    for (const KeyRow& row : table.rows) widest = std::max(widest, cap_width(ui, row));
    return widest + ui.metrics().gap(Gap::Snug);
}

TextBlock words_of(Ui& ui, const KeyRow& row, float room) {
    return lay_out(ui.fonts(), Type::Body, row.words, room, Breaking::Full, 0.94F);
}

float row_height(Ui& ui, const TextBlock& words) {
    return std::max(cap_height(ui), words.height) + ui.metrics().gap(Gap::Tight);
}

}  // namespace

float key_table_height(Ui& ui, const KeyTable& table, float width) {
    const float room = width - caps_width(ui, table);
    float height = 0;
    for (const KeyRow& row : table.rows) height += row_height(ui, words_of(ui, row, room));
    return std::ceil(height);
}

void key_table(Ui& ui, Rect rect, const KeyTable& table) {
    const Palette& c = ui.colours();
    const Metrics& m = ui.metrics();
    const float caps = caps_width(ui, table);
    std::size_t number = 0;
    for (const KeyRow& row : table.rows) {
        const TextBlock words = words_of(ui, row, rect.w - caps);
        const Rect line = rect.cut_top(row_height(ui, words));
        if (number > 0) ui.paint().line({line.x, line.y}, {line.right(), line.y}, c.line, std::max(1.0F, m.px(1)));
        const Rect cap{line.x, line.centre().y - cap_height(ui) / 2, cap_width(ui, row), cap_height(ui)};
        ui.paint().fill(cap, c.raised, m.px(6));
        ui.paint().outline(cap, c.edge, std::max(1.0F, m.px(1)), m.px(6));
        const TextBlock name = lay_out(ui.fonts(), Type::Small, row.cap, cap.w);
        ui.paint().text({cap.x, cap.centre().y - name.height / 2, cap.w, name.height}, name, c.ink, Align::Centre);
        ui.paint().text({line.x + caps, line.centre().y - words.height / 2, words.width, words.height}, words, c.ink);
        ShownWidget& seen = ui.record(
            {.key = std::string(table.key) + "." + std::to_string(number++), .kind = Kind::Text, .rect = line});
        seen.label = row.cap + ": " + row.words;
        seen.ink = c.ink;
        seen.ground = ui.paint().ground_at({line.right() - 1, line.centre().y});
        seen.contrast_asked = 7;
        seen.text_fits = !words.word_broken;
    }
}

}  // namespace hamer::ui
