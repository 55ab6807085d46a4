// Due moments across both changes of the clocks and the end of a year, against a table worked out by hand.
#include "record/duties.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer {
namespace {

// What a duty points to is in the record, so that one which is gone after the call is refused.
template <typename Record>
concept GivesDuties = requires(Record&& record, const Zone& zone) {
    duties(std::forward<Record>(record), zone);
};
static_assert(GivesDuties<const IncidentRecord&> && !GivesDuties<IncidentRecord>);

using namespace std::chrono;
using namespace std::chrono_literals;

// Leiden in 2026 and 2027: two hours ahead between the last Sundays of March and October, 01:00 UTC.
class Leiden final : public Zone {
  public:
    [[nodiscard]] int offset_minutes(std::int64_t ms) const override {
        const auto at = [](sys_days day) { return duration_cast<milliseconds>((day + 1h).time_since_epoch()).count(); };
        const bool summer = (ms >= at(2026y / March / 29) && ms < at(2026y / October / 25)) ||
                            (ms >= at(2027y / March / 28) && ms < at(2027y / October / 31));
        return summer ? 120 : 60;
    }
};

IncidentRecord record_of(const char* started) {
    IncidentRecord record;
    record.started.at = *from_rfc3339(started);
    record.dossier.emplace();
    record.dossier->persons = {{.id = "p1", .role = PersonRole::Affected, .office = Office::CouncilMember}};
    record.dossier->persons[0].injured = record.dossier->persons[0].seriously = true;
    record.dossier->charges = "file";
    return record;
}

struct Row {
    const char* started;
    const char* first_talk;  // and the inspectorate
    const char* second_talk;
    const char* police;
    const char* third_from;
    const char* third_due;
};

TEST(Duties, FallDueAsTheTableSays) {
    const Row table[] = {
        // An ordinary Thursday evening: the police by the second working day, Monday.
        {"2026-03-12T21:15:00.000+01:00", "2026-03-13T21:15:00.000+01:00", "2026-03-15T23:59:59.000+01:00",
         "2026-03-16T23:59:59.000+01:00", "2026-04-09T00:00:00.000+02:00", "2026-04-23T23:59:59.000+02:00"},
        // The evening before the clocks go forward: 24 hours end an hour later on the wall.
        {"2026-03-28T21:00:00.000+01:00", "2026-03-29T22:00:00.000+02:00", "2026-03-31T23:59:59.000+02:00",
         "2026-03-31T23:59:59.000+02:00", "2026-04-25T00:00:00.000+02:00", "2026-05-09T23:59:59.000+02:00"},
        // The evening before they go back: an hour earlier.
        {"2026-10-24T21:00:00.000+02:00", "2026-10-25T20:00:00.000+01:00", "2026-10-27T23:59:59.000+01:00",
         "2026-10-27T23:59:59.000+01:00", "2026-11-21T00:00:00.000+01:00", "2026-12-05T23:59:59.000+01:00"},
        // In the hour that comes twice, the second time.
        {"2026-10-25T02:30:00.000+01:00", "2026-10-26T02:30:00.000+01:00", "2026-10-28T23:59:59.000+01:00",
         "2026-10-27T23:59:59.000+01:00", "2026-11-22T00:00:00.000+01:00", "2026-12-06T23:59:59.000+01:00"},
        // Over the end of the year: Friday 1 January and the weekend are no working days.
        {"2026-12-30T22:45:00.000+01:00", "2026-12-31T22:45:00.000+01:00", "2027-01-02T23:59:59.000+01:00",
         "2027-01-04T23:59:59.000+01:00", "2027-01-27T00:00:00.000+01:00", "2027-02-10T23:59:59.000+01:00"},
        // Written by a clock in UTC: the day is the one in Leiden.
        {"2026-06-30T22:30:00.000+00:00", "2026-07-02T00:30:00.000+02:00", "2026-07-04T23:59:59.000+02:00",
         "2026-07-03T23:59:59.000+02:00", "2026-07-29T00:00:00.000+02:00", "2026-08-12T23:59:59.000+02:00"},
    };
    for (const Row& row : table) {
        SCOPED_TRACE(row.started);
        const IncidentRecord record = record_of(row.started);
        const auto all = duties(record, Leiden());
        ASSERT_EQ(all.size(), 9U) << "and the footage, the triangle, the feedback, the evaluation";
        const auto of = [&](DutyKind kind) { return *std::ranges::find(all, kind, &Duty::kind); };
        EXPECT_EQ(to_rfc3339(of(DutyKind::FirstTalk).due), row.first_talk);
        EXPECT_EQ(to_rfc3339(of(DutyKind::LabourInspectorate).due), row.first_talk);
        EXPECT_EQ(to_rfc3339(of(DutyKind::SecondTalk).due), row.second_talk);
        EXPECT_EQ(to_rfc3339(of(DutyKind::PoliceReport).due), row.police);
        EXPECT_EQ(to_rfc3339(of(DutyKind::ThirdTalk).from), row.third_from);
        EXPECT_EQ(to_rfc3339(of(DutyKind::ThirdTalk).due), row.third_due);
        EXPECT_TRUE(std::ranges::is_sorted(all, {}, &Duty::due));
    }
}

std::string kinds(const IncidentRecord& record) {
    std::string text;
    for (const Duty& one : duties(record, Leiden())) {
        text += std::string(duty_words[static_cast<std::size_t>(one.kind)]) + (one.person.empty() ? "" : ":") +
                one.person + " ";
    }
    return text;
}

TEST(Duties, AreThoseThatTheRecordCallsFor) {
    IncidentRecord record = record_of("2026-03-12T21:15:00+01:00");
    record.dossier->persons[0].injured = record.dossier->persons[0].seriously = false;
    record.dossier->charges = "none";
    EXPECT_EQ(kinds(record), "footage first-talk:p1 second-talk:p1 evaluation third-talk:p1 ");
    record.dossier->persons.push_back({.id = "p3", .role = PersonRole::Disturber});
    EXPECT_EQ(kinds(record), "footage first-talk:p1 second-talk:p1 evaluation third-talk:p1 ");
    record.charges = ChargesDecision{.decision = "report"};
    EXPECT_EQ(kinds(record), "footage first-talk:p1 second-talk:p1 police-report evaluation third-talk:p1 ")
        << "the chair's decision goes before";
    record.dossier.reset();
    EXPECT_EQ(kinds(record), "footage police-report evaluation ");
    record.charges.reset();
    EXPECT_EQ(kinds(record), "footage evaluation ");
    record.kind = IncidentKind::Reported;
    EXPECT_EQ(kinds(record), "evaluation ");
    record.dossier.emplace().channel = Channel::SocialMedia;
    EXPECT_EQ(kinds(record), "footage evaluation ") << "a picture of the screen";
    record.dossier->conduct = {Conduct::B};
    EXPECT_EQ(kinds(record), "") << "it is not reported";
    record.dossier->conduct = {Conduct::Threat};
    record.dossier->damage = true;
    record.dossier->charges = "file";
    EXPECT_EQ(kinds(record), "footage police-report triangle insurance evaluation feedback ");
    record.dossier->charges.clear();
    EXPECT_EQ(kinds(record), "footage charges-decision triangle insurance evaluation ") << "D is decided on";
}

TEST(Duties, TheFootageIsAskedForAtOnceAndInAMeetingAnHourAfterIt) {
    IncidentRecord record = record_of("2026-03-12T21:15:00.000+01:00");
    EXPECT_EQ(to_rfc3339(duties(record, Leiden())[0].due), "2026-03-12T22:15:00.000+01:00");
    record.meeting_closed = Moment{9, *from_rfc3339("2026-03-12T23:00:00.000+01:00"), {}};
    EXPECT_EQ(to_rfc3339(duties(record, Leiden())[0].due), "2026-03-13T00:00:00.000+01:00");
}

TEST(Duties, EachMeasureEndsOnItsLastDayAndOfTwoOfAKindTheLater) {
    IncidentRecord record;
    record.kind = IncidentKind::Reported;
    record.started.at = *from_rfc3339("2026-03-12T21:15:00.000+01:00");
    record.dossier.emplace().conduct = {Conduct::A};
    record.dossier->persons = {{.id = "p1"}, {.id = "p2"}};
    record.dossier->measures = {{.kind = MeasureKind::Ban, .person = "p1", .until = "2026-06-01"},
                                {.kind = MeasureKind::CouncilBan, .person = "p1", .until = "2026-05-01"},
                                {.kind = MeasureKind::Ban, .person = "p2", .until = "2026-04-01"},
                                {.kind = MeasureKind::Ban, .person = "p1", .until = "2026-07-01"},
                                {.kind = MeasureKind::Ban, .person = "p2", .until = "2026-03-20"},
                                {.kind = MeasureKind::ContactBan, .person = "p1", .until = "2026-07-15"},
                                {.kind = MeasureKind::Restriction, .until = "2026-08-01"},
                                {.kind = MeasureKind::Talk}};
    EXPECT_EQ(kinds(record),
              "ban-ends:p2 evaluation council-ban-ends:p1 ban-ends:p1 contact-ban-ends:p1 measure-ends ");
    const auto all = duties(record, Leiden());
    EXPECT_EQ(to_rfc3339(all[3].from), "2026-07-01T00:00:00.000+02:00");
    EXPECT_EQ(to_rfc3339(all[3].due), "2026-07-01T23:59:59.000+02:00");
    EXPECT_TRUE(all[3].advice);
}

TEST(Duties, HaveAnOwnerByNameOrByTheProtocol) {
    IncidentRecord record = record_of("2026-03-12T21:15:00.000+01:00");
    Dossier& dossier = *record.dossier;
    dossier.owners = {{DutyKind::FirstTalk, "p1", "M. de Wit"}, {DutyKind::Evaluation, "p1", "nobody's"}};
    const auto all = duties(record, Leiden());
    const auto of = [&](DutyKind kind) { return *std::ranges::find(all, kind, &Duty::kind); };
    EXPECT_EQ(of(DutyKind::FirstTalk).owner, "M. de Wit");
    EXPECT_EQ(of(DutyKind::SecondTalk).owner, "");
    EXPECT_EQ(of(DutyKind::Evaluation).owner, "");
    EXPECT_EQ(usual_owner(of(DutyKind::SecondTalk), dossier), Recipient::Clerk);
    dossier.persons[0].office = Office::Alderman;
    EXPECT_EQ(usual_owner(of(DutyKind::SecondTalk), dossier), Recipient::MunicipalSecretary);
    EXPECT_EQ(usual_owner(of(DutyKind::Triangle), dossier), Recipient::Mayor);
}

TEST(Duties, OfTheEvaluationAreWhatWasAgreedOn) {
    IncidentRecord record = record_of("2026-03-12T21:15:00.000+01:00");
    Dossier& dossier = *record.dossier;
    dossier.evaluation.date = "2026-03-20";
    dossier.improvements = {{"i1", "deur op slot", "T. Beheer", "2026-03-25"}, {"i2", "oefenen", "", ""}};
    dossier.done = {{.kind = DutyKind::Improvement, .person = "i1", .at = record.started.at, .by = "x"}};
    dossier.owners = {{DutyKind::Improvement, "i2", "G. Groen"}};
    const auto all = duties(record, Leiden());
    EXPECT_EQ(std::ranges::count(all, DutyKind::Evaluation, &Duty::kind), 0) << "it was held";
    const auto of = [&](const char* id) { return *std::ranges::find(all, id, &Duty::person); };
    EXPECT_EQ(to_rfc3339(of("i1").from), "2026-03-20T00:00:00.000+01:00");
    EXPECT_EQ(to_rfc3339(of("i1").due), "2026-03-25T23:59:59.000+01:00");
    EXPECT_EQ(of("i1").owner, "T. Beheer");
    EXPECT_EQ(of("i1").done, &dossier.done[0]);
    EXPECT_EQ(to_rfc3339(of("i2").due), "2026-04-17T23:59:59.000+02:00") << "four weeks after it";
    EXPECT_EQ(of("i2").owner, "G. Groen");
}

TEST(Duties, ADecisionThatWasPutOffIsDueTwoWorkingDaysAfterTheMeeting) {
    IncidentRecord record;
    record.started.at = *from_rfc3339("2026-03-12T21:15:00.000+01:00");
    record.meeting_closed = Moment{9, *from_rfc3339("2026-03-13T00:30:00.000+01:00"), {}};
    record.charges = ChargesDecision{.decision = "later"};
    const auto all = duties(record, Leiden());
    const auto decision = std::ranges::find(all, DutyKind::ChargesDecision, &Duty::kind);
    ASSERT_NE(decision, all.end());
    EXPECT_EQ(to_rfc3339(decision->due), "2026-03-17T23:59:59.000+01:00") << "it was Friday already";
    EXPECT_TRUE(decision->advice);
    EXPECT_FALSE(decision->done);
    record.withdrawn = true;
    EXPECT_TRUE(duties(record, Leiden()).empty());
}

TEST(Duties, TheInspectorateIsWarnedForWhoIsInOfficeAndWasAffected) {
    IncidentRecord record = record_of("2026-03-12T21:15:00+01:00");
    const auto asked = [&](PersonRole role, std::optional<Office> office) {
        record.dossier->persons[0].role = role;
        record.dossier->persons[0].office = office;
        const auto all = duties(record, Leiden());
        return std::ranges::count(all, DutyKind::LabourInspectorate, &Duty::kind);
    };
    EXPECT_EQ(asked(PersonRole::Affected, Office::CouncilMember), 1);
    EXPECT_EQ(asked(PersonRole::Affected, Office::ReferendumBoard), 1);
    EXPECT_EQ(asked(PersonRole::Affected, Office::Mayor), 1);
    EXPECT_EQ(asked(PersonRole::Affected, Office::Official), 0);
    EXPECT_EQ(asked(PersonRole::Affected, Office::Public), 0);
    EXPECT_EQ(asked(PersonRole::Affected, std::nullopt), 1) << "until the office says otherwise: it is 24 hours";
    EXPECT_EQ(asked(PersonRole::Witness, Office::Mayor), 0);
    EXPECT_EQ(asked(PersonRole::Disturber, Office::CouncilMember), 0);
    record.dossier->persons.push_back(
        {.id = "p2", .role = PersonRole::Affected, .office = Office::Alderman, .injured = true, .seriously = true});
    EXPECT_EQ(asked(PersonRole::Disturber, std::nullopt), 1) << "somebody else's injury still counts";
}

TEST(Duties, WhoDeclinedIsOwedNoTalkUnlessOneWasHeld) {
    IncidentRecord record = record_of("2026-03-12T21:15:00+01:00");
    record.dossier->aftercare = {{.person = "p1", .offered = CareOffer::Declined}};
    EXPECT_EQ(kinds(record).find("talk"), std::string::npos) << kinds(record);
    record.dossier->done = {{.kind = DutyKind::FirstTalk, .person = "p1", .by = "griffier"}};
    EXPECT_NE(kinds(record).find("first-talk:p1 "), std::string::npos);
    record.dossier->done.clear();
    record.dossier->aftercare[0].offered = CareOffer::Accepted;
    EXPECT_NE(kinds(record).find("third-talk:p1 "), std::string::npos);
}

TEST(Duties, AreTickedOffEachForItsOwnPerson) {
    IncidentRecord record = record_of("2026-03-12T21:15:00+01:00");
    record.dossier->persons.push_back({.id = "p2", .role = PersonRole::Affected});
    record.dossier->done.push_back({.kind = DutyKind::FirstTalk, .person = "p2", .by = "griffier"});
    for (const Duty& duty : duties(record, Leiden())) {
        EXPECT_EQ(duty.done != nullptr, duty.kind == DutyKind::FirstTalk && duty.person == "p2");
    }
    record.withdrawn = true;
    EXPECT_TRUE(duties(record, Leiden()).empty());
}

}  // namespace
}  // namespace hamer
