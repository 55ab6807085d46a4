// Where a change stands in a record, and what stood there, as people read it and not as its JSON has it.
#pragma once

#include "record/incident.h"

#include <string>
#include <vector>

namespace hamer::ui {

// "/dossier/persons/0/name": "persoon 1 naam". A key that the form does not have stays as it is.
[[nodiscard]] std::string place_in_words(const std::string& pointer, Language language);
// "d-threat" of "/dossier/conduct/0": the class's name. A moment: day and time. Any other value stays as it is.
[[nodiscard]] std::string value_in_words(const std::string& pointer, const std::string& value, Language language);

// The place of a clash (codec/record/dossier_merge.h): {"persons", "p1", "name"}: "verstoorder Jan: naam".
[[nodiscard]] std::string clash_in_words(const std::vector<std::string>& path, const Dossier& draft, Language language);
// The same as value_in_words takes it: "/dossier/persons/name".
[[nodiscard]] std::string plain_place(const std::vector<std::string>& path);

}  // namespace hamer::ui
