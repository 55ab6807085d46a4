// What the register lists, as JSON for scripts: an array of objects, two spaces of indentation, a newline at the end.
#pragma once

#include "record/anonymous_case.h"
#include "record/change.h"
#include "record/completeness.h"
#include "record/listing.h"
#include "record/year.h"

#include <string>
#include <vector>

namespace hamer {

[[nodiscard]] std::string as_json(const std::vector<RecordSummary>& records);
[[nodiscard]] std::string as_json(const std::vector<DueDuty>& duties);
[[nodiscard]] std::string as_json(const std::vector<Delivery>& deliveries);
[[nodiscard]] std::string as_json(const std::vector<Access>& accesses);
[[nodiscard]] std::string as_json(const std::vector<Count>& counts);
[[nodiscard]] std::string as_json(const std::vector<AnonymousCase>& cases);
[[nodiscard]] std::string as_json(const std::vector<Attachment>& attachments);
// An object: its totals beside those of the year before, and its cases.
[[nodiscard]] std::string as_json(const YearOfCases& year);
[[nodiscard]] std::string as_json(const std::vector<Missing>& missing, Language language);

// From one record's JSON to another's, in the order of their keys. Leaves out the revision's number and the journal's
// head, which say nothing of the incident. Both texts must be JSON.
[[nodiscard]] std::vector<Change> changes(const std::string& before, const std::string& after);
[[nodiscard]] std::string as_json(const std::vector<Change>& changes);

}  // namespace hamer
