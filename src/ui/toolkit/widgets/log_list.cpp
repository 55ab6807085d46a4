#include "ui/toolkit/widgets/log_list.h"

#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/scroll.h"
#include "ui/toolkit/widgets/text.h"
#include "ui/toolkit/widgets/touch.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace hamer::ui {
namespace {

// Where each row ends, from the first; valid for one width, scale and revision. And for which `amended` each was
// measured.
struct Kept {
    std::vector<float> ends;
    std::vector<std::uint64_t> amended;
    float width = 0;
    float type_scale = 0;
    std::uint64_t revision = 0;
    int chosen = -1;
    int marked = -1;
    int count = 0;           // rows in the last frame
    float offset = 0;        // how far it was scrolled then
    bool unseen = false;     // a row was added out of sight since it stood at the newest
    bool offered = false;    // the way to it stands above the rows
    bool to_newest = false;  // and was taken
};

struct RowParts {
    TextBlock text;
    TextBlock detail;
    TextBlock day;
    float height = 0;
};

float time_room(Ui& ui, const LogList& list) {
    const std::string_view widest = list.days ? "00-00-0000" : "00:00:00";
    const float below = list.days_below ? text_width(ui.fonts(), Type::Small, "00-00-0000") : 0;
    return std::max(below, text_width(ui.fonts(), Type::Strong, widest)) + ui.metrics().gap(Gap::Snug);
}
float icon_room(Ui& ui, const LogList& list) { return list.icons ? ui.metrics().with_type(28) : 0; }
float row_pad(Ui& ui) { return ui.metrics().gap(Gap::Tight); }

RowParts row_parts(Ui& ui, const LogList& list, const LogRow& row, float width) {
    const float room = width - time_room(ui, list) - icon_room(ui, list) - 2 * row_pad(ui);
    RowParts parts;
    parts.text = lay_out(ui.fonts(), Type::Body, row.text, room, Breaking::Full, 0.94F);
    parts.height = parts.text.height;
    if (!row.detail.empty()) {
        parts.detail = lay_out(ui.fonts(), Type::Small, row.detail, room, Breaking::Full, 0.94F);
        parts.height += parts.detail.height;
    }
    if (!row.day.empty()) {
        parts.day = lay_out(ui.fonts(), Type::Small, row.day, 1e6F);
        parts.height = std::max(parts.height, parts.text.face.line + parts.day.height);
    }
    parts.height = std::max(ui.metrics().control(), std::ceil(parts.height + 2 * row_pad(ui)));
    return parts;
}

void keep_heights(Ui& ui, const LogList& list, float width, Kept& kept) {
    const float scale = ui.metrics().type_scale();
    if (kept.width != width || kept.type_scale != scale || kept.revision != list.revision ||
        static_cast<int>(kept.ends.size()) > list.count) {
        kept.ends.clear();
        kept.amended.clear();
        kept.width = width;
        kept.type_scale = scale;
        kept.revision = list.revision;
    }
    for (int i = static_cast<int>(kept.ends.size()); i < list.count; ++i) {
        const float before = kept.ends.empty() ? 0 : kept.ends.back();
        kept.ends.push_back(before + row_parts(ui, list, list.row(i), width).height);
        kept.amended.push_back(list.amended);
    }
}

// Measures a row that may read otherwise than when it was measured.
void keep_height(Ui& ui, const LogList& list, float width, int index, Kept& kept) {
    const auto at = static_cast<std::size_t>(index);
    if (kept.amended[at] == list.amended) return;
    kept.amended[at] = list.amended;
    const float before = kept.ends[at] - (at == 0 ? 0 : kept.ends[at - 1]);
    const float grown = row_parts(ui, list, list.row(index), width).height - before;
    if (grown == 0) return;
    for (std::size_t i = at; i < kept.ends.size(); ++i) kept.ends[i] += grown;
}

// Rows as they stand on the screen; place 0 is the uppermost.
class Places {
  public:
    Places(const LogList& list, const Kept& kept)
        : ends_(kept.ends), newest_first_(list.order == LogList::Order::NewestFirst) {}

    [[nodiscard]] float total() const { return ends_.empty() ? 0 : ends_.back(); }
    [[nodiscard]] int count() const { return static_cast<int>(ends_.size()); }
    [[nodiscard]] int index(int place) const { return newest_first_ ? count() - 1 - place : place; }
    [[nodiscard]] int place(int index) const { return newest_first_ ? count() - 1 - index : index; }
    [[nodiscard]] float top(int place) const {
        return newest_first_ ? total() - ends_[static_cast<std::size_t>(index(place))] : start(place);
    }
    [[nodiscard]] float height(int place) const {
        const auto at = static_cast<std::size_t>(index(place));
        return ends_[at] - (at == 0 ? 0 : ends_[at - 1]);
    }
    // The first place that reaches below `y`.
    [[nodiscard]] int at(float y) const {
        int low = 0;
        int high = count();
        while (low < high) {
            const int middle = (low + high) / 2;
            if (top(middle) + height(middle) > y)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

  private:
    [[nodiscard]] float start(int place) const { return place == 0 ? 0 : ends_[static_cast<std::size_t>(place) - 1]; }

    const std::vector<float>& ends_;
    bool newest_first_;
};

// The row whose content stands beside the list.
void draw_mark(Ui& ui, Rect rect, std::size_t seen) {
    const float wide = ui.metrics().px(4);
    ui.paint().fill({rect.x, rect.y + wide, wide, rect.h - 2 * wide}, ui.colours().accent_edge, wide / 2);
    ui.last_of(seen).on = true;
}

bool draw_row(Ui& ui, Rect rect, const LogList& list, int index, bool chosen) {
    const Palette& c = ui.colours();
    const Metrics& m = ui.metrics();
    const LogRow row = list.row(index);
    const std::string key = std::string(list.key) + "." + std::to_string(index);
    const std::string label = (row.day.empty() ? "" : row.day + " ") + row.time + " " + row.text;
    const Touch state = touch(
        ui, rect,
        {.key = key, .kind = Kind::Row, .label = label, .guarded = false, .stop = false, .height_asked = m.control()});
    const Color under = ui.paint().ground_at(rect.centre());
    const bool marked = index == list.marked;
    const Color ground = state.held                          ? mix(under, c.edge, 0.16)
                         : state.hovered || chosen || marked ? mix(under, c.edge, 0.08)
                                                             : under;
    if (ground != under) ui.paint().fill(rect, ground, m.px(8));
    if (marked) draw_mark(ui, rect, state.seen);
    ui.last_of(state.seen).detail = row.detail;
    const RowParts parts = row_parts(ui, list, row, rect.w);
    const Color ink = row.intent == Intent::Danger && !row.taken_back ? c.danger_soft.ink
                      : row.taken_back                                ? c.ink_soft
                                                                      : c.ink;
    const float words = parts.text.height + parts.detail.height;
    const float beside = row.day.empty() ? 0 : parts.text.face.line + parts.day.height;
    const float y = rect.y + (rect.h - std::max(words, beside)) / 2;
    const float line = parts.text.face.line;
    const TextBlock time = lay_out(ui.fonts(), Type::Strong, row.time, 1e6F);
    ui.paint().text({rect.x + row_pad(ui), y, time.width, time.height}, time, c.ink_soft);
    if (!row.day.empty()) {
        ui.paint().text({rect.x + row_pad(ui), y + line, parts.day.width, parts.day.height}, parts.day, c.ink_soft);
    }
    const float icon_x = rect.x + row_pad(ui) + time_room(ui, list);
    ui.paint().icon_sized({icon_x + m.with_type(9), y + line / 2}, row.icon, ink, m.with_type(17));
    const float x = icon_x + icon_room(ui, list);
    const float room = rect.right() - row_pad(ui) - x;
    ui.paint().text({x, y, room, parts.text.height}, parts.text, ink);
    if (row.taken_back) {
        float strike = y + line * 0.56F;
        for (const Line& each : parts.text.lines) {
            ui.paint().line({x, strike}, {x + each.width, strike}, ink, m.px(2));
            strike += parts.text.line;
        }
    }
    if (!row.detail.empty()) {
        ui.paint().text({x, y + parts.text.height, room, parts.detail.height}, parts.detail, c.ink_soft);
    }
    record_text(ui, state.seen, ink, ground, 7,
                !parts.text.word_broken && !parts.detail.word_broken && parts.height <= rect.h + 1);
    return state.tap == Tap::Taken;
}

// Moves the chosen row; true when it was opened.
bool keys(Ui& ui, const Places& places, Kept& kept) {
    const int before = kept.chosen;
    int place = kept.chosen < 0 ? -1 : places.place(kept.chosen);
    if (ui.take(Key::Down)) ++place;
    if (ui.take(Key::Up)) --place;
    if (ui.take(Key::Home)) place = 0;
    if (ui.take(Key::End)) place = places.count() - 1;
    if (ui.take(Key::PageDown)) place += 8;
    if (ui.take(Key::PageUp)) place -= 8;
    if (places.count() > 0 && (place >= 0 || before >= 0)) {
        kept.chosen = places.index(std::clamp(place, 0, places.count() - 1));
    }
    return kept.chosen >= 0 && kept.chosen < places.count() && (ui.take(Key::Enter) || ui.take(Key::Space));
}

float newest_room(Ui& ui) { return ui.metrics().control() + ui.metrics().gap(Gap::Tight); }

// The way to the newest row, on a line of its own: it comes and goes only while no finger is down, and the rows below
// it keep their places. How much lower they begin than in the last frame.
float offer_newest(Ui& ui, Rect& rect, const LogList& list, Kept& kept) {
    if (list.to_newest.empty() || list.order != LogList::Order::NewestFirst) return 0;
    const bool was_offered = kept.offered;
    const float room = newest_room(ui);
    const bool roomy = rect.h >= room + ui.metrics().control();
    if (!ui.pointer_down()) kept.offered = kept.unseen && roomy;
    // Where one row alone can be seen, it is the newest.
    if (!ui.pointer_down() && kept.unseen && !roomy) kept.to_newest = true;
    const float moved = kept.offered == was_offered ? 0 : kept.offered ? room : -room;
    if (!kept.offered) return moved;
    const std::string key = std::string(list.key) + ".newest";
    const QuietButton button{.key = key, .label = list.to_newest, .icon = Icon::Up};
    Rect place = rect.cut_top(room - ui.metrics().gap(Gap::Tight), ui.metrics().gap(Gap::Tight));
    place.w = std::min(place.w, quiet_button_width(ui, button));
    kept.to_newest = quiet_button(ui, place, button) == Tap::Taken;
    return moved;
}

// What is read stays where it is while rows are added above it.
void follow_newest(Ui& ui, Scroll& scroll, const Places& places, float moved, Kept& kept) {
    const int added = places.count() - kept.count;
    if (kept.offset > 1 && kept.count > 0 && added > 0 && places.index(0) == places.count() - 1) {
        moved += places.top(added);
        kept.unseen = true;
    }
    if (kept.to_newest) moved = -scroll.offset();
    kept.to_newest = false;
    if (moved != 0 && scroll.offset() > 0) scroll.keep_place(moved);
    if (scroll.offset() <= 1) kept.unseen = false;
    kept.count = places.count();
    kept.offset = scroll.offset();
    if (kept.unseen && !kept.offered && !ui.pointer_down()) ui.wake_at(ui.now() + 1);
}

}  // namespace

int log_list(Ui& ui, Rect rect, const LogList& list) {
    const std::string key(list.key);
    auto& kept = ui.memory<Kept>(key + "#log");
    if (kept.chosen >= list.count) kept.chosen = -1;
    if (kept.revision != list.revision || kept.count > list.count) {
        kept.unseen = false;
        kept.count = 0;
    }
    const float moved = offer_newest(ui, rect, list, kept);
    ShownWidget& seen = ui.record({.key = key, .kind = Kind::List, .rect = rect});
    seen.stop = list.count > 0;
    const bool here = seen.focused && ui.keyboard().shown();
    if (here) focus_ring(ui, rect, ui.metrics().small_radius());

    Scroll scroll(ui, key + ".area", rect, Scroll::Stop::No);
    Rect content = scroll.content();
    if (list.count == 0 && !list.empty.empty()) {
        text(ui, content.inset(row_pad(ui)), {.text = list.empty, .ink = Ink::Soft});
        return -1;
    }
    keep_heights(ui, list, content.w, kept);
    const Places places(list, kept);
    follow_newest(ui, scroll, places, moved, kept);
    content = scroll.content();
    const int before = kept.chosen;
    int opened = ui.keyboard().on(key) && keys(ui, places, kept) ? kept.chosen : -1;
    if (kept.chosen != before) {
        const int place = places.place(kept.chosen);
        scroll.bring_into_view(places.top(place), places.top(place) + places.height(place));
    }
    if (const int was = std::exchange(kept.marked, list.marked); was != list.marked && list.marked >= 0) {
        const int place = places.place(list.marked);
        scroll.bring_into_view(places.top(place), places.top(place) + places.height(place));
    }
    const float from = rect.y - content.y;
    for (int place = places.at(from); place < places.count(); ++place) {
        if (content.y + places.top(place) >= rect.bottom()) break;
        const int index = places.index(place);
        keep_height(ui, list, content.w, index, kept);
        const Rect row{content.x, content.y + places.top(place), content.w, places.height(place)};
        if (draw_row(ui, row, list, index, here && index == kept.chosen)) {
            kept.chosen = opened = index;
            ui.keyboard().by_pointer(key);
        }
    }
    scroll.extent(places.total());
    return opened;
}

}  // namespace hamer::ui
