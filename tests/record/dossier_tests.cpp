// What the clerk adds: the heaviest conduct governs, the route of 7.1, and what is missing.
#include "record/completeness.h"
#include "record/weight.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

Person affected(const std::string& id, Office office) {
    Person person{.id = id, .role = PersonRole::Affected};
    person.office = office;
    return person;
}

std::string words(const std::vector<Recipient>& route) {
    std::string text;
    for (const Recipient each : route) text += std::string(recipient_words[static_cast<std::size_t>(each)]) + " ";
    return text;
}

TEST(Conduct, TheHeaviestGoverns) {
    EXPECT_EQ(governing({}), std::nullopt);
    EXPECT_EQ(governing({.conduct = {Conduct::C}}), Conduct::C);
    EXPECT_EQ(governing({.conduct = {Conduct::B, Conduct::Violence, Conduct::Threat}}), Conduct::Violence);
    EXPECT_EQ(governing({.conduct = {Conduct::Threat, Conduct::A}}), Conduct::Threat);
}

TEST(ReportingRoute, FollowsTheOfficeOfWhoIsAffected) {
    const auto route = [](std::vector<Person> persons) {
        IncidentRecord record;
        record.dossier.emplace().persons = std::move(persons);
        return words(reporting_route(record));
    };
    EXPECT_EQ(route({affected("p1", Office::CouncilMember)}), "clerk mayor adviser ");
    EXPECT_EQ(route({affected("p1", Office::CommitteeMember)}), "clerk mayor adviser ");
    EXPECT_EQ(route({affected("p1", Office::AuditOffice)}), "clerk mayor adviser ");
    EXPECT_EQ(route({affected("p1", Office::ReferendumBoard)}), "clerk mayor adviser ");
    EXPECT_EQ(route({affected("p1", Office::Alderman)}), "municipal-secretary mayor adviser ");
    EXPECT_EQ(route({affected("p1", Office::Mayor)}), "municipal-secretary clerk kings-commissioner adviser ");
    EXPECT_EQ(route({affected("p1", Office::Alderman), affected("p2", Office::CouncilMember)}),
              "municipal-secretary mayor clerk adviser ");
    EXPECT_EQ(route({}), "clerk mayor adviser ") << "the meeting itself";
    EXPECT_EQ(route({{.id = "p1", .role = PersonRole::Witness, .office = Office::Mayor}}), "clerk mayor adviser ");
}

TEST(ReportingRoute, OfWhatIsSeriousPoliceAndProsecutorHearAndOfEmotionNobody) {
    IncidentRecord record;
    record.dossier.emplace().conduct = {Conduct::Threat};
    EXPECT_EQ(words(reporting_route(record)), "clerk mayor adviser police prosecutor ");
    record.dossier->conduct = {Conduct::C};
    EXPECT_EQ(words(reporting_route(record)), "clerk mayor adviser ");
    record.dossier->persons = {affected("p1", Office::Official)};
    record.dossier->persons[0].injured = true;
    EXPECT_EQ(words(reporting_route(record)), "clerk mayor adviser police prosecutor ");
    record.dossier->persons.clear();
    record.dossier->conduct = {Conduct::A, Conduct::B};
    EXPECT_EQ(words(reporting_route(record)), "");
}

TEST(Weight, EmotionIsNotReportedUnlessItGoesOnOrLeavesSomething) {
    const auto reported = [](auto change) {
        IncidentRecord record;
        record.dossier.emplace().conduct = {Conduct::B};
        record.dossier->measures = {{.kind = MeasureKind::SpokenWarning}, {.kind = MeasureKind::Talk}};
        change(record, *record.dossier);
        return is_to_be_reported(record);
    };
    EXPECT_FALSE(reported([](auto&, auto&) {}));
    EXPECT_TRUE(reported([](auto&, Dossier& d) { d.conduct.clear(); })) << "nobody said yet what was seen";
    EXPECT_TRUE(reported([](auto& r, auto&) { r.dossier.reset(); }));
    EXPECT_TRUE(reported([](auto&, Dossier& d) { d.conduct.push_back(Conduct::C); }));
    EXPECT_FALSE(reported([](auto&, Dossier& d) { d.repetition = Repetition::First; }));
    EXPECT_TRUE(reported([](auto&, Dossier& d) { d.repetition = Repetition::Repeated; }));
    EXPECT_FALSE(reported([](auto&, Dossier& d) { d.damage = false; }));
    EXPECT_TRUE(reported([](auto&, Dossier& d) { d.damage = true; }));
    EXPECT_TRUE(reported([](auto&, Dossier& d) { d.persons = {{.id = "p1", .injured = true}}; }));
    EXPECT_TRUE(reported([](auto&, Dossier& d) { d.measures.push_back({.kind = MeasureKind::Ban}); }));
    EXPECT_FALSE(reported([](auto&, Dossier& d) { d.charges = "none"; }));
    EXPECT_TRUE(reported([](auto&, Dossier& d) { d.charges = "report"; }));
    EXPECT_TRUE(reported([](auto& r, auto&) { r.charges = ChargesDecision{.decision = "file"}; }));
    EXPECT_TRUE(reported([](auto& r, auto&) { r.police.emplace_back(); }));
    // What the log tells, whatever class somebody gave it.
    EXPECT_TRUE(reported([](auto& r, auto&) { r.requests.emplace_back().answer = Answer::Refused; }));
    EXPECT_FALSE(reported([](auto& r, auto&) { r.requests.emplace_back().answer = Answer::Heeded; }));
    EXPECT_TRUE(reported([](auto& r, auto&) { r.room_clearings.emplace_back(); }));
    EXPECT_TRUE(reported([](auto& r, auto&) { r.emergencies.emplace_back(); }));
    EXPECT_TRUE(reported([](auto& r, auto&) { r.security.emplace_back().removed.emplace(); }));
    EXPECT_FALSE(reported([](auto& r, auto&) { r.security.emplace_back().called.emplace(); }));
    EXPECT_TRUE(reported([](auto& r, auto&) { r.charges = ChargesDecision{.decision = "later"}; }));
    EXPECT_TRUE(reported([](auto& r, auto&) { r.member.emplace().vote.emplace(); }));
    EXPECT_TRUE(reported([](auto&, Dossier& d) { d.persons = {{.id = "p1", .injury = "gebroken arm"}}; }));
}

IncidentRecord complete_record() {
    IncidentRecord record;
    record.what = "leuzen";
    record.meeting.room = "Raadzaal";
    record.ended = Ending{};
    record.charges = ChargesDecision{.decision = "none"};
    Dossier dossier;
    dossier.conduct = {Conduct::C};
    dossier.channel = Channel::FaceToFace;
    dossier.manner = "roepen";
    dossier.reason = "woningbouw";
    dossier.persons = {{.id = "p1"}, affected("p2", Office::CouncilMember)};
    dossier.damage = false;
    dossier.repetition = Repetition::First;
    dossier.informed = {{.who = Recipient::Clerk}, {.who = Recipient::Mayor}, {.who = Recipient::Adviser}};
    dossier.gir = {"2026-0312", "2026-03-13"};
    dossier.no_measures = true;
    dossier.no_measures_why = "hij bood zijn excuses aan";
    dossier.communication = Communication{.spokesperson = "woordvoerder van de raad", .agreed_with_affected = true};
    dossier.aftercare = {{.person = "p2", .offered = CareOffer::Declined}};
    record.dossier = dossier;
    return record;
}

std::string lacks(const IncidentRecord& record) {
    std::string text;
    for (const Missing& each : missing(record)) text += each.place + " ";
    return text;
}

TEST(Completeness, NamesEachThingThatIsMissing) {
    EXPECT_EQ(lacks(complete_record()), "");
    IncidentRecord bare = complete_record();
    bare.dossier.reset();
    bare.charges.reset();
    bare.meeting.room.clear();
    EXPECT_EQ(lacks(bare),
              "conduct channel place manner reason persons damage repetition informed/clerk informed/mayor "
              "informed/adviser gir/number gir/date measures charges communication/spokesperson ");
    const auto with = [](auto change) {
        IncidentRecord record = complete_record();
        change(record);
        return lacks(record);
    };
    EXPECT_EQ(with([](IncidentRecord& r) { r.ended.reset(); }), "ended ");
    EXPECT_EQ(with([](IncidentRecord& r) { r.withdrawn = true; }), "ended ");
    EXPECT_EQ(with([](IncidentRecord& r) { r.charges->decision = "later"; }), "charges ");
    EXPECT_EQ(with([](IncidentRecord& r) {
                  r.charges->decision = "later";
                  r.dossier->charges = "report";
              }),
              "")
        << "the clerk added it";
    EXPECT_EQ(with([](IncidentRecord& r) { r.dossier->persons[1].office.reset(); }), "persons/1/office ");
    EXPECT_EQ(with([](IncidentRecord& r) { r.dossier->persons[1].office = Office::Alderman; }),
              "informed/municipal-secretary ");
    EXPECT_EQ(with([](IncidentRecord& r) {
                  r.dossier->no_measures = false;
                  r.dossier->measures.push_back({.kind = MeasureKind::Ban});
              }),
              "measures/0/until measures/0/person measures/0/decided_by hearing ");
    EXPECT_EQ(with([](IncidentRecord& r) {
                  r.dossier->no_measures = false;
                  r.dossier->hearing.held = true;
                  r.dossier->measures = {{.kind = MeasureKind::CouncilBan,
                                          .person = "p1",
                                          .until = "2030-01-01",
                                          .decided_by = "de voorzitter"}};
              }),
              "measures/0/from ")
        << "who leaves out the first day has no ban of years";
    EXPECT_EQ(with([](IncidentRecord& r) { r.dossier->no_measures_why.clear(); }), "no_measures_why ");
    EXPECT_EQ(with([](IncidentRecord& r) { r.dossier->gir = {.number = "7"}; }), "gir/date ");
    EXPECT_EQ(with([](IncidentRecord& r) { r.dossier->aftercare[0].offered = CareOffer::NotYet; }), "aftercare/p2 ");
    EXPECT_EQ(with([](IncidentRecord& r) { r.dossier->communication->agreed_with_affected.reset(); }),
              "communication/agreed_with_affected ");
    EXPECT_EQ(with([](IncidentRecord& r) { r.kind = IncidentKind::Reported; }), "reporter/name ");
}

TEST(Completeness, OfEmotionAloneAsksLittle) {
    IncidentRecord record = complete_record();
    record.dossier = Dossier{.conduct = {Conduct::A}, .channel = Channel::FaceToFace, .manner = "klagen"};
    record.charges.reset();
    EXPECT_EQ(lacks(record), "");
    record.dossier->manner.clear();
    EXPECT_EQ(lacks(record), "manner ");
}

TEST(Completeness, WhatContradictsTableOneIsNeverSilentlyComplete) {
    const auto with = [](Conduct conduct, const char* decision, const char* why_not = "") {
        IncidentRecord record = complete_record();
        record.dossier->conduct = {conduct};
        record.dossier->informed.push_back({.who = Recipient::Police});
        record.dossier->informed.push_back({.who = Recipient::Prosecutor});
        record.dossier->police_file = {.by = "A. Bakker", .may_be_told = false, .why_not = why_not};
        record.charges->decision = decision;
        return lacks(record);
    };
    EXPECT_EQ(with(Conduct::C, "none"), "");
    EXPECT_EQ(with(Conduct::Threat, "none"), "police_file/why_not ");
    EXPECT_EQ(with(Conduct::Threat, "report"), "");
    EXPECT_EQ(with(Conduct::Violence, "none"), "police_file/why_not ");
    EXPECT_EQ(with(Conduct::Violence, "report"), "police_file/why_not ");
    EXPECT_EQ(with(Conduct::Violence, "file"), "");
    EXPECT_EQ(with(Conduct::Violence, "none", "de dader is acht jaar"), "") << "said, and then it may be";
    EXPECT_EQ(with(Conduct::Violence, "later"), "charges ") << "not decided yet";
}

TEST(Completeness, ASpaceIsNoAnswer) {
    for (const char* blank : {" ", ".", "\u00A0\u200B", "-"}) {
        IncidentRecord record = complete_record();
        record.dossier->no_measures_why = record.dossier->gir.number = blank;
        record.dossier->communication->spokesperson = record.dossier->manner = blank;
        EXPECT_EQ(lacks(record), "manner gir/number no_measures_why communication/spokesperson ") << blank;
    }
}

TEST(Completeness, OfChargesAsksWhoFilesThemAndWhetherTheyAreSpokenOf) {
    IncidentRecord record = complete_record();
    record.charges->decision = "file";
    EXPECT_EQ(lacks(record), "police_file/by police_file/may_be_told ");
}

TEST(Completeness, OfAMessageAsksWhatChapterEightAsks) {
    IncidentRecord record = complete_record();
    record.dossier->communication->text = "Er was een incident.";
    EXPECT_EQ(lacks(record), "communication/no_measures_told ");
    record.dossier->communication->no_measures_told = false;
    EXPECT_EQ(lacks(record), "communication/no_measures_told ") << "they never go to the press";
    record.dossier->communication->no_measures_told = true;
    EXPECT_EQ(lacks(record), "");
    record.dossier->conduct = {Conduct::Threat, Conduct::Violence};
    EXPECT_NE(lacks(record).find("communication/press_office "), std::string::npos);
    record.dossier->communication->press_office = false;
    EXPECT_NE(lacks(record).find("communication/press_office "), std::string::npos) << "always, says the protocol";
    record = complete_record();
    record.dossier->persons[1].office = Office::Mayor;
    EXPECT_EQ(lacks(record), "informed/municipal-secretary informed/kings-commissioner communication/deputy_mayor ");
}

TEST(Completeness, WhatWasCompleteByEarlierRulesLacksNoMoreThanItDid) {
    const std::vector<Missing> before{{"gir/number", {}}}, worse{{"gir/number", {}}, {"charges", {}}};
    EXPECT_FALSE(lacks_more(before, before));
    EXPECT_FALSE(lacks_more(before, {}));
    EXPECT_TRUE(lacks_more(before, worse));
}

TEST(Status, ACompletedRecordIsComplete) {
    IncidentRecord record = complete_record();
    EXPECT_EQ(status(record), IncidentStatus::Ended);
    record.dossier->completed = Completion{};
    EXPECT_EQ(status(record), IncidentStatus::Complete);
    record.withdrawn = true;
    EXPECT_EQ(status(record), IncidentStatus::Withdrawn);
}

}  // namespace
}  // namespace hamer
