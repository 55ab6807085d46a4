// What was held to learn from (5.2): what it asks for, what falls due of it, and what may be told of it to anybody.
#include "codec/record/record_json.h"
#include "record/completeness.h"
#include "record/duties.h"
#include "record/faults.h"
#include "record/held_learning.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

class AnHourAhead final : public Zone {
  public:
    [[nodiscard]] int offset_minutes(std::int64_t) const override { return 60; }
};

IncidentRecord a_learning(LearningKind kind = LearningKind::Training) {
    IncidentRecord record;
    record.id = "reported-1";
    record.kind = IncidentKind::Learning;
    record.what = "omgaan met agressie";
    record.started.at = *from_rfc3339("2026-03-12T00:00:00+01:00");
    record.ended.emplace().at.at = record.started.at;
    record.dossier.emplace().learning = Learning{.kind = kind, .day = "2026-03-12"};
    return record;
}

std::string places(const IncidentRecord& record) {
    std::string text;
    for (const Missing& one : missing(record)) text += one.place + " ";
    return text;
}

TEST(Learning, AsksForItsDayAndWhoWasThereAndADiscussionForItsOutcome) {
    IncidentRecord record = a_learning();
    Learning& held = *record.dossier->learning;
    EXPECT_EQ(places(record), "learning/bodies ");
    held.day.clear();
    EXPECT_EQ(places(record), "learning/day learning/bodies ");
    held.day = "2026-03-12";
    held.bodies = {Body::Council};
    EXPECT_EQ(places(record), "");
    held.kind = LearningKind::Discussion;
    EXPECT_EQ(places(record), "learning/concluded ");
    held.concluded = " . ";
    EXPECT_EQ(places(record), "learning/concluded ") << "a full stop is no outcome";
    held.concluded = "we melden eerder";
    EXPECT_EQ(places(record), "");
    record.what = " ";
    EXPECT_EQ(places(record), "what ");
}

TEST(Learning, WhatWillBeBetterFallsDueFourWeeksAfterItsDayAndNothingElseDoes) {
    IncidentRecord record = a_learning();
    EXPECT_TRUE(duties(record, AnHourAhead()).empty());
    record.dossier->improvements = {{"i1", "noodknop testen", "T. Beheer", ""}, {"i2", "flyer", "", "2026-03-20"}};
    const auto due = duties(record, AnHourAhead());
    ASSERT_EQ(due.size(), 2U);
    EXPECT_EQ(due[0].person, "i2");
    EXPECT_EQ(calendar_date(due[0].due), "2026-03-20");
    EXPECT_EQ(calendar_date(due[1].due), "2026-04-09");
    EXPECT_EQ(due[1].owner, "T. Beheer");
    EXPECT_EQ(due[1].kind, DutyKind::Improvement);
}

TEST(Learning, MayHaveBeenBeforeItsRecordWasBegunAndNotAfterToday) {
    IncidentRecord record = a_learning();
    const auto found = [&] {
        std::string text;
        for (const Fault& one : faults(record, *from_rfc3339("2026-03-20T10:00:00+01:00"), AnHourAhead()))
            text += one.place + " ";
        return text;
    };
    record.dossier->learning->day = "2025-11-01";
    record.dossier->improvements = {{"i1", "noodknop testen", "", "2025-12-01"}};
    EXPECT_EQ(found(), "");
    record.dossier->learning->day = "2026-03-20";
    EXPECT_EQ(found(), "");
    record.dossier->learning->day = "2026-03-21";
    EXPECT_EQ(found(), "learning/day ");
    record.dossier->learning->day = "gisteren";
    EXPECT_EQ(found(), "learning/day ");
}

TEST(Learning, IsNoIncidentAndOfNoMeeting) {
    EXPECT_FALSE(is_incident(IncidentKind::Learning));
    EXPECT_FALSE(is_of_a_meeting(IncidentKind::Learning));
}

TEST(Learning, GoesThroughJsonWhole) {
    IncidentRecord record = a_learning(LearningKind::Discussion);
    *record.dossier->learning = {
        LearningKind::Discussion,   "2026-03-12",      "de politie", {Body::Council, Body::College},
        {"A. Bakker", "B. de Wit"}, "we melden eerder"};
    const std::string text = write_record(record);
    for (const char* part : {"\"kind\": \"learning\"", "\"kind\": \"discussion\"", "\"college\"", "\"B. de Wit\""})
        EXPECT_NE(text.find(part), std::string::npos) << part << text;
    const auto read = read_record(text, "test");
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(*read, record);
    const auto patched = patch_dossier(*record.dossier, R"({"learning": {"day": "1-3-2026", "bodies": ["chairs"]}})",
                                       "test", AnHourAhead(), Day{std::chrono::year(2026) / 3 / 20});
    ASSERT_TRUE(patched) << describe(patched.error());
    EXPECT_EQ(patched->learning->day, "2026-03-01");
    EXPECT_EQ(patched->learning->bodies, std::vector{Body::Chairs});
    EXPECT_FALSE(patch_dossier(*record.dossier, R"({"learning": {"bodies": ["voetbalclub"]}})", "test", AnHourAhead(),
                               std::nullopt));
}

TEST(Learning, IsToldWithoutNamesOrSubject) {
    IncidentRecord record = a_learning(LearningKind::Discussion);
    record.dossier->learning->bodies = {Body::College};
    record.dossier->learning->present = {"A. Bakker", "B. de Wit"};
    EXPECT_EQ(held_learning(record), (HeldLearning{LearningKind::Discussion, "2026-03-12", {Body::College}, 2}));
    record.dossier->learning->day.clear();
    EXPECT_FALSE(held_learning(record));
    record.dossier->learning->day = "2026-03-12";
    record.withdrawn = true;
    EXPECT_FALSE(held_learning(record));
}

TEST(Learning, TheYearlyDiscussionIsThatOfItsYearAndOfBoth) {
    const std::vector<HeldLearning> held = {{LearningKind::Discussion, "2026-11-03", {Body::College}, 0},
                                            {LearningKind::Discussion, "2025-11-03", {Body::Council}, 0},
                                            {LearningKind::Training, "2026-02-01", {Body::Council}, 0},
                                            {LearningKind::Discussion, "2026-03-12", {Body::Support}, 0}};
    const YearlyDiscussion found = discussed_in(held, 2026);
    EXPECT_EQ(found.days, (std::vector<std::string>{"2026-03-12", "2026-11-03"}));
    EXPECT_TRUE(found.college);
    EXPECT_FALSE(found.council) << "that was a training, or another year";
    EXPECT_TRUE(discussed_in(held, 2024).days.empty());
}

}  // namespace
}  // namespace hamer
