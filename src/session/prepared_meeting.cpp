#include "session/prepared_meeting.h"

namespace hamer {

Meeting filled_in(Meeting meeting, const PreparedMeeting& prepared) {
    meeting.date = prepared.date;
    if (!prepared.name.empty()) meeting.name = prepared.name;
    meeting.kind = prepared.kind.value_or(meeting.kind);
    const bool elsewhere = !prepared.place.empty() || !prepared.address.empty();
    if (elsewhere) {
        // The room of the last meeting is in another building.
        meeting.room.clear();
        meeting.place = prepared.place;
        meeting.address = prepared.address;
    }
    if (!prepared.room.empty()) meeting.room = prepared.room;
    return meeting;
}

std::string words_of(const PreparedMeeting& prepared, Language language) {
    std::string words(Say{language}("Klaargezet door de griffie.", "Put ready by the clerk."));
    for (const LocalText& note : prepared.notes) {
        const std::string said = note.in(language);
        words += ' ' + said + (said.ends_with('.') ? "" : ".");
    }
    return words;
}

}  // namespace hamer
