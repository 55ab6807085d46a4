#include "base/typed_time.h"
#include "codec/record/record_json.h"
#include "platform/zone.h"
#include "record/play.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace hamer::test {
namespace {

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    if (at == std::string::npos) ADD_FAILURE() << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::string problem_with(const std::string& text) {
    const auto read = read_record(text, "record.json");
    return read ? "none" : describe(read.error());
}

TEST(RecordJson, WhatWasWrittenReadsBackTheSame) {
    IncidentRecord record = eventful_evening().record();
    record.revision = 4;
    record.clock_changes = {{{7, minute(3), {}}, -3'600'000}};
    const auto read = read_record(write_record(record), "record.json");
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(*read, record);
    EXPECT_EQ(write_record(*read), write_record(record));
}

TEST(RecordJson, WordsThatWereSpokenAndWordsThatWereProposedStayApart) {
    const IncidentRecord record = a_members_record();
    const auto read = read_record(write_record(record), "record.json");
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(*read, record);
    EXPECT_EQ(write_record(eventful_evening().record()).find("\"proposed\""), std::string::npos)
        << "a record without them has no such key";
}

TEST(RecordJson, WhoWasConsultedIsYesNoOrNotAsked) {
    const std::string text = write_record(a_members_record());
    EXPECT_NE(text.find("\"adviser_consulted\": \"not-asked\""), std::string::npos) << text;
    const std::string flag = changed(text, "\"clerk_consulted\": \"not-asked\"", "\"clerk_consulted\": true");
    EXPECT_EQ(read_record(flag, "record.json")->charges->clerk_consulted, Consulted::Yes);
    EXPECT_NE(problem_with(changed(text, "\"not-asked\"", "\"perhaps\"")).find("expected one of: not-asked, yes, no"),
              std::string::npos);
}

TEST(RecordJson, AnEmptyRecordReadsBackToo) {
    const auto read = read_record(write_record(IncidentRecord{}), "record.json");
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(*read, IncidentRecord{});
}

TEST(RecordJson, AWithdrawnRecordSaysSo) {
    IncidentRecord record = eventful_evening().record();
    record.withdrawn = true;
    const std::string text = write_record(record);
    EXPECT_NE(text.find("\"status\": \"withdrawn\""), std::string::npos);
    EXPECT_TRUE(read_record(text, "record.json")->withdrawn);
}

TEST(RecordJson, UnknownKeysAreRefusedWithTheirPlace) {
    const std::string text = write_record(eventful_evening().record());
    EXPECT_NE(problem_with(changed(text, "\"reason\"", "\"raison\"")).find("/suspensions/0: the key “reason”"),
              std::string::npos);
    EXPECT_NE(problem_with(changed(text, "\"said\"", "\"extra\": 1, \"said\"")).find("unknown key “extra”"),
              std::string::npos);
}

TEST(RecordJson, WordsAndTimesAreChecked) {
    const std::string text = write_record(eventful_evening().record());
    EXPECT_NE(problem_with(changed(text, "\"disturbance\"", "\"party\"")).find("/kind: expected one of: disturbance"),
              std::string::npos);
    EXPECT_NE(problem_with(changed(text, "T20:", "T99:")).find("expected a time"), std::string::npos);
    EXPECT_NE(problem_with(changed(text, "\"a-then-b\"", "\"a\"")).find("/scenario: expected “a-then-b”"),
              std::string::npos);
    EXPECT_NE(problem_with(changed(text, "\"ended\"", "\"open\"")).find("/status: expected “ended”"),
              std::string::npos);
}

TEST(RecordJson, ANewerFormatIsRefusedAsSuch) {
    const std::string text = changed(write_record(IncidentRecord{}), "\"format\": 1", "\"format\": 3");
    EXPECT_NE(problem_with(text).find("/format: expected format 1 to 2"), std::string::npos);
}

TEST(RecordJson, WhatTheClerkAddedReadsBackTheSame) {
    IncidentRecord record = eventful_evening().record();
    record.dossier = a_dossier();
    const std::string text = write_record(record);
    EXPECT_NE(text.find("\"format\": 2"), std::string::npos);
    const auto read = read_record(text, "record.json");
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(*read, record);
}

TEST(RecordJson, APatchReplacesWhatItNamesAndNothingElse) {
    const Dossier before = a_dossier();
    const auto patched = patch_dossier(before, R"({"reason": "parkeren", "damage": null, "conduct": ["b"],
                                                   "communication": {"text": "zie de website"}})",
                                       "patch.json", UtcZone());
    ASSERT_TRUE(patched) << describe(patched.error());
    EXPECT_EQ(patched->reason, "parkeren");
    EXPECT_EQ(patched->damage, std::nullopt);
    EXPECT_EQ(patched->conduct, std::vector{Conduct::B}) << "a list is replaced as a whole";
    EXPECT_EQ(patched->communication->spokesperson, before.communication->spokesperson);
    EXPECT_EQ(patched->persons, before.persons);
    EXPECT_EQ(*patch_dossier(before, "{}", "patch.json", UtcZone()), before);
    EXPECT_EQ(*patch_dossier({}, write_dossier(before), "patch.json", UtcZone()), before);
}

TEST(RecordJson, APatchMayBeTypedAndLeaveOutTheYear) {
    const Day today = day_from_iso("2026-11-20").value();
    const std::string typed = R"({"measures": [{"kind": "ban", "from": "25/11", "until": "25-1"}],
                                  "informed": [{"who": "mayor", "at": "25-12 21.40", "by": "x"}]})";
    const auto patched = patch_dossier({}, typed, "patch.json", SystemZone(), today);
    ASSERT_TRUE(patched) << describe(patched.error());
    EXPECT_EQ(patched->measures[0].from, "2026-11-25");
    EXPECT_EQ(patched->measures[0].until, "2027-01-25") << "after it began";
    EXPECT_EQ(shown_moment(patched->informed[0].at), "25-12-2025 21:40") << "the last one there was";
    EXPECT_FALSE(patch_dossier({}, typed, "patch.json", SystemZone())) << "where no day is known the year is asked";
}

TEST(RecordJson, APatchThatMakesNoDossierIsRefusedAsAWhole) {
    const auto problem = [](const std::string& patch) {
        const auto patched = patch_dossier(a_dossier(), patch, "patch.json", SystemZone());
        return patched ? "none" : describe(patched.error());
    };
    EXPECT_NE(problem(R"({"reasons": "x"})").find("patch.json: unknown key “reasons”"), std::string::npos)
        << problem(R"({"reasons": "x"})");
    EXPECT_NE(problem(R"({"conduct": ["e"]})").find("/conduct/0: expected one of: a, b, c"), std::string::npos);
    EXPECT_NE(problem(R"({"persons": [{"role": "witness"}]})").find("/persons/0: the key “id”"), std::string::npos);
    EXPECT_NE(problem("[]"), "none");
    EXPECT_NE(problem("{"), "none");
}

TEST(RecordJson, BrokenTextIsRefused) {
    EXPECT_NE(problem_with("{"), "none");
    EXPECT_NE(problem_with("[]"), "none");
    EXPECT_NE(problem_with("{\"format\": 1}"), "none");
    EXPECT_NE(problem_with("\xff"), "none");
}

// Each prefix of a record is one more broken file.
TEST(RecordJson, ARecordCutAnywhereIsRefused) {
    const std::string text = write_record(eventful_evening().record());
    for (std::size_t length = 0; length + 2 < text.size(); length += 7) {
        EXPECT_FALSE(read_record(text.substr(0, length), "record.json"));
    }
}

TEST(PatchDossier, ADayThatSomethingHasIsInThePastWhereItsYearIsLeftOut) {
    const auto given = [](const char* date, const char* today) {
        const auto patched =
            patch_dossier({}, fmt::format(R"({{"gir": {{"date": "{0}"}}, "police_file": {{"date": "{0}"}}}})", date),
                          "patch", UtcZone(), day_from_iso(today));
        return patched ? patched->gir.date + " " + patched->police_file.date : describe(patched.error());
    };
    EXPECT_EQ(given("13-3", "2026-12-01"), "2026-03-13 2026-03-13") << "and not the nearest one, next spring";
    EXPECT_EQ(given("1-12", "2026-12-01"), "2026-12-01 2026-12-01");
    EXPECT_EQ(given("31-12", "2027-01-02"), "2026-12-31 2026-12-31");
    EXPECT_EQ(given("13-3-2026", "2026-12-01"), "2026-03-13 2026-03-13");
}

}  // namespace
}  // namespace hamer::test
