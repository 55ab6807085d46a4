#include "codec/settings/prepared_meeting_json.h"

#include "base/attempt.h"
#include "codec/json/clean_texts.h"
#include "codec/json/cursor.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hamer {

namespace {

PreparedMeeting read_all(const Cursor& at) {
    at.keys({"format", "record", "name", "date"}, {"kind", "room", "place", "address", "notes"});
    (void)at.at("format").integer(1, 1);
    PreparedMeeting made{.record = at.at("record").string(),
                         .name = at.at("name").string(),
                         .date = at.at("date").string(),
                         .kind = {},
                         .room = at.string_or("room", {}),
                         .place = at.string_or("place", {}),
                         .address = at.string_or("address", {}),
                         .notes = {}};
    if (at.has("kind")) {
        const auto found = std::ranges::find(meeting_kind_words, at.at("kind").string());
        if (found == meeting_kind_words.end()) at.at("kind").fail("expected council, committee or other");
        made.kind = static_cast<MeetingKind>(found - meeting_kind_words.begin());
    }
    if (at.has("notes")) {
        for (const Cursor& note : at.at("notes").items()) made.notes.push_back(note.text());
    }
    return made;
}

}  // namespace

Result<PreparedMeeting> read_prepared_meeting(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(auto json, parse_json(text, file));
    clean_texts(json, TextLines::One);
    return reading(file, [&] { return read_all(Cursor(json, file)); });
}

std::string write_prepared_meeting(const PreparedMeeting& meeting) {
    Json json{{"format", 1}, {"record", meeting.record}, {"name", meeting.name}, {"date", meeting.date}};
    if (meeting.kind) json["kind"] = meeting_kind_words[static_cast<std::size_t>(*meeting.kind)];
    for (const auto& [key, text] :
         {std::pair("room", &meeting.room), {"place", &meeting.place}, {"address", &meeting.address}}) {
        if (!text->empty()) json[key] = *text;
    }
    for (const LocalText& note : meeting.notes) json["notes"].push_back({{"nl", note.nl}, {"en", note.en}});
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hamer
