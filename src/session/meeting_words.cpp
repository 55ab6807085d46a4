#include "session/meeting_words.h"

#include "base/typed_time.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace hamer {

namespace {

constexpr std::size_t longest = 300;  // bytes, as the files have it

struct Line {
    LocalText label;
    std::string text;
};

std::vector<Line> lines_of(const Meeting& meeting, Language language) {
    const Say say{language};
    return {{{"Soort", "Kind"}, name_of(meeting.kind).in(language)},
            {{"Vergadering", "Meeting"}, meeting.name},
            {{"Datum", "Date"}, shown_day(meeting.date)},
            {{"Voorzitter", "Chair"}, meeting.chair},
            {{"Griffier", "Clerk"}, meeting.clerk},
            {{"Zaal", "Room"}, meeting.room},
            {{"Plaats", "Place"}, meeting.place},
            {{"Adres", "Address"}, meeting.address},
            {{"Uitzending", "Broadcast"}, meeting.broadcast ? say("ja", "yes") : say("nee", "no")}};
}

bool blank(const std::string& text) { return text.find_first_not_of(' ') == std::string::npos; }

tl::unexpected<Refusal> refuse(RefusalCode code, LocalText why) {
    return tl::unexpected<Refusal>(Refusal{code, std::move(why)});
}

}  // namespace

LocalText name_of(MeetingKind kind) {
    switch (kind) {
        case MeetingKind::Council:
            return {"raadsvergadering", "council meeting"};
        case MeetingKind::Committee:
            return {"commissievergadering", "committee meeting"};
        case MeetingKind::Other:
            break;
    }
    return {"bijeenkomst", "gathering"};
}

std::optional<std::string> meeting_fact(std::string_view name, const Meeting& meeting, const Municipality& municipality,
                                        Language language) {
    if (name == "place" || name == "address") {
        const Meeting there = located(meeting, municipality);
        return name == "place" ? there.place : there.address;
    }
    if (name == "meeting_kind") return name_of(meeting.kind).in(language);
    if (name == "date") return shown_day(meeting.date);
    const std::pair<std::string_view, const std::string*> facts[] = {
        {"municipality", &municipality.name},
        {"meeting", &meeting.name},
        {"room", &meeting.room},
        {"chair", &meeting.chair},
        {"clerk", &meeting.clerk},
        {"emergency_number", &municipality.emergency_number},
        {"police_number", &municipality.police_number},
        {"regie_number", &municipality.regie_number},
        {"security_number", &municipality.security_number},
    };
    const auto found = std::ranges::find(facts, name, &std::pair<std::string_view, const std::string*>::first);
    if (found != std::end(facts)) return *found->second;
    const auto own = municipality.numbers.find(name);
    if (own != municipality.numbers.end()) return own->second;
    return std::nullopt;
}

std::vector<std::string> placeholders_with(const Municipality& municipality) {
    std::vector<std::string> names{std::begin(known_placeholders), std::end(known_placeholders)};
    for (const auto& own : municipality.numbers) names.push_back(own.first);
    return names;
}

std::string changes_in_words(const Meeting& before, const Meeting& after, Language language) {
    const std::vector<Line> was = lines_of(before, language), is = lines_of(after, language);
    const Say say{language};
    std::string text;
    for (std::size_t i = 0; i < is.size(); ++i) {
        if (is[i].text == was[i].text) continue;
        text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", is[i].label.in(language),
                            is[i].text.empty() ? say("leeg", "empty") : is[i].text);
        if (!was[i].text.empty()) text += fmt::format(" (was: {})", was[i].text);
    }
    return text;
}

LocalText wrong_with_date(std::string_view typed, std::optional<Day> near) {
    if (typed.find_first_not_of(' ') == std::string_view::npos) return {};
    const auto day = day_typed(typed, near);
    return day ? LocalText{} : day.error();
}

Decision<Meeting> corrected(const Meeting& before, Meeting wanted) {
    for (std::string* text :
         {&wanted.name, &wanted.date, &wanted.chair, &wanted.clerk, &wanted.room, &wanted.place, &wanted.address}) {
        if (text->size() > longest) {
            return refuse(RefusalCode::BadField, {fmt::format("Te lang: hoogstens {} tekens", longest),
                                                  fmt::format("Too long: at most {} characters", longest)});
        }
        *text = printable(*text);
    }
    if (blank(wanted.name)) {
        return refuse(RefusalCode::MissingField,
                      {"Geef de vergadering een naam (name)", "Give the meeting a name (name)"});
    }
    if (wanted.date != before.date) {
        const auto near = day_from_iso(before.date);
        if (LocalText wrong = wrong_with_date(wanted.date, near); !wrong.empty()) {
            return refuse(RefusalCode::BadField, std::move(wrong));
        }
        const auto day = day_typed(wanted.date, near);
        wanted.date = day ? to_iso(*day) : std::string();
    }
    if (wanted == before) {
        return refuse(RefusalCode::BadField, {"Er is niets veranderd", "Nothing was changed"});
    }
    return wanted;
}

}  // namespace hamer
