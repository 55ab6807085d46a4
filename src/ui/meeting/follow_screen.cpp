#include "ui/meeting/follow_screen.h"

#include "ui/meeting/card_area.h"
#include "ui/meeting/follow_parts.h"
#include "ui/meeting/header.h"
#include "ui/meeting/standing_parts.h"
#include "ui/toolkit/widgets/button.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/scroll.h"
#include "ui/toolkit/widgets/text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr float side_width = 0.31F;  // share of the window in landscape
constexpr float log_height = 0.24F;  // and in portrait
constexpr float short_log = 0.07F;
constexpr float entry_height = 0.42F;     // of a line that is read there
constexpr float most_choices = 0.8F;      // of what the card and they have together
constexpr std::size_t most_entries = 12;  // where they are no list
constexpr float most_phones = 0.5F;       // of what the log and they have together

// This screen's own three choices. They are not kept.
struct Switches {
    QuietButton language;
    QuietButton face;
    QuietButton text;
    std::string size;
};

constexpr float text_sizes[] = {1.0F, 1.25F, 1.5F, 2.0F};

float next_text_size(float size) {
    for (const float each : text_sizes) {
        if (each > size + 0.01F) return each;
    }
    return text_sizes[0];
}

Switches switches_of(Ui& ui, const Say& say) {
    const bool dark = ui.look().face == Face::Dark;
    Switches made;
    made.language = {.key = "language", .label = say("EN", "NL"), .bare = true, .guarded = false};
    made.face = {.key = "face",
                 .label = dark ? say("Licht", "Light") : say("Donker", "Dark"),
                 .icon = dark ? Icon::Sun : Icon::Moon,
                 .bare = true,
                 .guarded = false};
    made.size = fmt::format("{} {} %", say("Tekst", "Text"), std::lround(ui.look().text_size * 100));
    made.text = {.key = "text", .bare = true, .guarded = false};
    return made;
}

}  // namespace

float FollowScreen::switches_width(Ui& ui) const {
    Switches made = switches_of(ui, say_);
    made.text.label = made.size;
    float width = 2 * ui.metrics().gap(Gap::Hair);
    for (const QuietButton& each : {made.language, made.text, made.face}) width += quiet_button_width(ui, each);
    return width;
}

float FollowScreen::head_line(Ui& ui) const {
    return std::max(ui.metrics().control(), ui.fonts().face(Type::Strong).line + 2 * ui.metrics().gap(Gap::Tight));
}

// One line, or two where the words are large or the window is narrow.
float FollowScreen::head_height(Ui& ui, float width) const {
    const Metrics& metrics = ui.metrics();
    const bool two = follow_mark_width(ui, say_) + metrics.gap(Gap::Normal) + switches_width(ui) > width;
    return two ? 2 * head_line(ui) + metrics.gap(Gap::Hair) : head_line(ui);
}

void FollowScreen::draw(Ui& ui, const FollowView& view, const std::optional<FollowedMeeting>& meeting,
                        Language& language) {
    say_ = Say{language};
    const Metrics& metrics = ui.metrics();
    Rect area = ui.area().inset(metrics.gap(Gap::Normal), metrics.gap(Gap::Snug));
    if (view.drill || view.chair.drill) drill_band(ui, area, language);
    const Rect head = area.cut_top(head_height(ui, area.w), metrics.gap(Gap::Tight));
    if (!view.across.empty()) {
        const float height = lines_height(ui, view.across, area.w);
        standing_lines(ui, area.cut_top(height, metrics.gap(Gap::Tight)), view.across);
    }
    if (view.waiting || !meeting)
        draw_waiting(ui, area, view);
    else
        draw_meeting(ui, area, view, *meeting);
    draw_head(ui, head, view, language);
}

void FollowScreen::draw_head(Ui& ui, Rect area, const FollowView& view, Language& language) {
    const Metrics& metrics = ui.metrics();
    const float gap = metrics.gap(Gap::Normal);
    const bool two = area.h > header_height(ui) + 1;
    Rect upper = two ? area.cut_top(header_height(ui), metrics.gap(Gap::Hair)) : area;
    Rect& lower = two ? area : upper;
    Switches made = switches_of(ui, say_);
    made.text.label = made.size;
    Rect places = lower.cut_right(switches_width(ui), gap);
    const float hair = metrics.gap(Gap::Hair);
    const auto tapped = [&](const QuietButton& button) {
        return quiet_button(ui, places.cut_left(quiet_button_width(ui, button), hair), button) == Tap::Taken;
    };
    if (tapped(made.language)) language = language == Language::Dutch ? Language::English : Language::Dutch;
    Look look = ui.look();
    if (tapped(made.text)) look.text_size = next_text_size(look.text_size);
    if (tapped(made.face)) look.face = look.face == Face::Dark ? Face::Light : Face::Dark;
    if (look != ui.look()) ui.wish_look(look);
    follow_mark(ui, upper.cut_left(follow_mark_width(ui, say_), gap), say_);
    const Text title{.text = view.chair.meeting, .type = Type::Strong, .ink = Ink::Soft, .icon = Icon::Gavel};
    const float needed = text_width(ui.fonts(), Type::Strong, title.text) + metrics.with_type(30);
    if (!title.text.empty() && needed <= upper.w) text_line(ui, upper, title);
}

void FollowScreen::draw_waiting(Ui& ui, Rect area, const FollowView& view) {
    const Metrics& metrics = ui.metrics();
    const float inner = area.w - 2 * metrics.gap(Gap::Wide);
    Rect numbers = panel(
        ui, area.cut_bottom(std::min(area.h * most_phones, phones_height(ui, view, inner) + 2 * metrics.gap(Gap::Wide)),
                            metrics.gap(Gap::Snug)));
    Rect inside = panel(ui, area);
    {
        Scroll scroll(ui, "waiting", inside, Scroll::Stop::No);
        Column column(scroll.content(), metrics.gap(Gap::Normal));
        const std::string place = std::string(say_("Map: ", "Folder: ")) + view.folder;
        for (const Text& line :
             {Text{.text = say_("Wacht op een vergadering …", "Waiting for a meeting …"),
             .type = Type::Title,
             .icon = Icon::Clock,
             .key = "waiting.title"},
              Text{.text = say_("Zodra de voorzitter in Hamer een vergadering begint, verschijnt die hier vanzelf.",
                                "As soon as the chair begins a meeting in Hamer, it appears here by itself."),
              .type = Type::Label},
              Text{.text = place, .ink = Ink::Soft, .icon = Icon::Folder, .key = "waiting.folder"}}) {
            (void)text(ui, column.next(text_height(ui, line, column.width())), line);
        }
        scroll.extent(column.used());
    }
    Scroll scroll(ui, "phones", numbers, Scroll::Stop::No);
    Rect place = scroll.content();
    place.h = phones_height(ui, view, place.w);
    phones(ui, place, view);
    scroll.extent(place.h);
}

void FollowScreen::draw_meeting(Ui& ui, Rect area, const FollowView& view, const FollowedMeeting& meeting) {
    const Metrics& metrics = ui.metrics();
    const float gap = metrics.gap(Gap::Snug);
    const bool portrait = metrics.portrait();
    if (session_ != meeting.id) open_.reset();
    session_ = meeting.id;

    std::vector<AlertView> lines = view.beside;
    if (!view.chair.notice.empty()) lines.push_back({"notice", view.chair.notice, Tone::Primary, std::nullopt});
    if (metrics.compact()) return draw_compact(ui, area, view, lines, meeting.session);
    const std::vector<FactBox> band = band_of(view.chair);
    facts(ui, area.cut_top(facts_height(ui, band, area.w), gap), band);
    Rect side = portrait ? Rect{} : area.cut_right(area.w * side_width, gap);
    if (!lines.empty()) {
        Rect& beside = portrait ? area : side;
        standing_lines(ui, beside.cut_top(lines_height(ui, lines, beside.w), gap), lines);
    }
    if (portrait) {
        const float phones_room = phones_height(ui, view, area.w - 2 * metrics.gap(Gap::Normal));
        // Where each choice has words of its own they need the room more than the log.
        const bool wordy = std::ranges::any_of(view.choices, [](const ButtonView& each) { return !each.say.empty(); });
        const float share = area.h * (open_ ? entry_height : wordy ? short_log : log_height);
        side = area.cut_bottom(share + gap + phones_room + 2 * metrics.gap(Gap::Snug), gap);
    }
    if (!view.choices.empty()) {
        const float inner = area.w - 2 * metrics.gap(Gap::Normal);
        const float needed = choices_height(ui, view.choices, inner, say_) + 2 * metrics.gap(Gap::Normal);
        const Rect inside =
            panel(ui, area.cut_bottom(std::min(needed, area.h * most_choices), gap), Ground::Surface, Gap::Normal);
        Scroll scroll(ui, "choices.all", inside);
        Rect place = scroll.content();
        place.h = choices_height(ui, view.choices, place.w, say_);
        choices(ui, place, view.choices, say_);
        scroll.extent(place.h);
    }
    (void)draw_card(ui, area, view.chair, say_);
    draw_side(ui, side, view, meeting);
}

// Very large words in a small window: one column under the card's title, and the two numbers below it.
void FollowScreen::draw_compact(Ui& ui, Rect area, const FollowView& view, const std::vector<AlertView>& lines,
                                const Session& session) {
    const Metrics& metrics = ui.metrics();
    open_.reset();
    FollowView numbers;
    numbers.phones = view.phones;
    const float needed = phones_height(ui, numbers, area.w - 2 * metrics.gap(Gap::Normal)) + 2 * metrics.gap(Gap::Snug);
    const Rect foot = area.cut_bottom(needed, metrics.gap(Gap::Snug));
    const auto below = [&](Column& column) {
        const auto next = [&](float height) { return column.next(height); };
        if (!view.choices.empty()) {
            choices(ui, next(choices_height(ui, view.choices, column.width(), say_)), view.choices, say_);
        }
        standing_lines(ui, next(lines_height(ui, lines, column.width())), lines);
        const std::vector<FactBox> band = band_of(view.chair);
        facts(ui, next(facts_height(ui, band, column.width())), band);
        FollowView inside;
        inside.extensions = view.extensions;
        phones(ui, next(phones_height(ui, inside, column.width())), inside);
        const auto& entries = session.entries();
        const std::size_t shown = std::min(entries.size(), most_entries);
        for (std::size_t i = 0; i < shown; ++i) {
            const LogLine line = log_line(session, entries[entries.size() - 1 - i], say_.language);
            const std::string words =
                fmt::format("{}  {}{}", time_of(line), line.text,
                            line.taken_back ? say_(" (hersteld)", " (taken back)") : std::string_view());
            const Text row{.text = words, .ink = line.taken_back ? Ink::Soft : Ink::Normal};
            (void)text(ui, next(text_height(ui, row, column.width())), row);
        }
    };
    (void)draw_card(ui, area, view.chair, say_, below);
    phones(ui, panel(ui, foot, Ground::Surface, Gap::Snug).inset(metrics.gap(Gap::Normal) - metrics.gap(Gap::Snug), 0),
           numbers);
}

void FollowScreen::draw_side(Ui& ui, Rect area, const FollowView& view, const FollowedMeeting& meeting) {
    const Metrics& metrics = ui.metrics();
    const Session& session = meeting.session;
    const float needed = phones_height(ui, view, area.w - 2 * metrics.gap(Gap::Normal)) + 2 * metrics.gap(Gap::Snug);
    Rect numbers = panel(ui, area.cut_bottom(std::min(needed, area.h * most_phones), metrics.gap(Gap::Snug)),
                         Ground::Surface, Gap::Snug);
    numbers = numbers.inset(metrics.gap(Gap::Normal) - metrics.gap(Gap::Snug), 0);
    if (open_ && session.entry(*open_)) {
        draw_entry(ui, area, session);
    } else {
        const Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
        const std::uint64_t edition = std::hash<std::string>()(meeting.id) + (meeting.edition << 32U);
        const int opened = log_list(ui, inside, log_of(session, edition, say_));
        if (opened >= 0) {
            open_ = session.entries()[static_cast<std::size_t>(opened)].seq;
            ui.focus("entry.close");
        }
    }
    Scroll scroll(ui, "phones", numbers, Scroll::Stop::No);
    Rect place = scroll.content();
    place.h = phones_height(ui, view, place.w);
    phones(ui, place, view);
    scroll.extent(place.h);
}

void FollowScreen::draw_entry(Ui& ui, Rect area, const Session& session) {
    const LogLine line = log_line(session, *session.entry(*open_), say_.language);
    const SidePanel panel(ui, "entry", area, say_("Uit het logboek", "From the log"), say_("Sluiten", "Close"));
    {
        Scroll scroll(ui, fmt::format("entry.{}", *open_), panel.content());
        Column column(scroll.content(), ui.metrics().gap(Gap::Snug));
        entry_texts(ui, column, line, say_);
        article_texts(ui, column, session, line, say_);
        scroll.extent(column.used());
    }
    if (panel.closed()) open_.reset();
}

}  // namespace hamer::ui
