#include "ui/meeting/chair_screen.h"

#include "ui/meeting/broadcast_view.h"
#include "ui/meeting/card_area.h"
#include "ui/meeting/header.h"
#include "ui/meeting/standing_parts.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/log_list.h"
#include "ui/toolkit/widgets/text.h"

#include <algorithm>
#include <utility>

namespace hamer::ui {

namespace {

constexpr float log_width = 0.30F;      // share of the window in landscape
constexpr float trainer_width = 0.36F;  // of the trainer's panel, which has more to read
constexpr float log_height = 0.13F;     // and in portrait
constexpr float panel_height = 0.48F;   // of a panel in portrait: it needs more room than the log that it covers

// The head of the log: what the meeting is, and the way to put it right.
QuietButton meeting_button(const ChairView& view) {
    return {.key = "meeting.correct",
            .label = view.meeting,
            .icon = Icon::Gavel,
            .bare = true,
            .in_list = true,
            .guarded = false};
}

}  // namespace

ChairScreen::Lines ChairScreen::lines_of(const ChairView& view) const {
    Lines lines;
    for (AlertView alert : view.alerts) {
        // What it opens is open: the panel below needs the room.
        if (panels_.shows_trainer() && alert.button && alert.button->key == trainer_key) alert.button.reset();
        std::optional<ButtonView> other = std::exchange(alert.other, std::nullopt);
        const std::string key = alert.key;
        const bool loud = alert.tone == Tone::Danger && !alert.button;
        (loud ? lines.across : lines.beside).push_back(std::move(alert));
        if (!other) continue;
        lines.beside.push_back(
            {key + ".other", std::string(say_("Zo niet:", "If not:")), Tone::Attention, std::move(other), {}});
    }
    if (view.afterwards) {
        ButtonView now;
        now.key = afterwards_key;
        now.label = view.afterwards->now;
        lines.beside.push_back({"listening",
                                std::string(say_("De slotwoorden komen als de tijd om is.",
                                                 "The closing words come when the time is over.")),
                                Tone::Primary,
                                std::move(now),
                                {}});
    }
    if (!view.notice.empty()) lines.beside.push_back({"notice", view.notice, Tone::Primary, std::nullopt});
    return lines;
}

void ChairScreen::draw(Ui& ui, const ChairView& view, const MeetingFacts& meeting, const SettingsView& settings,
                       std::vector<Action>& actions) {
    if (view.afterwards && view.afterwards->seq == listened_) {
        ChairView early = view;
        end_listening(early);
        return draw_shown(ui, early, meeting, settings, actions);
    }
    listening_ = view.afterwards ? std::optional(view.afterwards->seq) : std::nullopt;
    draw_shown(ui, view, meeting, settings, actions);
}

void ChairScreen::draw_shown(Ui& ui, const ChairView& view, const MeetingFacts& meeting, const SettingsView& settings,
                             std::vector<Action>& actions) {
    const Language language = settings.language;
    say_ = Say{language};
    const Metrics& metrics = ui.metrics();
    const bool portrait = metrics.portrait();
    const float gap = metrics.gap(Gap::Snug);
    Rect area = ui.area().inset(metrics.gap(Gap::Normal), metrics.gap(Gap::Snug));
    if (view.drill) drill_band(ui, area, language);
    if (view.alarm) alarm_band(ui, area, view.band.empty() ? std::string() : view.band.back().value, language);
    if (metrics.compact()) return draw_compact(ui, area, view, meeting, settings, actions);

    const std::vector<FactBox> band = band_of(view);
    const Rect head = portrait ? area.cut_top(header_height(ui), metrics.gap(Gap::Tight))
                               : area.cut_top(std::max(header_height(ui), facts_height(ui, band, area.w)), gap);
    const Rect facts_below = portrait ? area.cut_top(facts_height(ui, band, area.w), gap) : Rect{};
    const Lines lines = lines_of(view);
    if (!lines.across.empty()) {
        draw_lines(ui, area.cut_top(lines_height(ui, lines.across, area.w), gap), lines.across, actions);
    }
    const Foot foot = place_foot(ui, area, view);
    const float share = panels_.is_open() ? panel_height : log_height;
    Rect side = portrait ? Rect{} : area.cut_right(area.w * (panels_.shows_trainer() ? trainer_width : log_width), gap);
    Rect& beside = portrait ? area : side;
    const Rect beside_card =
        lines.beside.empty() ? Rect{} : beside.cut_top(lines_height(ui, lines.beside, beside.w), gap);
    if (portrait) {
        // Where lines stand above the card, the last step alone: the words to say need the room.
        const bool crowded = !lines.beside.empty() && !panels_.is_open();
        side = area.cut_bottom(crowded ? metrics.control() + 2 * metrics.gap(Gap::Hair) : area.h * share, gap);
    }

    if (const auto tapped = draw_card(ui, area, view, say_)) panels_.press(*tapped, meeting, language, actions);
    draw_lines(ui, beside_card, lines.beside, actions);
    draw_side(ui, side, view, meeting, settings, actions);
    draw_foot(ui, foot, view, meeting, actions);
    if (portrait) {
        Rect left = settings_button(ui, head, language, actions);
        QuietButton title = meeting_button(view);
        // On one line, whatever it is called.
        std::string name = view.meeting;
        while (quiet_button_height(ui, title, left.w) > head.h && name.size() > 16) {
            name = printable(name, name.size() - 8);
            title.label = name;
        }
        left.w = std::min(left.w, quiet_button_width(ui, title));
        if (quiet_button(ui, left, title) == Tap::Taken) panels_.open_meeting(meeting);
        facts(ui, facts_below, band);
    } else {
        facts(ui, settings_button(ui, head, language, actions), band);
    }
}

void ChairScreen::draw_line(Ui& ui, Rect place, const AlertView& line, std::vector<Action>& actions) {
    if (banner(ui, place, banner_of(line)) != Tap::Taken) return;
    if (line.button->key == practice_end_key) {
        actions.emplace_back(EndPractice{});
        return;
    }
    if (line.button->key == afterwards_key) {
        listened_ = listening_;
        return;
    }
    if (line.button->key == trainer_key) {
        panels_.open_trainer();
        return;
    }
    if (line.button->key == broadcast_again_key) {
        actions.emplace_back(AskBroadcast::Again);
        return;
    }
    if (line.button->key == broadcast_forget_key) {
        actions.emplace_back(AskBroadcast::Forget);
        return;
    }
    actions.emplace_back(by_chair(Do{line.button->event, line.button->with}, line.key + ".do"));
}

void ChairScreen::draw_lines(Ui& ui, Rect area, const std::vector<AlertView>& lines, std::vector<Action>& actions) {
    for (const AlertView& line : lines) {
        const float height = banner_height(ui, banner_of(line), area.w);
        draw_line(ui, area.cut_top(height, ui.metrics().gap(Gap::Tight)), line, actions);
    }
}

void ChairScreen::draw_side(Ui& ui, Rect area, const ChairView& view, const MeetingFacts& meeting,
                            const SettingsView& settings, std::vector<Action>& actions) {
    if (panels_.is_open())
        panels_.draw(ui, area, meeting, view, settings, actions);
    else
        draw_log(ui, area, view, meeting);
}

void ChairScreen::draw_log(Ui& ui, Rect area, const ChairView& view, const MeetingFacts& meeting) {
    const Session& session = meeting.session;
    const bool portrait = ui.metrics().portrait();
    Rect inside = panel(ui, area, Ground::Surface, portrait ? Gap::Hair : Gap::Normal);
    if (portrait) inside = inside.inset(ui.metrics().gap(Gap::Snug), 0);
    if (!portrait) {
        const QuietButton head = meeting_button(view);
        const float height = quiet_button_height(ui, head, inside.w);
        if (quiet_button(ui, inside.cut_top(height, ui.metrics().gap(Gap::Tight)), head) == Tap::Taken) {
            panels_.open_meeting(meeting);
        }
    }
    const Text where{.text = view.elsewhere, .type = Type::Small, .ink = Ink::Soft, .key = "elsewhere"};
    const float height = view.elsewhere.empty() ? 0 : text_height(ui, where, inside.w);
    // Where there is room for one step alone, that goes before; what is wrong with it stands in a line of its own.
    if (height > 0 && inside.h - height > ui.metrics().control()) {
        text(ui, inside.cut_top(height, ui.metrics().gap(Gap::Tight)), where);
    }
    const LogList list = log_of(session, std::hash<std::string>()(meeting.session_id), say_);
    const int opened = log_list(ui, inside, list);
    if (opened >= 0)
        panels_.open_entry(meeting, session.entries()[static_cast<std::size_t>(opened)].seq, say_.language);
}

}  // namespace hamer::ui
