#include "record/weight.h"

#include <algorithm>

namespace hamer {

namespace {

bool goes_further(const Measure& measure) {
    return measure.kind != MeasureKind::SpokenWarning && measure.kind != MeasureKind::Talk;
}

bool was_hurt(const Person& person) { return person.injured || !person.injury.empty(); }

// What the log tells is more than emotion, whatever class somebody gave it.
bool went_further(const IncidentRecord& record) {
    const bool refused =
        std::ranges::find(record.requests, Answer::Refused, &SpokenRequest::answer) != record.requests.end();
    const bool removed =
        std::ranges::any_of(record.security, [](const SecurityCall& one) { return one.removed.has_value(); });
    const bool excluded = record.member && record.member->vote && record.member->vote->outcome == VoteOutcome::Excluded;
    return refused || removed || excluded || !record.police.empty() || !record.room_clearings.empty() ||
           !record.emergencies.empty();
}

bool is_told(const std::string& decision) { return decision == "file" || decision == "report"; }

class Route {
  public:
    void add(std::initializer_list<Recipient> recipients) {
        for (const Recipient each : recipients) {
            if (std::ranges::find(all_, each) == all_.end()) all_.push_back(each);
        }
    }
    void add_for(Office office) {
        switch (office) {
            case Office::CouncilMember:
            case Office::CommitteeMember:
            case Office::AuditOffice:
            case Office::ReferendumBoard:
                return add({Recipient::Clerk, Recipient::Mayor});
            case Office::Alderman:
                return add({Recipient::MunicipalSecretary, Recipient::Mayor});
            case Office::Mayor:
                return add({Recipient::MunicipalSecretary, Recipient::Clerk, Recipient::KingsCommissioner});
            case Office::Official:
            case Office::Public:
                return;
        }
    }
    [[nodiscard]] const std::vector<Recipient>& all() const { return all_; }

  private:
    std::vector<Recipient> all_;
};

}  // namespace

bool is_to_be_reported(const IncidentRecord& record) {
    if (!record.dossier) return true;
    const Dossier& dossier = *record.dossier;
    const auto heaviest = governing(dossier);
    if (!heaviest || *heaviest > Conduct::B) return true;
    return dossier.repetition == Repetition::Repeated || dossier.damage == true || went_further(record) ||
           is_told(charges_decision(record)) || charges_decision(record) == charges_later ||
           std::ranges::any_of(dossier.persons, was_hurt) || std::ranges::any_of(dossier.measures, goes_further);
}

bool is_serious(const IncidentRecord& record) {
    if (!record.dossier) return false;
    const auto heaviest = governing(*record.dossier);
    return (heaviest && *heaviest >= Conduct::Threat) ||
           std::ranges::any_of(record.dossier->persons,
                               [](const Person& one) { return one.role == PersonRole::Affected && one.injured; });
}

bool lacks_police(const IncidentRecord& record) {
    if (!record.dossier) return false;
    const auto heaviest = governing(*record.dossier);
    const std::string& decision = charges_decision(record);
    if (!heaviest || decision.empty() || decision == charges_later) return false;
    if (*heaviest == Conduct::Violence) return decision != "file";
    return *heaviest == Conduct::Threat && !is_told(decision);
}

std::vector<Recipient> reporting_route(const IncidentRecord& record) {
    if (!is_to_be_reported(record)) return {};
    Route route;
    if (record.dossier) {
        for (const Person& person : record.dossier->persons) {
            if (person.role == PersonRole::Affected && person.office) route.add_for(*person.office);
        }
    }
    // Without an affected office holder it is the meeting that was disturbed: the clerk's own incident.
    if (route.all().empty()) route.add({Recipient::Clerk, Recipient::Mayor});
    route.add({Recipient::Adviser});
    if (is_serious(record)) route.add({Recipient::Police, Recipient::Prosecutor});
    return route.all();
}

}  // namespace hamer
