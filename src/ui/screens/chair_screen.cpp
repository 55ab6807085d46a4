#include "ui/screens/chair_screen.h"

#include "ui/screens/card_area.h"
#include "ui/screens/header.h"
#include "ui/screens/tones.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/log_list.h"
#include "ui/widgets/text.h"

#include <algorithm>

namespace hamer::ui {

namespace {

constexpr float log_width = 0.30F;     // share of the window in landscape
constexpr float log_height = 0.22F;    // and in portrait
constexpr float panel_height = 0.55F;  // of a panel in portrait: it needs more room than the log that it covers

Command tap_of(const ButtonView& button) { return {Do{button.event, button.with}, std::nullopt, "chair"}; }

}  // namespace

void ChairScreen::draw(Ui& ui, const ChairView& view, const Desk& desk, Language language,
                       std::vector<Action>& actions) {
    say_ = Say{language};
    const Metrics& metrics = ui.metrics();
    const float gap = metrics.gap(Gap::Snug);
    Rect area = ui.area().inset(metrics.gap(Gap::Normal), metrics.gap(Gap::Snug));
    if (view.drill) {
        const Banner drill{
            .key = "drill", .text = say_("OEFENING", "DRILL"), .icon = Icon::Drill, .tone = Tone::Accent};
        (void)banner(ui, area.cut_top(banner_height(ui, drill, area.w), gap), drill);
    }
    draw_band(ui, area, view, actions);
    draw_alerts(ui, area, view, actions);
    draw_foot(ui, area, view, desk, actions);

    const bool portrait = metrics.portrait();
    const Rect side = portrait ? area.cut_bottom(area.h * (panels_.is_open() ? panel_height : log_height), gap)
                               : area.cut_right(area.w * log_width, gap);
    if (const auto tapped = draw_card(ui, area, view, say_)) {
        if (tapped->key == put_away_key)
            actions.emplace_back(PutAway{});
        else
            panels_.press(*tapped, desk, language, actions);
    }
    if (panels_.is_open())
        panels_.draw(ui, side, desk, view, language, actions);
    else
        draw_log(ui, side, view, desk);
}

void ChairScreen::draw_band(Ui& ui, Rect& area, const ChairView& view, std::vector<Action>& actions) {
    const Metrics& metrics = ui.metrics();
    std::vector<Fact> band;
    for (const BandFact& each : view.band) {
        band.push_back({.key = each.key,
                        .label = each.label,
                        .value = each.value,
                        .icon = each.key == "timer" ? Icon::Clock : Icon::None,
                        .tone = tone_of(each.tone)});
    }
    if (metrics.portrait()) {
        header(ui, area, view.meeting, say_.language, actions);
        facts(ui, area.cut_top(facts_height(ui, band, area.w), metrics.gap(Gap::Snug)), band);
        return;
    }
    const float height = std::max(metrics.control(), facts_height(ui, band, area.w));
    const Rect line = area.cut_top(height, metrics.gap(Gap::Snug));
    facts(ui, switches(ui, line, say_.language, actions), band);
}

void ChairScreen::draw_alerts(Ui& ui, Rect& area, const ChairView& view, std::vector<Action>& actions) {
    const float gap = ui.metrics().gap(Gap::Tight);
    if (!view.notice.empty()) {
        const Banner notice{.key = "notice", .text = view.notice, .icon = Icon::Info, .tone = Tone::Accent};
        (void)banner(ui, area.cut_top(banner_height(ui, notice, area.w), gap), notice);
    }
    for (const AlertView& alert : view.alerts) {
        const Banner standing{.key = alert.key,
                              .text = alert.text,
                              .icon = alert.tone == hamer::Tone::Danger ? Icon::Alarm : Icon::Notice,
                              .tone = tone_of(alert.tone),
                              .button = alert.button ? std::string_view(alert.button->label) : std::string_view()};
        const Rect place = area.cut_top(banner_height(ui, standing, area.w), gap);
        if (banner(ui, place, standing) == Tap::Taken) actions.emplace_back(tap_of(*alert.button));
    }
}

// Two lines of quiet buttons, and the red corner as high as both.
void ChairScreen::draw_foot(Ui& ui, Rect& area, const ChairView& view, const Desk& desk, std::vector<Action>& actions) {
    const Metrics& metrics = ui.metrics();
    const float gap = metrics.gap(Gap::Tight);
    const float height = std::max(metrics.main_button(), 2 * metrics.control() + gap);
    Rect foot = area.cut_bottom(height, metrics.gap(Gap::Snug));
    if (view.corner) {
        const float width = std::min(foot.w * 0.32F, metrics.mm(58));
        draw_corner(ui, foot.cut_right(width, metrics.danger_gap()), *view.corner, actions);
    }
    draw_tools(ui, foot.cut_bottom(metrics.control(), gap), view, actions);
    draw_quiet(ui, foot, view, desk, actions);
}

void ChairScreen::draw_corner(Ui& ui, Rect place, const ButtonView& corner, std::vector<Action>& actions) {
    const BigButton button{.key = corner.key,
                           .label = corner.label,
                           .icon = Icon::Phone,
                           .tone = Tone::Danger,
                           .filled = true,
                           .shortcut = '0',
                           .enabled = corner.enabled,
                           .why = corner.why};
    if (big_button(ui, place, button) == Tap::Taken) actions.emplace_back(tap_of(corner));
}

// As many as fit on one line, so that the card never moves; the rest is behind "Meer".
void ChairScreen::draw_quiet(Ui& ui, Rect area, const ChairView& view, const Desk& desk, std::vector<Action>& actions) {
    if (view.quiet.empty()) return;
    const float gap = ui.metrics().gap(Gap::Tight);
    std::vector<QuietButton> buttons;
    std::vector<float> widths;
    float needed = -gap;
    for (const ButtonView& each : view.quiet) {
        buttons.push_back({.key = each.key, .label = each.label});
        widths.push_back(quiet_button_width(ui, buttons.back()));
        needed += widths.back() + gap;
    }
    const QuietButton more{
        .key = "more", .label = say_("Meer …", "More …"), .bare = true, .shortcut = 'M', .guarded = false};
    if (needed > area.w) {
        const Rect place = area.cut_right(quiet_button_width(ui, more), gap);
        if (quiet_button(ui, place, more) == Tap::Taken) panels_.open_more();
    }
    for (std::size_t i = 0; i < buttons.size() && widths[i] <= area.w + 0.5F; ++i) {
        const Rect place = area.cut_left(widths[i], gap);
        if (quiet_button(ui, place, buttons[i]) == Tap::Taken)
            panels_.press(view.quiet[i], desk, say_.language, actions);
    }
}

// Always in the same place: Herstel, and what records anything at any moment.
void ChairScreen::draw_tools(Ui& ui, Rect area, const ChairView& view, std::vector<Action>& actions) {
    const float gap = ui.metrics().gap(Gap::Tight);
    const QuietButton note{
        .key = "note", .label = say_("Notitie", "Note"), .icon = Icon::Note, .shortcut = 'N', .guarded = false};
    const QuietButton deviation{.key = "deviation",
                                .label = say_("Anders gegaan", "Went otherwise"),
                                .icon = Icon::Branch,
                                .shortcut = 'A',
                                .guarded = false};
    const Rect deviation_place = area.cut_right(quiet_button_width(ui, deviation), gap);
    const Rect note_place = area.cut_right(quiet_button_width(ui, note), gap);
    const std::string short_label(say_("Herstel", "Undo"));
    const std::string label = view.undo.empty() ? short_label : short_label + ": " + view.undo;
    QuietButton undo{.key = "undo",
                     .label = label,
                     .icon = Icon::Undo,
                     .shortcut = 'H',
                     .enabled = !view.undo.empty(),
                     .why = say_("Er is niets om te herstellen.", "There is nothing to take back.")};
    if (quiet_button_height(ui, undo, area.w) > area.h + 0.5F) undo.label = short_label;
    if (quiet_button(ui, area, undo) == Tap::Taken) actions.emplace_back(Command{Undo{}, std::nullopt, "chair"});
    if (quiet_button(ui, note_place, note) == Tap::Taken) panels_.open_note();
    if (quiet_button(ui, deviation_place, deviation) == Tap::Taken) panels_.open_deviation();
}

void ChairScreen::draw_log(Ui& ui, Rect area, const ChairView& view, const Desk& desk) {
    const Session& session = desk.session();
    Rect inside = panel(ui, area, Ground::Surface, Gap::Normal);
    const Text title{.text = view.meeting, .type = Type::Strong, .ink = Ink::Soft, .icon = Icon::Gavel};
    if (!ui.metrics().portrait()) {
        (void)text(ui, inside.cut_top(text_height(ui, title, inside.w), ui.metrics().gap(Gap::Tight)), title);
    }
    const LogList list{.key = "log",
                       .empty = say_("Nog niets vastgelegd", "Nothing recorded yet"),
                       .count = static_cast<int>(session.entries().size()),
                       .revision = 2 * session.revisions() + static_cast<std::uint64_t>(say_.language),
                       .row = [&](int index) {
                           const Entry& entry = session.entries()[static_cast<std::size_t>(index)];
                           const LogLine line = log_line(session, entry, say_.language);
                           return LogRow{.time = clock_time(line.occurred),
                                         .text = line.text,
                                         .detail = line.detail,
                                         .tone = line.system ? Tone::Calm : Tone::Normal,
                                         .taken_back = line.taken_back};
                       }};
    const int opened = log_list(ui, inside, list);
    if (opened >= 0) panels_.open_entry(desk, session.entries()[static_cast<std::size_t>(opened)].seq, say_.language);
}

}  // namespace hamer::ui
