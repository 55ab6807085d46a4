#include "report/letter_privacy.h"

#include "record/name_parts.h"

#include <algorithm>

namespace hamer {

namespace {

// "Willem van Dalen": "van Dalen", and "Dalens", as one speaks of what is theirs.
void add(NameForms& names, const Person& person) {
    names.add(person);
    for (const NamePart& part : parts_of_name(person.name)) {
        if (!part.is_surname) continue;
        names.add({.id = person.id, .known = true, .name = part.text + "s"}, NameForms::By::NameAndAddress);
        const std::size_t at = person.name.find(part.text);
        if (at == std::string::npos || at < 2) continue;
        const std::size_t before = person.name.rfind(' ', at - 2);
        const std::string with_small_word = person.name.substr(before == std::string::npos ? 0 : before + 1);
        if (with_small_word.front() >= 'a' && with_small_word.front() <= 'z')
            names.add({.id = person.id, .known = true, .name = with_small_word}, NameForms::By::NameAndAddress);
    }
}

}  // namespace

LetterPrivacy::LetterPrivacy(const IncidentRecord& record, LetterReader reader, const Person* to)
    : homes_(record, Language::Dutch,
             reader == LetterReader::Municipality ? HiddenAddresses::Whose::Guarded : HiddenAddresses::Whose::Everyones,
             to ? to->id : "") {
    if (reader == LetterReader::Municipality || !record.dossier) return;
    const Dossier& dossier = *record.dossier;
    const bool agreed = dossier.communication && dossier.communication->agreed_with_affected == true &&
                        (reader == LetterReader::Council || reader == LetterReader::Press);
    for (const Person& person : dossier.persons) {
        const bool may_stand = agreed && person.role == PersonRole::Affected;
        if ((to && person.id == to->id) || may_stand) continue;
        add(names_, person);
    }
    // An office is no name.
    const std::string& reporter = dossier.reporter.name;
    const bool is_name = std::ranges::any_of(reporter, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (is_name && !(to && to->name == reporter))
        names_.add({.id = "reporter", .known = true, .name = dossier.reporter.name}, NameForms::By::NameAndAddress);
}

void LetterPrivacy::hide(std::string& text) const {
    homes_.hide(text);
    text = names_.without(text, NameForms::Match::WithParts, "[naam]");
}

}  // namespace hamer
