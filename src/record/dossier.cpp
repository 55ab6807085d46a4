#include "record/dossier.h"

#include <algorithm>

namespace hamer {

const Person* Dossier::person(std::string_view id) const {
    const auto found = std::ranges::find(persons, id, &Person::id);
    return found == persons.end() ? nullptr : &*found;
}

std::optional<Conduct> governing(const Dossier& dossier) {
    const auto heaviest = std::ranges::max_element(dossier.conduct);
    return heaviest == dossier.conduct.end() ? std::nullopt : std::optional(*heaviest);
}

bool is_political(Office office) { return office != Office::Official && office != Office::Public; }

bool is_ban(MeasureKind kind) {
    return kind == MeasureKind::Ban || kind == MeasureKind::CouncilBan || kind == MeasureKind::ContactBan;
}

bool is_affected(const Dossier& dossier, Office office) {
    return std::ranges::any_of(
        dossier.persons, [&](const Person& one) { return one.role == PersonRole::Affected && one.office == office; });
}

const Improvement* Dossier::improvement(std::string_view id) const {
    const auto found = std::ranges::find(improvements, id, &Improvement::id);
    return found == improvements.end() ? nullptr : &*found;
}

const Attachment* Dossier::attachment(std::string_view id) const {
    const auto found = std::ranges::find(attachments, id, &Attachment::id);
    return found == attachments.end() ? nullptr : &*found;
}

const Precaution* Dossier::precaution(std::string_view id) const {
    const auto found = std::ranges::find(precautions, id, &Precaution::id);
    return found == precautions.end() ? nullptr : &*found;
}

const Aftercare* aftercare_of(const Dossier& dossier, std::string_view person) {
    const auto found = std::ranges::find(dossier.aftercare, person, &Aftercare::person);
    return found == dossier.aftercare.end() ? nullptr : &*found;
}

}  // namespace hamer
