// Records for what is said of them on paper.
#pragma once

#include "record/incident.h"

#include <string>

namespace hamer::test {

// On the evening of the record.
[[nodiscard]] Moment at(const std::string& time);
[[nodiscard]] IncidentRecord a_record();
// With words of both kinds, a member's proceeding and a call to the police.
[[nodiscard]] IncidentRecord a_record_with_words();

// How often a part stands in a text.
[[nodiscard]] int count(const std::string& text, const std::string& part);

}  // namespace hamer::test
