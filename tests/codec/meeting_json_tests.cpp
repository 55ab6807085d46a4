#include "codec/journal/entry_json.h"
#include "codec/journal/walk_json.h"
#include "codec/record/record_json.h"
#include "codec/settings/settings_json.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

constexpr const char* of_before =
    R"({"name":"Raad","date":"2026-03-12","chair":"V","clerk":"G","room":"Zaal","broadcast":true})";

TEST(MeetingJson, DataFromBeforeKindPlaceAndAddressIsACouncilMeetingInTheMunicipalitysOwnBuilding) {
    const auto meeting = read_meeting(of_before, "last-meeting.json");
    ASSERT_TRUE(meeting);
    EXPECT_EQ(meeting->kind, MeetingKind::Council);
    Municipality municipality;
    municipality.place = "Stadhuis";
    municipality.address = "Stadhuisplein 1";
    const Meeting there = located(*meeting, municipality);
    EXPECT_EQ(there.place, "Stadhuis");
    EXPECT_EQ(there.address, "Stadhuisplein 1");
    // And an older program reads such a meeting as it always did.
    EXPECT_EQ(write_meeting(*meeting).find("kind"), std::string::npos);
}

TEST(MeetingJson, AnOldJournalsBeginningIsRead) {
    const std::string payload =
        R"({"kind":"session-opened","at":"2026-03-12T20:00:00.000+01:00","boot":"b","mono":1,"actor":"program",)"
        R"("procedure":{"id":"leiden-2025","revision":1,"sha256":"00"},"program":"0.1.0","language":"nl","meeting":)" +
        std::string(of_before) + R"(,"drill":false})";
    const auto entry = decode(1, payload, {}, "journal");
    ASSERT_TRUE(entry) << describe(entry.error());
    EXPECT_EQ(entry->as<SessionOpened>()->meeting.room, "Zaal");
    EXPECT_TRUE(entry->as<SessionOpened>()->meeting.place.empty());
}

TEST(MeetingJson, EveryKindPlaceAndAddressComesBackAsItWent) {
    for (const MeetingKind kind : {MeetingKind::Council, MeetingKind::Committee, MeetingKind::Other}) {
        const Meeting meeting{"Raad", "2026-03-12", "V", "G", "Zaal", false, kind, "Buurthuis", "Arubapad 2"};
        const auto back = read_meeting(write_meeting(meeting), "f");
        ASSERT_TRUE(back);
        EXPECT_EQ(*back, meeting);
        IncidentRecord record;
        record.meeting = meeting;
        const auto stored = read_record(write_record(record), "f");
        ASSERT_TRUE(stored) << describe(stored.error());
        EXPECT_EQ(stored->meeting, meeting);
    }
    const auto wrong = read_meeting(R"({"name":"R","kind":"party"})", "--meeting");
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error().where.find("/kind"), std::string::npos);
}

TEST(WalkJson, ACorrectionNamesOnlyWhatChanges) {
    const Meeting now{"Raad", "2026-03-12", "V", "G", "Zaal", true, MeetingKind::Committee, "Stadhuis", "Plein 1"};
    const auto command = read_walk_line(R"({"do":"correct-meeting","with":{"room":"Trouwzaal","kind":"other"}})", now);
    ASSERT_TRUE(command);
    Meeting wanted = now;
    wanted.room = "Trouwzaal";
    wanted.kind = MeetingKind::Other;
    EXPECT_EQ(std::get<CorrectMeeting>(command->what).meeting, wanted);
    for (const char* wrong :
         {R"({"do":"correct-meeting","with":{"rom":"x"}})", R"({"do":"correct-meeting","with":{"kind":"party"}})",
          R"({"do":"correct-meeting","with":{"room":7}})"}) {
        const auto refused = read_walk_line(wrong, now);
        ASSERT_FALSE(refused) << wrong;
        EXPECT_EQ(word(refused.error().code), "bad-field") << wrong;
    }
    EXPECT_EQ(word(read_walk_line(R"({"do":"correct-meeting"})", now).error().code), "missing-field");
}

Result<Settings> municipality(const std::string& more) {
    return read_settings(R"({"format":1,"municipality":{"name":"L","address":"A")" + more + R"(},"numbers":{}})",
                         "hamer.json");
}

TEST(MunicipalitySettings, AnOldFileHasNoPlaceAndNoNumbersOfItsOwn) {
    const auto old = municipality("");
    ASSERT_TRUE(old);
    EXPECT_TRUE(old->municipality.place.empty());
    EXPECT_TRUE(old->municipality.numbers.empty());
}

TEST(MunicipalitySettings, PlaceAndOwnNumbersAreRead) {
    const auto read = municipality(R"(,"place":"Stadhuis","numbers":{"bhv_number":"4112","ovd_p_number":"06"})");
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(read->municipality.place, "Stadhuis");
    EXPECT_EQ(read->municipality.numbers.at("bhv_number"), "4112");
}

TEST(MunicipalitySettings, ANumberThatNoTextCouldNameIsRefusedWithItsPlace) {
    for (const char* name : {"bhv", "_number", "Bhv_number", "bhv2_number", "police_number", "emergency_number"}) {
        const auto read = municipality(std::string(R"(,"numbers":{")") + name + R"(":"1"})");
        ASSERT_FALSE(read) << name;
        EXPECT_NE(read.error().where.find(std::string("/municipality/numbers/") + name), std::string::npos)
            << read.error().where;
    }
    EXPECT_FALSE(municipality(R"(,"numbers":{"bhv_number":4112})"));
}

}  // namespace
}  // namespace hamer
