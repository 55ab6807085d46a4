#include "record/anonymous_case.h"

#include <algorithm>

namespace hamer {

namespace {

template <typename Value>
void add_once(std::vector<Value>& values, Value value) {
    if (std::ranges::find(values, value) == values.end()) values.push_back(value);
}

}  // namespace

AnonymousCase anonymous_case(const IncidentRecord& record) {
    const Dossier dossier = record.dossier.value_or(Dossier{});
    AnonymousCase made{.month = calendar_date(record.started.at).substr(0, 7)};
    made.kind = record.kind;
    made.scenario = scenario(record);
    made.conduct = governing(dossier);
    made.channel = dossier.channel;
    made.repetition = dossier.repetition;
    if (const auto lasted = lasted_ms(record)) made.minutes = static_cast<int>(*lasted / 60'000);
    made.requests = static_cast<int>(record.requests.size());
    made.suspended = !record.suspensions.empty();
    made.room_cleared = !record.room_clearings.empty();
    made.police_called = !record.police.empty();
    made.emergency = !record.emergencies.empty();
    made.damage = dossier.damage;
    for (const Person& person : dossier.persons) {
        made.injury = made.injury || person.injured;
        if (person.role == PersonRole::Affected && person.office) add_once(made.affected, *person.office);
    }
    for (const Measure& measure : dossier.measures) add_once(made.measures, measure.kind);
    made.charges = charges_decision(record);
    made.evaluated = !dossier.evaluation.date.empty() ||
                     std::ranges::find(dossier.done, DutyKind::Evaluation, &DutyDone::kind) != dossier.done.end();
    return made;
}

}  // namespace hamer
