// What a signal and a risk estimate ask for, in the protocol's order, and what falls due of them; neither is an
// incident.
#include "record/completeness.h"
#include "record/duties.h"
#include "record/faults.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

class AnHourAhead final : public Zone {
  public:
    [[nodiscard]] int offset_minutes(std::int64_t) const override { return 60; }
};

IncidentRecord a_record(IncidentKind kind) {
    IncidentRecord record;
    record.kind = kind;
    record.what = "dreigende berichten over de opvang";
    record.started.at = *from_rfc3339("2026-03-12T10:00:00+01:00");  // a Thursday
    record.ended.emplace().at.at = record.started.at;
    record.dossier.emplace();
    return record;
}

IncidentRecord a_signal() {
    IncidentRecord record = a_record(IncidentKind::Signal);
    record.dossier->signal.emplace();
    return record;
}

IncidentRecord an_estimate() {
    IncidentRecord record = a_record(IncidentKind::Estimate);
    record.dossier->estimate = Estimate{.day = "2026-03-26"};
    return record;
}

std::string places(const IncidentRecord& record) {
    std::string text;
    for (const Missing& one : missing(record)) text += one.place + " ";
    return text;
}

std::string kinds(const IncidentRecord& record) {
    std::string text;
    for (const Duty& one : duties(record, AnHourAhead()))
        text += std::string(duty_words[static_cast<std::size_t>(one.kind)]) + " " + calendar_date(one.due) + " ";
    return text;
}

TEST(Beforehand, ASignalAsksForWhatTheProtocolDoesWithIt) {
    IncidentRecord record = a_signal();
    EXPECT_EQ(places(record),
              "reporter/name persons signal/talked signal/team signal/mayor signal/answered signal/ended ");
    Dossier& dossier = *record.dossier;
    dossier.reporter.office = Office::CouncilMember;
    dossier.persons = {{.id = "p1", .role = PersonRole::Affected, .office = Office::CouncilMember}};
    dossier.signal->talked = dossier.signal->adviser = dossier.signal->mayor = "2026-03-13";
    dossier.signal->answered = "2026-03-14";
    dossier.signal->ended = SignalEnd::Closed;
    EXPECT_EQ(places(record), "signal/why ");
    dossier.signal->why = " . ";
    EXPECT_EQ(places(record), "signal/why ") << "a full stop is no reason";
    dossier.signal->ended = SignalEnd::Incident;
    EXPECT_EQ(places(record), "signal/record ");
    dossier.signal->record = "s-1";
    EXPECT_EQ(places(record), "");
}

TEST(Beforehand, OfASignalTheTalkTheAnswerAndThePrecautionsFallDue) {
    IncidentRecord record = a_signal();
    Dossier& dossier = *record.dossier;
    dossier.precautions = {{"v1", PrecautionKind::Security, "", "T. Beheer", "2026-03-18"},
                           {"v2", PrecautionKind::Other, "camera", "", ""}};
    EXPECT_EQ(kinds(record),
              "signal-talk 2026-03-13 precaution 2026-03-18 signal-answer 2026-03-19 precaution 2026-03-19 ");
    EXPECT_EQ(duties(record, AnHourAhead())[1].owner, "T. Beheer");
    dossier.signal->talked = dossier.signal->answered = "2026-03-13";
    dossier.done = {{.kind = DutyKind::Precaution, .person = "v1", .at = record.started.at, .by = "x"}};
    EXPECT_EQ(kinds(record), "precaution 2026-03-18 precaution 2026-03-19 ");
    EXPECT_NE(duties(record, AnHourAhead())[0].done, nullptr);
}

TEST(Beforehand, AnEstimateIsJudgedByPeopleAndLookedBackAt) {
    IncidentRecord record = an_estimate();
    EXPECT_EQ(places(record), "estimate/level estimate/why precautions informed/clerk informed/municipal-secretary ");
    Dossier& dossier = *record.dossier;
    dossier.estimate->level = RiskLevel::Low;
    dossier.estimate->why = "bekend publiek";
    dossier.informed = {{Recipient::Clerk, record.started.at, "x"},
                        {Recipient::MunicipalSecretary, record.started.at, "x"}};
    EXPECT_EQ(places(record), "") << "of a low risk nothing has to be done";
    dossier.estimate->level = RiskLevel::High;
    EXPECT_EQ(places(record), "precautions ");
    dossier.precautions = {{"v1", PrecautionKind::Police, "wijkagent, 0900-8844", "", ""}};
    EXPECT_EQ(places(record), "");
    EXPECT_EQ(kinds(record), "precaution 2026-03-26 look-back 2026-03-30 ");
    dossier.estimate->afterwards = "rustig verlopen";
    EXPECT_EQ(kinds(record), "precaution 2026-03-26 ");
}

TEST(Beforehand, WhatCannotBeIsNamedWithItsPlace) {
    IncidentRecord record = a_signal();
    Dossier& dossier = *record.dossier;
    dossier.signal->talked = "2026-03-01";
    dossier.signal->mayor = "2199-03-01";
    dossier.precautions = {{"v1", PrecautionKind::Other, "", "", "morgen"}, {"v1", PrecautionKind::Other, "", "", ""}};
    dossier.done = {{.kind = DutyKind::Precaution, .person = "v9", .at = record.started.at, .by = "x"}};
    std::string found;
    for (const Fault& one : faults(record, *from_rfc3339("2026-03-20T10:00:00+01:00"), AnHourAhead()))
        found += one.place + " ";
    EXPECT_EQ(found, "done/0/person signal/talked signal/mayor precautions/0/until precautions/1/id ");
}

TEST(Beforehand, NeitherIsAnIncidentNorOfAMeeting) {
    for (const IncidentKind kind : {IncidentKind::Signal, IncidentKind::Estimate}) {
        EXPECT_FALSE(is_incident(kind));
        EXPECT_FALSE(is_of_a_meeting(kind));
    }
    EXPECT_TRUE(is_incident(IncidentKind::Reported) && !is_of_a_meeting(IncidentKind::Reported));
    EXPECT_TRUE(is_incident(IncidentKind::Emergency) && is_of_a_meeting(IncidentKind::Emergency));
}

}  // namespace
}  // namespace hamer
