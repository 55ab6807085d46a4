#include "codec/journal/meeting_json.h"

#include "base/attempt.h"
#include "codec/json/clean_texts.h"
#include "codec/settings/settings_json.h"

#include <algorithm>

namespace hamer {

Meeting meeting_from(const Cursor& at) {
    [[maybe_unused]] const Cursor name = at.at("name");  // fails where there is none
    return meeting_from(at, {});
}

Meeting meeting_from(const Cursor& at, Meeting meeting) {
    at.keys({}, {"name", "date", "chair", "clerk", "room", "broadcast", "kind", "place", "address"});
    const auto line = [&](const char* key, std::string& text) {
        if (at.has(key)) text = printable(at.at(key).string(300), 300);
    };
    line("name", meeting.name);
    line("date", meeting.date);
    line("chair", meeting.chair);
    line("clerk", meeting.clerk);
    line("room", meeting.room);
    line("place", meeting.place);
    line("address", meeting.address);
    meeting.broadcast = at.boolean_or("broadcast", meeting.broadcast);
    if (at.has("kind")) {
        const auto found = std::ranges::find(meeting_kind_words, at.at("kind").string());
        if (found == meeting_kind_words.end()) at.at("kind").fail("expected council, committee or other");
        meeting.kind = static_cast<MeetingKind>(found - meeting_kind_words.begin());
    }
    return meeting;
}

// A council meeting in the municipality's own building is written as it always was.
Json to_json(const Meeting& meeting) {
    Json made = {{"name", meeting.name},   {"date", meeting.date}, {"chair", meeting.chair},
                 {"clerk", meeting.clerk}, {"room", meeting.room}, {"broadcast", meeting.broadcast}};
    if (meeting.kind != MeetingKind::Council) made["kind"] = meeting_kind_words[static_cast<std::size_t>(meeting.kind)];
    if (!meeting.place.empty()) made["place"] = meeting.place;
    if (!meeting.address.empty()) made["address"] = meeting.address;
    return made;
}

Result<Meeting> read_meeting(std::string_view text, const std::string& where) {
    ASSIGN_OR_RETURN(auto json, parse_json(text, where));
    clean_texts(json, TextLines::One);
    return reading(where, [&] { return meeting_from(Cursor(json, where)); });
}

std::string write_meeting(const Meeting& meeting) { return to_json(meeting).dump(2) + "\n"; }

}  // namespace hamer
