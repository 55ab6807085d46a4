#include "record/duty_history.h"

#include "record/duties.h"
#include "record/names.h"
#include "record/person_names.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

LocalText whose(const IncidentRecord& record, const Duty& duty) {
    if (const Improvement* improvement =
            record.dossier && duty.kind == DutyKind::Improvement ? record.dossier->improvement(duty.person) : nullptr) {
        const auto number = improvement - record.dossier->improvements.data() + 1;
        return {fmt::format("nummer {}", number), fmt::format("number {}", number)};
    }
    if (const Precaution* precaution =
            record.dossier && duty.kind == DutyKind::Precaution ? record.dossier->precaution(duty.person) : nullptr)
        return name_of(precaution->kind);
    const Person* person = record.dossier ? record.dossier->person(duty.person) : nullptr;
    if (!person) return {};
    return {role_in_words(*record.dossier, *person, Language::Dutch),
            role_in_words(*record.dossier, *person, Language::English)};
}

}  // namespace

std::vector<KnownDuty> duty_history(const std::vector<IncidentRecord>& revisions, const Zone& zone) {
    std::vector<KnownDuty> known;
    for (const IncidentRecord& record : revisions) {
        for (KnownDuty& former : known) {
            former.state = DutyState::Lapsed;
            former.revision = record.revision;
        }
        for (const Duty& duty : duties(record, zone)) {
            const auto same = [&](const KnownDuty& one) { return one.kind == duty.kind && one.person == duty.person; };
            auto one = std::ranges::find_if(known, same);
            if (one == known.end()) one = known.insert(known.end(), KnownDuty{});
            *one = {record.id,           record.started.at, duty.kind, duty.person,
                    whose(record, duty), duty.from,         duty.due,  duty.done ? DutyState::Done : DutyState::Open,
                    record.revision,     duty.owner};
        }
    }
    std::ranges::stable_sort(known, {}, &KnownDuty::due);
    return known;
}

}  // namespace hamer
