#include "ui/meeting/standing_parts.h"

#include "ui/meeting/intents.h"
#include "ui/meeting/quiet_parts.h"
#include "ui/toolkit/widgets/text.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

std::string_view who(std::string_view actor, const Say& say) {
    if (actor == chair_actor) return say("voorzitter", "chair");
    if (actor == clerk_actor) return say("griffier", "clerk");
    if (actor == program_actor) return "Hamer";
    return actor;
}

void words(Ui& ui, Column& column, std::string_view what, Type type, Ink ink) {
    if (what.empty()) return;
    const Text line{.text = what, .type = type, .ink = ink};
    (void)text(ui, column.next(text_height(ui, line, column.width())), line);
}

}  // namespace

std::vector<FactBox> band_of(const ChairView& view) {
    std::vector<FactBox> band;
    for (const BandFact& each : view.band) {
        band.push_back({.key = each.key,
                        .label = each.label,
                        .value = each.value,
                        .detail = each.detail,
                        .icon = each.key == "timer" ? Icon::Clock : Icon::None,
                        .intent = intent_of(each.tone)});
    }
    return band;
}

Banner banner_of(const AlertView& line) {
    return {.key = line.key,
            .text = line.text,
            .icon = line.tone == Tone::Danger    ? Icon::Alarm
                    : line.tone == Tone::Primary ? Icon::Info
                                                 : Icon::Notice,
            .intent = intent_of(line.tone),
            .button = line.button ? std::string_view(line.button->label) : std::string_view(),
            .hold_ms = line.button && line.button->hold ? hold_ms : 0,
            .hold_hint = line.button ? std::string_view(line.button->hold_hint) : std::string_view()};
}

float lines_height(Ui& ui, const std::vector<AlertView>& lines, float width) {
    float height = 0;
    for (const AlertView& line : lines) {
        height += banner_height(ui, banner_of(line), width) + ui.metrics().gap(Gap::Tight);
    }
    return std::max(0.0F, height - ui.metrics().gap(Gap::Tight));
}

void standing_lines(Ui& ui, Rect area, const std::vector<AlertView>& lines) {
    for (const AlertView& line : lines) {
        const Banner standing = banner_of(line);
        (void)banner(ui, area.cut_top(banner_height(ui, standing, area.w), ui.metrics().gap(Gap::Tight)), standing);
    }
}

LogList log_of(const Session& session, std::uint64_t edition, const Say& say) {
    const auto elsewhere = [&](const Entry& entry) { return calendar_date(entry.when()) != day_of_log(session); };
    const auto& entries = session.entries();
    const bool days = !entries.empty() && (elsewhere(entries.front()) || elsewhere(entries.back()));
    return {.key = "log",
            .empty = say("Nog niets vastgelegd", "Nothing recorded yet"),
            .count = static_cast<int>(session.entries().size()),
            .revision = 2 * edition + static_cast<std::uint64_t>(say.language),
            .amended = session.revisions(),
            .row =
                [&session, say](int index) {
                    const Entry& entry = session.entries()[static_cast<std::size_t>(index)];
                    const LogLine line = log_line(session, entry, say.language);
                    return LogRow{.time = clock_time(line.occurred),
                                  .text = line.text,
                                  .detail = line.system ? std::string() : line.detail,
                                  .intent = line.system ? Intent::Calm : Intent::Normal,
                                  .taken_back = line.taken_back,
                                  .day = line.day};
                },
            .days_below = days,
            .icons = false,
            .to_newest = say("Naar nieuwste", "To the newest")};
}

void entry_texts(Ui& ui, Column& column, const LogLine& line, const Say& say) {
    words(ui, column, line.text, Type::Strong, Ink::Normal);
    words(ui, column,
          fmt::format("{} · {}{}", time_of(line), who(line.actor, say),
                      line.taken_back ? say(" · hersteld", " · taken back") : std::string_view()),
          Type::Body, Ink::Soft);
    words(ui, column, line.detail, Type::Body, Ink::Soft);
    if (!line.said.empty()) words(ui, column, "“" + line.said + "”", Type::Body, Ink::Soft);
    if (!line.proposed.empty()) {
        words(ui, column, fmt::format("{} “{}”", say("Voorgestelde woorden:", "Words proposed:"), line.proposed),
              Type::Body, Ink::Soft);
    }
}

void article_texts(Ui& ui, Column& column, const Session& session, const LogLine& line, const Say& say) {
    const Source* source = session.procedure().source(line.source);
    if (!source) return;
    words(ui, column, source->title.in(say.language), Type::Strong, Ink::Normal);
    words(ui, column, source->text.in(say.language), Type::Body, Ink::Soft);
}

}  // namespace hamer::ui
