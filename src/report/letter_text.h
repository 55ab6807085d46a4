// A letter of config/letters/ about one record: its texts with what the record has in the place of each field, in
// Dutch. What the record does not have yet stands in it as “[vul in: …]”, to be written by hand.
//
// Its reader's fields only (record/letter_template.h), and in their values nobody's home but the addressee's, and no
// name of a witness; in a letter to the council or the press that of no disturber either.
#pragma once

#include "base/result.h"
#include "record/incident.h"
#include "record/letter_template.h"
#include "report/document.h"

#include <string>
#include <vector>

namespace hamer {

// To whom it can be, by id: each once, in the record's order. A letter to nobody by name gives one empty id; none: the
// record has nobody, or no measure, that it could be about.
[[nodiscard]] std::vector<std::string> possible_addressees(const LetterTemplate& letter, const IncidentRecord& record);

struct WrittenLetter {
    Document document{};
    std::vector<std::string> open{};  // what is to be filled in by hand, each once
};
// Refused where it cannot be about this record, or not be to this person; an empty `person` is the only one there is.
// `today` in the municipality's own time.
[[nodiscard]] Result<WrittenLetter> letter_text(const LetterTemplate& letter, const IncidentRecord& record,
                                                const std::string& person, const Municipality& municipality,
                                                Instant today);

}  // namespace hamer
