#include "base/calendar.h"
#include "record/duty_history.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer {
namespace {

class Amsterdam final : public Zone {
  public:
    [[nodiscard]] int offset_minutes(std::int64_t) const override { return 60; }
};

IncidentRecord revision(int number, std::vector<Person> persons) {
    IncidentRecord record;
    record.id = "s-1";
    record.revision = number;
    record.started.at = *from_rfc3339("2026-01-12T21:15:00.000+01:00");
    record.kind = IncidentKind::Reported;
    record.dossier.emplace().conduct = {Conduct::A};  // which is not reported: the talks alone
    record.dossier->persons = std::move(persons);
    return record;
}

const Person member{.id = "p1", .role = PersonRole::Affected};
const Person official{.id = "p2", .role = PersonRole::Affected};

std::vector<KnownDuty> history(const std::vector<IncidentRecord>& revisions) {
    return duty_history(revisions, Amsterdam());
}

std::ptrdiff_t count(const std::vector<KnownDuty>& duties, DutyState state) {
    return std::ranges::count(duties, state, &KnownDuty::state);
}

TEST(DutyHistory, ADutyIsOpenUntilItIsDoneAndMayBecomeOpenAgain) {
    IncidentRecord first = revision(1, {member}), ticked = revision(2, {member}), unticked = revision(3, {member});
    ticked.dossier->done = {{.kind = DutyKind::FirstTalk, .person = "p1"}};
    EXPECT_EQ(count(history({first}), DutyState::Open), 3);
    const auto done = history({first, ticked});
    ASSERT_EQ(done.size(), 3U);
    EXPECT_EQ(done.front().state, DutyState::Done);
    EXPECT_EQ(done.front().revision, 2);
    const auto again = history({first, ticked, unticked});
    EXPECT_EQ(again.front().state, DutyState::Open);
    EXPECT_EQ(again.front().revision, 3) << "higher than that of the cancellation";
}

TEST(DutyHistory, WhatALaterRevisionHasNoMoreLapsed) {
    IncidentRecord charged = revision(1, {member, official});
    charged.dossier->charges = "file";
    const auto lapsed = history({charged, revision(2, {member}), revision(3, {member})});
    EXPECT_EQ(count(lapsed, DutyState::Open), 3);
    EXPECT_EQ(count(lapsed, DutyState::Lapsed), 6)
        << "three talks with the other, the police, the feedback and the evaluation";
    EXPECT_TRUE(std::ranges::all_of(lapsed, [](const KnownDuty& one) { return one.revision == 3; }));
    EXPECT_EQ(count(history({charged, revision(2, {member}), charged}), DutyState::Lapsed), 0) << "it came back";
}

TEST(DutyHistory, OfAWithdrawnRecordAllLapsed) {
    IncidentRecord withdrawn = revision(2, {member});
    withdrawn.withdrawn = true;
    const auto lapsed = history({revision(1, {member}), withdrawn});
    EXPECT_EQ(count(lapsed, DutyState::Lapsed), 3);
}

TEST(DutyHistory, ADutyThatMovedIsTheSameOneAtItsNewMoment) {
    IncidentRecord corrected = revision(2, {member});
    corrected.started.at = *from_rfc3339("2026-01-12T20:15:00.000+01:00");
    const auto moved = history({revision(1, {member}), corrected});
    ASSERT_EQ(moved.size(), 3U);
    EXPECT_EQ(moved.front().due, *from_rfc3339("2026-01-13T20:15:00.000+01:00"));
}

TEST(DutyHistory, TellsTheRoleAndNeverTheName) {
    Person named = official;
    named.name = "Zebediah Quist";
    const auto all = history({revision(1, {member, named})});
    const auto one = std::ranges::find(all, "p2", &KnownDuty::person);
    ASSERT_NE(one, all.end());
    EXPECT_EQ(one->whom, (LocalText{"betrokkene 2", "affected 2"}));
}

}  // namespace
}  // namespace hamer
