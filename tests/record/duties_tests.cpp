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
    record.dossier->persons = {{.id = "p1", .role = PersonRole::Affected}};
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
        ASSERT_EQ(all.size(), 5U);
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

TEST(Duties, AreThoseThatTheRecordCallsFor) {
    IncidentRecord record = record_of("2026-03-12T21:15:00+01:00");
    record.dossier->persons[0].injured = record.dossier->persons[0].seriously = false;
    record.dossier->charges = "none";
    EXPECT_EQ(duties(record, Leiden()).size(), 3U) << "the talks";
    record.dossier->persons.push_back({.id = "p2", .role = PersonRole::Affected});
    record.dossier->persons.push_back({.id = "p3", .role = PersonRole::Disturber});
    EXPECT_EQ(duties(record, Leiden()).size(), 6U);
    record.charges = ChargesDecision{.decision = "report"};
    EXPECT_EQ(duties(record, Leiden()).size(), 7U) << "the chair's decision goes before";
    record.dossier.reset();
    EXPECT_EQ(duties(record, Leiden()).size(), 1U) << "to go to the police, as was decided";
    record.charges.reset();
    EXPECT_TRUE(duties(record, Leiden()).empty());
}

TEST(Duties, ADecisionThatWasPutOffIsDueTwoWorkingDaysAfterTheMeeting) {
    IncidentRecord record;
    record.started.at = *from_rfc3339("2026-03-12T21:15:00.000+01:00");
    record.meeting_closed = Moment{9, *from_rfc3339("2026-03-13T00:30:00.000+01:00"), {}};
    record.charges = ChargesDecision{.decision = "later"};
    const auto all = duties(record, Leiden());
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].kind, DutyKind::ChargesDecision);
    EXPECT_EQ(to_rfc3339(all[0].due), "2026-03-17T23:59:59.000+01:00") << "it was Friday already";
    EXPECT_TRUE(all[0].advice);
    EXPECT_FALSE(all[0].done);
    record.withdrawn = true;
    EXPECT_TRUE(duties(record, Leiden()).empty());
}

TEST(Duties, TheInspectorateIsWarnedForTheAffectedAndWitnessesAndNeverForTheDisturber) {
    IncidentRecord record = record_of("2026-03-12T21:15:00+01:00");
    const auto asked = [&](PersonRole role) {
        record.dossier->persons[0].role = role;
        const auto all = duties(record, Leiden());
        return std::ranges::count(all, DutyKind::LabourInspectorate, &Duty::kind);
    };
    EXPECT_EQ(asked(PersonRole::Affected), 1);
    EXPECT_EQ(asked(PersonRole::Witness), 1);
    EXPECT_EQ(asked(PersonRole::Disturber), 0);
    record.dossier->persons.push_back({.id = "p2", .role = PersonRole::Witness, .injured = true, .seriously = true});
    EXPECT_EQ(asked(PersonRole::Disturber), 1) << "somebody else's injury still counts";
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
