// Duties as a calendar that Outlook and Google read: iCalendar, RFC 5545.
#pragma once

#include "record/duty_history.h"

#include <string>
#include <vector>

namespace hamer {

// An event for each duty, at its due moment, with a reminder; one that is due by the end of a day lasts that day, and
// one that may not be done before a later day lasts from that day on, with a reminder on the day before it too.
//
// The file is taken in again whenever something changed: an event keeps its UID, its SEQUENCE is the record's revision,
// and what is done or lapsed is CANCELLED, so that it goes from the calendar with its reminder. Calendars are shared:
// the titles tell the day and the role, and nothing of what happened or of who it is; the record is named by id.
[[nodiscard]] std::string duties_as_calendar(const std::vector<KnownDuty>& duties, Instant made_at, Language language);

}  // namespace hamer
