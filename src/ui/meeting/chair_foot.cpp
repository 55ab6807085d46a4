#include "ui/meeting/chair_screen.h"
#include "ui/meeting/quiet_parts.h"

#include <algorithm>
#include <cmath>

namespace hamer::ui {

namespace {

constexpr std::int64_t corner_guard_ms = 600;  // at least as long as the guard itself

// As high as Herstel is with two lines of words: it names what it takes back, and must never grow into the card.
float undo_height(Ui& ui) {
    constexpr float leading = 0.94F;
    const float words = 2 * leading * ui.fonts().face(Type::Strong).line;
    return std::max(ui.metrics().control(), std::ceil(words + 2 * ui.metrics().gap(Gap::Tight)) + 1);
}

// All of the label, or as many of its words as the button can hold, with "…" at the end.
std::string beginning_that_fits(Ui& ui, QuietButton button, Rect place, const std::string& label) {
    if (quiet_button_fits(ui, button, place)) return label;
    std::string part = label;
    while (!part.empty()) {
        // A whole word where it is not a very long one.
        const std::size_t space = part.find_last_of(' ');
        if (space != std::string::npos && part.size() - space < 20) {
            part.resize(space);
        } else {
            while ((static_cast<unsigned char>(part.back()) & 0xC0) == 0x80) part.pop_back();
            part.pop_back();
        }
        const std::string tried = part + "…";
        button.label = tried;
        if (quiet_button_fits(ui, button, place)) return tried;
    }
    return label;
}

}  // namespace

// Two lines beside the corner in landscape; in portrait the quiet buttons have a line of their own above it.
ChairScreen::Foot ChairScreen::place_foot(Ui& ui, Rect& area, const ChairView& view) const {
    const Metrics& metrics = ui.metrics();
    const float gap = metrics.gap(Gap::Tight);
    const float line = metrics.control();
    const bool portrait = metrics.portrait();
    // Red and what is not red stay 8 mm apart, also from a panel's lowest button and from the card's.
    const float above = std::max(metrics.gap(Gap::Snug), metrics.danger_gap() - metrics.gap(Gap::Normal));
    const float lower = undo_height(ui) + gap + line;
    Rect rest = area.cut_bottom(portrait ? lower + line + metrics.danger_gap() : lower, above);
    Foot foot;
    if (portrait) foot.quiet = rest.cut_top(line, metrics.danger_gap());
    if (view.corner)
        foot.corner = rest.cut_right(std::min(rest.w * 0.32F, std::max(metrics.mm(58), metrics.with_type(270))),
                                     metrics.danger_gap());
    if (portrait) {
        foot.undo = rest.cut_top(undo_height(ui), gap);
        foot.tools = rest;
    } else {
        foot.quiet = rest.cut_top(line, gap);
        foot.undo = rest;
    }
    return foot;
}

void ChairScreen::draw_foot(Ui& ui, const Foot& foot, const ChairView& view, const MeetingFacts& meeting,
                            std::vector<Action>& actions) {
    draw_quiet(ui, foot.quiet, view, meeting, actions);
    draw_tools(ui, foot, view, meeting, actions);
    if (view.corner) draw_corner(ui, foot.corner, *view.corner, actions);
}

BigButton ChairScreen::corner_button(const ButtonView& corner) {
    return {.key = corner.key,
            .label = corner.label,
            .icon = Icon::Phone,
            .intent = Intent::Danger,
            .filled = true,
            .shortcut = '0',
            .enabled = corner.enabled,
            .why = corner.why};
}

// Help is never held up by what changes elsewhere: the guard holds for the corner only when it has itself changed.
void ChairScreen::draw_corner(Ui& ui, Rect place, const ButtonView& corner, std::vector<Action>& actions) {
    if (!corner_event_.empty() && corner.event != corner_event_) corner_new_ = ui.now() + corner_guard_ms;
    corner_event_ = corner.event;
    BigButton button = corner_button(corner);
    button.guarded = ui.now() < corner_new_;
    if (big_button(ui, place, button) != Tap::Taken) return;
    actions.emplace_back(by_chair(Do{corner.event, corner.with}, corner.key));
}

// As many as fit on one line, so that the card never moves; all of them are behind "Meer".
void ChairScreen::draw_quiet(Ui& ui, Rect area, const ChairView& view, const MeetingFacts& meeting,
                             std::vector<Action>& actions) {
    const float gap = ui.metrics().gap(Gap::Tight);
    std::vector<QuietButton> buttons;
    std::vector<float> widths;
    float needed = -gap;
    for (const ButtonView& each : view.quiet) {
        buttons.push_back(quiet_from(each, say_));
        widths.push_back(quiet_button_width(ui, buttons.back()));
        needed += widths.back() + gap;
    }
    const QuietButton more{.key = "more", .label = say_("Meer …", "More …"), .shortcut = 'M', .guarded = false};
    if (view.dossier) {
        const QuietButton dossier = dossier_button(*view.dossier, say_);
        const Rect place = area.cut_right(quiet_button_width(ui, dossier), gap);
        if (quiet_button(ui, place, dossier) == Tap::Taken) actions.emplace_back(OpenDossier{});
    }
    const bool too_many = needed > area.w;
    const Rect more_place = too_many ? area.cut_right(quiet_button_width(ui, more), gap) : Rect{};
    for (std::size_t i = 0; i < buttons.size() && widths[i] <= area.w + 0.5F; ++i) {
        const Rect place = area.cut_left(widths[i], gap);
        if (quiet_button(ui, place, buttons[i]) == Tap::Taken)
            panels_.press(view.quiet[i], meeting, say_.language, actions);
    }
    if (too_many && quiet_button(ui, more_place, more) == Tap::Taken) panels_.open_more();
}

void ChairScreen::draw_undo(Ui& ui, Rect place, const ChairView& view, std::vector<Action>& actions) {
    const std::string short_label(say_("Herstel", "Undo"));
    const std::string label = view.undo.empty() ? short_label : short_label + ": " + view.undo;
    QuietButton undo{.key = "undo",
                     .label = label,
                     .icon = Icon::Undo,
                     .shortcut = 'H',
                     .enabled = !view.undo.empty(),
                     .why = say_("Er is niets om te herstellen.", "There is nothing to take back.")};
    // A municipality may give an event a very long name: in smaller type, and at last its beginning.
    const std::string fitting = beginning_that_fits(ui, undo, place, label);
    undo.label = fitting;
    if (quiet_button(ui, place, undo) == Tap::Taken) {
        actions.emplace_back(by_chair(Undo{}, "undo"));
    }
}

// Always in the same place: Herstel, and what records anything at any moment.
void ChairScreen::draw_tools(Ui& ui, const Foot& foot, const ChairView& view, const MeetingFacts& meeting,
                             std::vector<Action>& actions) {
    const float gap = ui.metrics().gap(Gap::Tight);
    const QuietButton note{
        .key = "note", .label = say_("Notitie", "Note"), .icon = Icon::Note, .shortcut = 'N', .guarded = false};
    const QuietButton deviation{.key = "deviation",
                                .label = say_("Anders gegaan", "Went otherwise"),
                                .icon = Icon::Branch,
                                .shortcut = 'A',
                                .guarded = false};
    Rect undo_place = foot.undo;
    Rect tools = foot.tools.empty() ? foot.undo : foot.tools;
    const Rect deviation_place = tools.cut_right(quiet_button_width(ui, deviation), gap);
    const Rect note_place = foot.tools.empty() ? tools.cut_right(quiet_button_width(ui, note), gap) : tools;
    if (foot.tools.empty()) undo_place = tools;

    draw_undo(ui, undo_place, view, actions);
    if (quiet_button(ui, note_place, note) == Tap::Taken) panels_.open_note();
    if (quiet_button(ui, deviation_place, deviation) == Tap::Taken) panels_.open_deviation(meeting);
}

}  // namespace hamer::ui
