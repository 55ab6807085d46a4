// What a record has for each field of a letter. Internal to report/.
#pragma once

#include "record/incident.h"
#include "record/letter_template.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace hamer {

struct LetterCase {
    const LetterTemplate& letter;
    const IncidentRecord& record;
    const Person* to;        // null: to nobody by name
    const Measure* measure;  // that it tells of; null: of none
    const Municipality& municipality;
    Instant today;
};

// By the field's name; those without a value are left out.
[[nodiscard]] std::map<std::string, std::string, std::less<>> letter_values(const LetterCase& which);

}  // namespace hamer
