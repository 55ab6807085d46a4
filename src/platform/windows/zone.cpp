// The zone that Windows is set to, by the rules that it knows for each year, as
// https://learn.microsoft.com/windows/win32/api/timezoneapi/nf-timezoneapi-gettimezoneinformationforyear gives them. A
// variable TZ is of other systems, and is not looked at.
#include "platform/zone.h"

#include "platform/windows/zone_rules.h"

namespace hamer {

SystemZone::SystemZone() { (void)offset_at(0); }

int SystemZone::offset_minutes(std::int64_t milliseconds) const { return offset_at(milliseconds); }

}  // namespace hamer
