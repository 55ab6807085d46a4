#include "record/person_names.h"

#include "record/names.h"

#include <fmt/format.h>

namespace hamer {

std::string role_in_words(const Dossier& dossier, const Person& person, Language language) {
    int of_this_role = 0, number = 1;
    for (const Person& one : dossier.persons) {
        if (one.role != person.role) continue;
        ++of_this_role;
        if (one.id == person.id) number = of_this_role;
    }
    const std::string role = name_of(person.role).in(language);
    return of_this_role > 1 ? fmt::format("{} {}", role, number) : role;
}

std::string person_in_words(const Dossier& dossier, const Person& person, Language language) {
    const std::string role = role_in_words(dossier, person, language);
    return person.name.empty() ? role : fmt::format("{} ({})", person.name, role);
}

}  // namespace hamer
