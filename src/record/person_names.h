// What a person of a record is called on screen and on paper. Ids such as "p1" are for files and scripts only.
#pragma once

#include "record/dossier.h"

#include <string>

namespace hamer {

// "verstoorder", or "verstoorder 2" where more than one has that role.
[[nodiscard]] std::string role_in_words(const Dossier& dossier, const Person& person, Language language);
// "Jan de Boer (verstoorder)"; the role alone where no name is known.
[[nodiscard]] std::string person_in_words(const Dossier& dossier, const Person& person, Language language);

}  // namespace hamer
