#include "session/values.h"

namespace hamer {

Meeting located(Meeting meeting, const Municipality& municipality) {
    if (meeting.place.empty() && meeting.address.empty()) meeting.place = municipality.place;
    if (meeting.address.empty() && meeting.place == municipality.place) meeting.address = municipality.address;
    return meeting;
}

std::string whereabouts(const Meeting& meeting, const Municipality& municipality) {
    const Meeting there = located(meeting, municipality);
    return there.place + (there.place.empty() || there.address.empty() ? "" : ", ") + there.address;
}

}  // namespace hamer
