// Duties as a calendar that Outlook and Google read: iCalendar, RFC 5545.
#pragma once

#include "record/listing.h"

#include <string>
#include <vector>

namespace hamer {

// An event for each duty that is not done, at its due moment, with a reminder; one that is due by the end of a day
// lasts that day. A second import of the same duty changes the first event. Calendars are shared: the events name
// records and persons by id, and tell nothing of what happened.
[[nodiscard]] std::string duties_as_calendar(const std::vector<DueDuty>& duties, Instant made_at, Language language);

}  // namespace hamer
