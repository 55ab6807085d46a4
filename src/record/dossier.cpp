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

std::vector<Recipient> reporting_route(const Dossier& dossier) {
    std::vector<Recipient> route;
    const auto add = [&](std::initializer_list<Recipient> recipients) {
        for (const Recipient each : recipients) {
            if (std::ranges::find(route, each) == route.end()) route.push_back(each);
        }
    };
    for (const Person& person : dossier.persons) {
        if (person.role != PersonRole::Affected || !person.office) continue;
        switch (*person.office) {
            case Office::CouncilMember:
            case Office::CommitteeMember:
                add({Recipient::Clerk, Recipient::Mayor});
                break;
            case Office::Alderman:
                add({Recipient::MunicipalSecretary, Recipient::Mayor});
                break;
            case Office::Mayor:
                add({Recipient::MunicipalSecretary, Recipient::Clerk});
                break;
            case Office::Official:
            case Office::Public:
                break;
        }
    }
    // Without an affected office holder it is the meeting that was disturbed: the clerk's own incident.
    if (route.empty()) add({Recipient::Clerk, Recipient::Mayor});
    add({Recipient::Adviser});
    return route;
}

}  // namespace hamer
