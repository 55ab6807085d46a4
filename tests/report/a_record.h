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

// Everything that the record may hold, each with a word that stands nowhere else: a disturber (p1), who was affected
// (p2) and a witness (p3).
[[nodiscard]] IncidentRecord a_full_record();

// How often a part stands in a text.
[[nodiscard]] int count(const std::string& text, const std::string& part);

}  // namespace hamer::test
