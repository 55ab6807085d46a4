#include "ui/toolkit/widgets/time_chart.h"

#include "base/time.h"
#include "base/time_scale.h"
#include "base/typed_time.h"
#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace hamer::ui {

namespace {

constexpr double most_zoom = 64;

// What a chart keeps: how far it is zoomed in, on what, and which mark is chosen.
struct Kept {
    double zoom = 1;
    double centre = 0.5;  // share of the whole
    int chosen = -1;
};

struct Spot {
    const TimeMark* mark = nullptr;
    std::size_t lane = 0;
    std::size_t index = 0;  // in its lane
};

// All marks in time, as the arrow keys walk along them.
std::vector<Spot> in_time(const TimeChart& chart) {
    std::vector<Spot> all;
    for (std::size_t lane = 0; lane < chart.lanes.size(); ++lane) {
        const auto& marks = chart.lanes[lane].marks;
        for (std::size_t i = 0; i < marks.size(); ++i) all.push_back({&marks[i], lane, i});
    }
    std::ranges::stable_sort(all, {}, [](const Spot& spot) { return spot.mark->at; });
    return all;
}

std::vector<QuietButton> buttons_of(const TimeChart& chart, const Kept& kept, std::vector<std::string>& keys) {
    keys = {std::string(chart.key) + ".in", std::string(chart.key) + ".out", std::string(chart.key) + ".earlier",
            std::string(chart.key) + ".later"};
    std::vector<QuietButton> buttons{{.key = keys[0], .label = chart.zoom_in, .icon = Icon::Add, .guarded = false},
                                     {.key = keys[1], .label = chart.zoom_out, .icon = Icon::Search, .guarded = false}};
    if (kept.zoom > 1) {
        buttons.push_back({.key = keys[2], .label = chart.earlier, .icon = Icon::Left, .guarded = false});
        buttons.push_back({.key = keys[3], .label = chart.later, .icon = Icon::Right, .guarded = false});
    }
    return buttons;
}

class Drawing {
  public:
    Drawing(Ui& ui, const TimeChart& chart, Kept& kept) : ui_(ui), chart_(chart), kept_(kept) {}

    void draw(Rect rect) {
        const Metrics& m = ui_.metrics();
        Rect room = rect;
        std::vector<std::string> keys;
        const auto buttons = buttons_of(chart_, kept_, keys);
        const Rect below = room.cut_bottom(quiet_buttons_height(ui_, buttons, room.w), m.gap(Gap::Tight));
        const std::string words = says();
        const Text said{.text = words, .type = Type::Body, .ink = Ink::Soft, .key = says_key_};
        const Rect line = room.cut_bottom(2 * ui_.fonts().face(Type::Body).line, m.gap(Gap::Tight));
        plot_ = room;
        name_ = std::min(std::round(room.w * 0.24F), m.with_type(150));
        plot_.cut_left(name_, m.gap(Gap::Tight));
        const Rect scale = plot_.cut_bottom(ui_.fonts().face(Type::Small).line + m.gap(Gap::Hair));
        lane_ = plot_.h / static_cast<float>(std::max<std::size_t>(1, chart_.lanes.size()));
        place_marks();
        touch(room);
        draw_scale(scale);
        draw_lanes(room);
        (void)text(ui_, line, said);
        press(quiet_buttons(ui_, below, buttons));
    }

  private:
    [[nodiscard]] double span() const {
        return std::max<double>(1000, static_cast<double>(chart_.until - chart_.from)) / kept_.zoom;
    }
    [[nodiscard]] double start() const {
        const double whole = span() * kept_.zoom;
        const double half = span() / 2;
        return static_cast<double>(chart_.from) + std::clamp(kept_.centre * whole - half, 0.0, whole - 2 * half);
    }
    [[nodiscard]] float x_of(std::int64_t at) const {
        return plot_.x + static_cast<float>((static_cast<double>(at) - start()) / span()) * plot_.w;
    }
    // Those of one moment stand beside each other, so that each can be seen.
    void place_marks() {
        for (const TimeLane& lane : chart_.lanes) {
            std::vector<double> places;
            for (const TimeMark& mark : lane.marks) places.push_back(x_of(mark.at));
            places_.push_back(spread(std::move(places), 1.5 * mark_radius(), 4.5 * mark_radius()));
        }
    }
    [[nodiscard]] float x_of(const Spot& spot) const { return static_cast<float>(places_[spot.lane][spot.index]); }
    [[nodiscard]] bool in_sight(float x) const { return x >= plot_.x - 1 && x <= plot_.right() + 1; }

    [[nodiscard]] std::string says() const {
        const auto spots = in_time(chart_);
        if (kept_.chosen >= 0 && kept_.chosen < static_cast<int>(spots.size())) {
            return spots[static_cast<std::size_t>(kept_.chosen)].mark->says;
        }
        return std::string(chart_.hint);
    }

    void press(int button) {
        if (button == 0) zoom(2);
        if (button == 1) zoom(0.5);
        if (button == 2) move(-0.4);
        if (button == 3) move(0.4);
    }
    void zoom(double by) {
        kept_.zoom = std::clamp(kept_.zoom * by, 1.0, most_zoom);
        const auto spots = in_time(chart_);
        if (kept_.chosen >= 0 && kept_.chosen < static_cast<int>(spots.size())) {
            centre_on(spots[static_cast<std::size_t>(kept_.chosen)].mark->at);
        }
        move(0);
    }
    void move(double screens) {
        const double edge = 0.5 / kept_.zoom;
        kept_.centre = std::clamp(kept_.centre + screens / kept_.zoom, edge, 1 - edge);
        ui_.wake_at(ui_.now());
    }
    void centre_on(std::int64_t at) { kept_.centre = static_cast<double>(at - chart_.from) / (span() * kept_.zoom); }

    void touch(Rect room) {
        ShownWidget& seen = ui_.record({.key = std::string(chart_.key), .kind = Kind::List, .rect = room});
        seen.stop = true;
        here_ = seen.focused && ui_.keyboard().shown();
        if (here_) focus_ring(ui_, room, ui_.metrics().small_radius());
        const auto spots = in_time(chart_);
        const int count = static_cast<int>(spots.size());
        if (ui_.keyboard().on(chart_.key) && count > 0) {
            const int before = kept_.chosen;
            if (ui_.take(Key::Right)) kept_.chosen = std::min(count - 1, kept_.chosen + 1);
            if (ui_.take(Key::Left)) kept_.chosen = std::max(0, kept_.chosen - 1);
            if (kept_.chosen != before && kept_.zoom > 1) {
                centre_on(spots[static_cast<std::size_t>(kept_.chosen)].mark->at);
                move(0);
            }
        }
        const std::string surface = std::string(chart_.key) + ".surface";
        const Touch touched = hamer::ui::touch(
            ui_, plot_, {.key = surface, .kind = Kind::Row, .label = chart_.key, .guarded = false, .stop = false});
        if (touched.tap != Tap::Taken || count == 0) return;
        float best = ui_.metrics().mm(8);
        for (int i = 0; i < count; ++i) {
            const Spot& spot = spots[static_cast<std::size_t>(i)];
            const Point at{x_of(spot), plot_.y + (static_cast<float>(spot.lane) + 0.5F) * lane_};
            const float away = std::hypot(at.x - ui_.pointer().x, at.y - ui_.pointer().y);
            if (away < best) {
                best = away;
                kept_.chosen = i;
            }
        }
        ui_.keyboard().by_pointer(chart_.key);
        ui_.wake_at(ui_.now());
    }

    void draw_scale(Rect scale) {
        const Palette& c = ui_.colours();
        const float label = text_width(ui_.fonts(), Type::Small, "00:00:00") * 1.5F;
        const auto fits = std::max(std::int64_t{1}, static_cast<std::int64_t>(plot_.w / label));
        const std::int64_t step = round_step(static_cast<std::int64_t>(std::ceil(span())), fits);
        const auto wall = static_cast<std::int64_t>(start()) + chart_.offset;
        for (std::int64_t at = (wall / step + 1) * step - chart_.offset; static_cast<double>(at) <= start() + span();
             at += step) {
            const float x = x_of(at);
            ui_.paint().line({x, plot_.y}, {x, plot_.bottom()}, c.line, 1);
            const Instant instant{at, static_cast<int>(chart_.offset / 60'000)};
            // At midnight the day that begins there.
            const bool midnight = (at + chart_.offset) % 86'400'000 == 0;
            const std::string time =
                midnight ? shown_day(instant) : clock_time(instant).substr(0, step < 60'000 ? 8 : 5);
            const TextBlock block = lay_out(ui_.fonts(), Type::Small, time, 1e6F);
            const float last = std::max(plot_.x, plot_.right() - block.width);
            const float left = std::clamp(x - block.width / 2, plot_.x, last);
            ui_.paint().text({left, scale.y + ui_.metrics().gap(Gap::Hair), block.width, block.height}, block,
                             c.ink_soft);
        }
    }

    void draw_lanes(Rect room) {
        const Palette& c = ui_.colours();
        const auto spots = in_time(chart_);
        for (std::size_t i = 0; i < chart_.lanes.size(); ++i) {
            const TimeLane& lane = chart_.lanes[i];
            const float top = plot_.y + static_cast<float>(i) * lane_;
            if (i > 0) ui_.paint().line({room.x, top}, {plot_.right(), top}, c.line, 1);
            text_line(ui_, {room.x, top, name_, lane_}, {.text = lane.name, .type = Type::Small, .ink = Ink::Soft});
            for (const TimeBar& bar : lane.bars) draw_bar(bar, places_[i], top);
        }
        for (std::size_t i = 0; i < spots.size(); ++i) {
            const float y = plot_.y + (static_cast<float>(spots[i].lane) + 0.5F) * lane_;
            if (!in_sight(x_of(spots[i].mark->at))) continue;
            const float x = x_of(spots[i]);
            draw_mark(*spots[i].mark, {std::clamp(x, plot_.x, plot_.right()), y}, static_cast<int>(i) == kept_.chosen);
        }
    }

    [[nodiscard]] float mark_radius() const { return std::min(lane_ * 0.36F, ui_.metrics().with_type(11)); }

    void draw_bar(const TimeBar& bar, const std::vector<double>& marks, float top) {
        const Palette& c = ui_.colours();
        const float left = std::max(plot_.x, x_of(bar.from));
        const float right = bar.open ? plot_.right() : std::min(plot_.right(), x_of(bar.until));
        if (right < plot_.x || left > plot_.right()) return;
        const float pad = std::round(lane_ * 0.12F);
        const Rect place{left, top + pad, std::max(ui_.metrics().px(3), right - left), lane_ - 2 * pad};
        ui_.paint().fill(place, c.accent_soft.ground, ui_.metrics().px(4));
        ui_.paint().outline(place, c.accent_edge, 1, ui_.metrics().px(4));
        const float inset = ui_.metrics().gap(Gap::Hair);
        const TextBlock block = lay_out(ui_.fonts(), Type::Small, bar.label, 1e6F);
        // Words that do not fit are left out: the list below has them all.
        // They stand where no mark covers them: before the first one that would, or behind it.
        std::vector<double> covering = marks;
        std::ranges::sort(covering);
        float x = place.x + inset;
        for (const double mark : covering) {
            const auto at = static_cast<float>(mark);
            const bool apart = at + mark_radius() < x || at - mark_radius() > x + block.width + inset;
            if (!apart) x = at + mark_radius() + inset;
        }
        if (x + block.width + inset > place.right() || block.height > place.h + 2) return;
        ui_.paint().text({x, place.centre().y - block.height / 2, block.width, block.height}, block, c.accent_soft.ink);
    }

    void draw_mark(const TimeMark& mark, Point at, bool chosen) {
        const Palette& c = ui_.colours();
        const float radius = mark_radius();
        const bool hollow = mark.look == MarkLook::Hollow || mark.look == MarkLook::Dashed;
        const Color full = mark.look == MarkLook::Danger ? c.danger.ground : c.accent.ground;
        ui_.paint().circle(at, radius + ui_.metrics().px(1.5F), c.surface);  // what lies below ends before it
        ui_.paint().circle(at, radius, hollow ? c.surface : full);
        if (hollow) ui_.paint().ring(at, radius, c.ink_soft, mark.look == MarkLook::Dashed ? 1.0F : 2.0F);
        if (chosen) ui_.paint().ring(at, radius + ui_.metrics().px(4), c.focus, ui_.metrics().px(3));
        if (mark.sign.empty()) return;
        const Color ink = hollow ? c.ink : mark.look == MarkLook::Danger ? c.danger.ink : c.accent.ink;
        const TextBlock block = lay_out(ui_.fonts(), Type::Small, mark.sign, 1e6F);
        ui_.paint().text({at.x - block.width / 2, at.y - block.height / 2, block.width, block.height}, block, ink);
    }

    Ui& ui_;
    const TimeChart& chart_;
    Kept& kept_;
    std::string says_key_ = std::string(chart_.key) + ".says";
    Rect plot_;
    std::vector<std::vector<double>> places_;  // of each lane's marks
    float name_ = 0;
    float lane_ = 0;
    bool here_ = false;
};

}  // namespace

float time_chart_height(Ui& ui, const TimeChart& chart, float width) {
    const Metrics& m = ui.metrics();
    std::vector<std::string> keys;
    const auto& kept = ui.memory<Kept>(std::string(chart.key) + "#chart");
    const float lane = std::max(m.with_type(34), std::ceil(ui.fonts().face(Type::Small).line * 1.6F));
    return lane * static_cast<float>(chart.lanes.size()) + ui.fonts().face(Type::Small).line + m.gap(Gap::Hair) +
           2 * ui.fonts().face(Type::Body).line + 2 * m.gap(Gap::Tight) +
           quiet_buttons_height(ui, buttons_of(chart, kept, keys), width);
}

void time_chart(Ui& ui, Rect rect, const TimeChart& chart) {
    auto& kept = ui.memory<Kept>(std::string(chart.key) + "#chart");
    if (kept.zoom > 1) {
        if (ui.keyboard().on(chart.key) && ui.take(Key::Home)) kept = Kept{};
    }
    Drawing(ui, chart, kept).draw(rect);
}

}  // namespace hamer::ui
