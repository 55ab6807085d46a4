// What cannot be meant is named with its place, in the form's words; what can be, also after midnight, is not.
#include "base/typed_time.h"
#include "record/faults.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

class AnHourAhead final : public Zone {
  public:
    [[nodiscard]] int offset_minutes(std::int64_t) const override { return 60; }
};

Instant at(const std::string& rfc3339) { return from_rfc3339(rfc3339).value(); }

const Instant now = at("2026-11-29T10:00:30+01:00");

// An evening that went on after midnight: the meeting of the 25th, the incident on the 26th.
IncidentRecord after_midnight() {
    IncidentRecord record;
    record.meeting.date = "2026-11-25";
    record.started.at = at("2026-11-26T00:11:17.120+01:00");
    record.dossier.emplace();
    return record;
}

std::string places(const std::vector<Fault>& found) {
    std::string text;
    for (const Fault& each : found) text += each.place + " ";
    return text;
}

std::string places(const Dossier& dossier) {
    IncidentRecord record;
    record.started.at = at("2025-01-01T20:00:00+01:00");
    record.dossier = dossier;
    return places(faults(record, now, AnHourAhead()));
}

std::string told(IncidentRecord record, const std::string& when) {
    record.dossier->informed = {{Recipient::Mayor, at(when), "griffier"}};
    const auto found = faults(record, now, AnHourAhead());
    return found.empty() ? "" : found.front().field.nl + ": " + found.front().text.nl;
}

Dossier ban(const std::string& from, const std::string& until, MeasureKind kind = MeasureKind::CouncilBan) {
    Dossier dossier;
    dossier.measures.push_back({.kind = kind, .from = from, .until = until});
    return dossier;
}

TEST(Faults, ABanFromTheMeetingsLastsThreeMonthsAtMostAndNeedsRepetition) {
    EXPECT_EQ(places(ban("2026-03-12", "2026-06-11")), "");
    EXPECT_EQ(places(ban("2026-03-12", "2026-06-12")), "measures/0/until ") << "the last day is one of them";
    EXPECT_EQ(places(ban("2025-12-01", "2026-02-28")), "");
    EXPECT_EQ(places(ban("2025-12-01", "2026-03-01")), "measures/0/until ");
    EXPECT_EQ(places(ban("2025-11-30", "2026-02-28")), "") << "to the last of a short month";
    EXPECT_EQ(places(ban("2025-11-30", "2026-03-01")), "measures/0/until ");
    EXPECT_EQ(places(ban("2026-03-12", "2026-03-11")), "measures/0/until ");
    EXPECT_EQ(places(ban("12 maart", "")), "measures/0/from ");
    Dossier first = ban("2026-03-12", "2026-04-12");
    first.repetition = Repetition::First;
    EXPECT_EQ(places(first), "measures/0/kind ");
    first.measures[0].kind = MeasureKind::Ban;
    first.measures[0].until = "2027-03-12";
    EXPECT_EQ(places(first), "") << "from the buildings it may be longer";
}

TEST(Faults, ABanIsOfWhoMayImposeItAndAgainstWhomItCanBe) {
    const auto said = [](MeasureKind kind, const std::string& by, auto change) {
        IncidentRecord record = after_midnight();
        record.meeting.chair = "P. Heijkoop";
        record.dossier->persons = {{.id = "p1"}};
        record.dossier->measures = {{.kind = kind, .person = "p1", .decided_by = by}};
        change(record);
        return places(faults(record, now, AnHourAhead()));
    };
    const auto as_it_is = [](IncidentRecord&) {};
    for (const char* by : {"de voorzitter", "Plaatsvervangend VOORZITTER", "burgemeester Heijkoop", "p. heijkoop", ""})
        EXPECT_EQ(said(MeasureKind::CouncilBan, by, as_it_is), "") << by;
    for (const char* by :
         {"de griffier", "college", "gemeentesecretaris", "J. de Vries", "fractievoorzitter VVD", "oud-voorzitter"})
        EXPECT_EQ(said(MeasureKind::CouncilBan, by, as_it_is), "measures/0/decided_by ") << by;
    for (const char* by : {"de burgemeester", "loco-burgemeester", ""})
        EXPECT_EQ(said(MeasureKind::Ban, by, as_it_is), "") << by;
    for (const char* by : {"de griffier", "de voorzitter", "P. Heijkoop", "oud-burgemeester", "ex-burgemeester",
                           "de secretaris, niet de burgemeester"})
        EXPECT_EQ(said(MeasureKind::Ban, by, as_it_is), "measures/0/decided_by ") << by;
    EXPECT_EQ(said(MeasureKind::WrittenWarning, "de griffier", as_it_is), "");

    const auto a_member = [](IncidentRecord& r) { r.dossier->persons[0].office = Office::CouncilMember; };
    EXPECT_EQ(said(MeasureKind::CouncilBan, "voorzitter", a_member), "measures/0/person ");
    EXPECT_EQ(said(MeasureKind::Ban, "burgemeester", a_member), "");
    const auto an_alderman = [](IncidentRecord& r) { r.dossier->persons[0].office = Office::Alderman; };
    EXPECT_EQ(said(MeasureKind::CouncilBan, "voorzitter", an_alderman), "measures/0/person ");
    for (const MeasureKind kind : {MeasureKind::Ban, MeasureKind::ContactBan, MeasureKind::CouncilBan}) {
        const auto a_witness = [](IncidentRecord& r) { r.dossier->persons[0].role = PersonRole::Witness; };
        EXPECT_EQ(said(kind, "burgemeester", a_witness), "measures/0/person ");
    }
    EXPECT_EQ(said(MeasureKind::CouncilBan, "voorzitter", [](IncidentRecord& r) { r.member.emplace(); }),
              "measures/0/person ")
        << "the incident is a member's";
    EXPECT_EQ(said(MeasureKind::CouncilBan, "voorzitter",
                   [](IncidentRecord& r) {
                       r.member.emplace();
                       r.dossier->measures[0].person.clear();
                   }),
              "measures/0/person ");
    EXPECT_EQ(said(MeasureKind::CouncilBan, "voorzitter",
                   [](IncidentRecord& r) {
                       r.member.emplace();
                       r.dossier->persons[0].office = Office::Public;
                   }),
              "")
        << "somebody of the public in it";
}

TEST(Faults, WhatWasRegisteredWasSoAfterwardsAndIsNotToCome) {
    const auto said = [](const std::string& day) {
        IncidentRecord record = after_midnight();
        record.dossier->gir.date = day;
        record.dossier->police_file.date = day;
        return places(faults(record, now, AnHourAhead()));
    };
    EXPECT_EQ(said("2026-11-26"), "");
    EXPECT_EQ(said("2026-11-29"), "");
    for (const char* day : {"2026-11-30", "2026-11-24", "gisteren", "2106-01-01"})
        EXPECT_EQ(said(day), "gir/date police_file/date ") << day;
}

TEST(Faults, AnIdIsNoName) {
    for (const char* id : {"", "p1\nX", "Femke Oudekerk", "p/1", "é", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}) {
        Dossier dossier;
        dossier.persons = {{.id = id}};
        EXPECT_EQ(places(dossier), "persons/0/id ") << id;
    }
}

TEST(Faults, AftercareIsForOneOfThePersonsAndOnce) {
    Dossier dossier;
    dossier.persons = {{.id = "p1", .role = PersonRole::Affected}};
    dossier.aftercare = {{.person = "p1"}, {.person = "p2"}, {.person = "p1"}, {.person = ""}};
    dossier.owners = {
        {DutyKind::FirstTalk, "p9", "griffier"}, {DutyKind::Footage, "", "bode"}, {DutyKind::Footage, "", "griffier"}};
    EXPECT_EQ(places(dossier),
              "aftercare/1/person aftercare/2/person aftercare/3/person owners/0/person owners/2/owner ");
}

TEST(Faults, PersonsAreWhoTheySayTheyAre) {
    IncidentRecord record = after_midnight();
    Dossier& dossier = *record.dossier;
    dossier.persons = {{.id = "p1", .known = true}, {.id = "p1"}, {.id = "p2", .seriously = true}};
    dossier.measures.push_back({.kind = MeasureKind::Talk, .person = "p9"});
    dossier.done = {{.kind = DutyKind::FirstTalk, .at = now},
                    {.kind = DutyKind::LabourInspectorate, .at = now, .by = "griffier"}};
    dossier.no_measures = true;
    const auto found = faults(record, now, AnHourAhead());
    EXPECT_EQ(places(found),
              "persons/0/name persons/1/id persons/2/injured measures/0/person done/0/person done/0/by no_measures ");
    EXPECT_NE(found[3].text.nl.find("p9"), std::string::npos);
}

TEST(Faults, NobodyIsToldBeforeItHappenedNorInTheFuture) {
    const IncidentRecord record = after_midnight();
    EXPECT_EQ(told(record, "2026-11-26T00:11:00+01:00"), "") << "to the minute, as one types it";
    EXPECT_EQ(told(record, "2026-11-25T23:11:30Z"), "") << "the same moment, written elsewhere";
    EXPECT_EQ(told(record, "2026-11-26T00:10:59+01:00"),
              "Wie is geïnformeerd, de burgemeester, wanneer: 26-11-2026 00:10 is voor het incident, dat begon op "
              "26-11-2026 00:11.");
    EXPECT_NE(told(record, "2026-11-25T20:00:00+01:00"), "") << "the meeting's day is not the incident's";
    EXPECT_EQ(told(record, "2026-11-29T10:00:30+01:00"), "");
    EXPECT_EQ(told(record, "2026-11-29T10:01:00+01:00"),
              "Wie is geïnformeerd, de burgemeester, wanneer: 29-11-2026 10:01 ligt in de toekomst.");
    EXPECT_NE(told(record, "2106-11-26T20:00:00+01:00").find("Het jaar 2106 kan niet"), std::string::npos);
    EXPECT_NE(told(record, "1999-12-31T23:00:00+01:00").find("kies een jaar van 2000"), std::string::npos);
}

TEST(Faults, ATalkIsNotDoneBeforeItHappenedEither) {
    IncidentRecord record = after_midnight();
    record.dossier->persons = {{.id = "p1", .role = PersonRole::Affected}};
    record.dossier->done = {
        {.kind = DutyKind::FirstTalk, .person = "p1", .at = at("2026-11-20T10:00:00+01:00"), .by = "x"},
        {.kind = DutyKind::SecondTalk, .person = "p1", .at = at("2027-11-20T10:00:00+01:00"), .by = "x"}};
    const auto found = faults(record, now, AnHourAhead());
    EXPECT_EQ(places(found), "done/0/at done/1/at ");
    EXPECT_EQ(found[0].field.nl, "eerste gesprek, wanneer");
}

TEST(Faults, ADayOfAMeasureIsOneOfThisCenturyAndNotBeforeTheMeeting) {
    const auto said = [](const std::string& from, const std::string& until) {
        IncidentRecord record = after_midnight();
        record.dossier = ban(from, until, MeasureKind::Ban);
        const auto found = faults(record, now, AnHourAhead());
        return found.empty() ? "" : found.front().place + ": " + found.front().text.nl;
    };
    EXPECT_EQ(said("2026-11-25", "2027-11-25"), "") << "from the evening on, though it was after midnight";
    EXPECT_EQ(said("2026-11-24", ""), "measures/0/from: 24-11-2026 is voor het incident van 25-11-2026.");
    EXPECT_EQ(said("", "2106-01-01"),
              "measures/0/until: Het jaar 2106 kan niet: kies een jaar van 2000 tot en met 2099.");
    EXPECT_EQ(said("0026-11-25", ""), "measures/0/from: Het jaar 26 kan niet: kies een jaar van 2000 tot en met 2099.");
    EXPECT_EQ(said("31-04-2027", ""), "measures/0/from: 31 april 2027 bestaat niet.");
    EXPECT_EQ(said("", "29-02-2027"), "measures/0/until: 29 februari 2027 bestaat niet.");
}

TEST(Faults, AClockThatWasWrongIsHeldAgainstNobody) {
    IncidentRecord ahead = after_midnight();
    ahead.clock_changes.push_back({{}, -3'600'000});  // it was an hour fast until then
    EXPECT_EQ(told(ahead, "2026-11-25T23:30:00+01:00"), "");
    EXPECT_NE(told(ahead, "2026-11-25T23:10:00+01:00"), "");
    IncidentRecord future = after_midnight();
    future.started.at = at("2031-01-01T20:00:00+01:00");
    EXPECT_EQ(told(future, "2026-11-26T12:00:00+01:00"), "");
    EXPECT_EQ(places(impossible_facts(future, now, AnHourAhead())), "started ");
}

TEST(ImpossibleFacts, AreOfTheRecordItself) {
    IncidentRecord record = after_midnight();
    EXPECT_EQ(places(impossible_facts(record, now, AnHourAhead())), "");
    record.ended.emplace().at.at = at("2026-11-26T00:11:00+01:00");
    EXPECT_EQ(places(impossible_facts(record, now, AnHourAhead())), "ended ");
    record.ended->at.at = at("2026-12-01T00:00:00+01:00");
    EXPECT_EQ(places(impossible_facts(record, now, AnHourAhead())), "ended ");
    record.started.at = at("1970-01-01T00:00:00Z");
    EXPECT_EQ(places(impossible_facts(record, now, AnHourAhead())), "started ended ");
}

TEST(Faults, ThatStoodThereBeforeStandInNoOtherChangesWay) {
    const auto found = [](const Dossier& dossier) {
        IncidentRecord record = after_midnight();
        record.dossier = dossier;
        return faults(record, now, AnHourAhead());
    };
    Dossier old;
    old.informed = {{Recipient::Clerk, now, "x"}, {Recipient::Mayor, at("2030-01-01T00:00:00Z"), "x"}};
    Dossier changed = old;
    changed.reason = "parkeren";
    changed.informed.erase(changed.informed.begin());
    EXPECT_EQ(brought_in(found(old), found(changed)), std::nullopt);
    changed.informed[0].at = at("2031-01-01T00:00:00Z");
    ASSERT_TRUE(brought_in(found(old), found(changed)));
    EXPECT_EQ(brought_in(found(old), found(changed))->place, "informed/0/at");
    changed.informed = {{Recipient::Clerk, at("2030-01-01T00:00:00Z"), "x"}};
    EXPECT_TRUE(brought_in(found(old), found(changed))) << "the same moment in another field";
}

TEST(Faults, OfImprovementsAreTheirIdsTextsAndDays) {
    Dossier dossier;
    dossier.evaluation.date = "2026-12-24";
    dossier.improvements = {{"i1", "deur op slot", "", "2025-02-01"},
                            {"i1", "oefenen", "", "2024-02-01"},
                            {"Jan de Vries", " . ", "", "morgen"}};
    dossier.done = {{.kind = DutyKind::Improvement, .person = "i9", .at = now, .by = "x"}};
    dossier.owners = {{DutyKind::Improvement, "i1", "G. Groen"}, {DutyKind::FirstTalk, "i1", "G. Groen"}};
    EXPECT_EQ(
        places(dossier),
        "done/0/person evaluation/date improvements/1/id improvements/1/until improvements/2/id improvements/2/text "
        "improvements/2/until owners/1/person ");
}

}  // namespace
}  // namespace hamer
