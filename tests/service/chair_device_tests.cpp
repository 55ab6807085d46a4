#include "memory_file_system.h"
#include "service/device/chair_device.h"
#include "service/meeting/meeting_service.h"
#include "service/store/prepared_meeting_file.h"
#include "support/leiden.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

Preferences three_minutes() {
    Preferences chosen;
    chosen.statement_limit_seconds = 180;
    return chosen;
}

class ChairDeviceTest : public testing::Test {
  protected:
    ChairDevice device(const std::filesystem::path& data = "data") {
        Settings settings;
        settings.municipality = test::municipality();
        return {files, clock, data, settings};
    }

    MemoryFileSystem files;
    test::FakeClock clock;
};

TEST_F(ChairDeviceTest, WhatIsChosenHoldsAtOnceAndTheNextTime) {
    ChairDevice first = device();
    ChairDevice second = device();
    first.choose(three_minutes());
    EXPECT_EQ(first.statement_limit(), std::chrono::seconds(180));
    EXPECT_EQ(first.municipality().statement_limit_seconds, 180) << "texts name it";
    EXPECT_EQ(device().municipality().statement_limit_seconds, 180) << "it was kept";
    EXPECT_EQ(second.municipality().statement_limit_seconds, 120);
    second.read_chosen();
    EXPECT_EQ(second.chosen(), first.chosen());
    EXPECT_EQ(second.municipality().statement_limit_seconds, 180);
    first.choose({});
    EXPECT_EQ(first.municipality().statement_limit_seconds, 120) << "the installation's again";
}

TEST_F(ChairDeviceTest, WhatCannotBeWrittenHoldsForNowAndIsSaid) {
    ChairDevice full = device();
    files.fill("data");
    full.choose(three_minutes());
    EXPECT_TRUE(full.problem());
    EXPECT_EQ(full.statement_limit(), std::chrono::seconds(180));
    full.remember(test::meeting());
    EXPECT_EQ(full.last_meeting().name, "");
}

TEST_F(ChairDeviceTest, OffersTheLastMeetingsValuesForToday) {
    ChairDevice one = device();
    Meeting meeting = test::meeting();
    meeting.date = "2020-01-02";
    one.remember(meeting);
    EXPECT_EQ(device().last_meeting().name, meeting.name);
    EXPECT_EQ(device().last_meeting().room, meeting.room);
    EXPECT_EQ(device().last_meeting().date, calendar_date(clock.now().at));
    files.put("data/last-meeting.json", "{ not json");
    EXPECT_EQ(device().last_meeting().name, "") << "as if there was none";
}

TEST_F(ChairDeviceTest, OffersWhatWasPutReadyOnItsDayAndOnce) {
    PreparedMeeting ready{.record = "x",
                          .name = "Raad over de opvang",
                          .date = calendar_date(clock.now().at),
                          .kind = {},
                          .room = {},
                          .place = {},
                          .address = {},
                          .notes = {}};
    ASSERT_TRUE(keep_prepared_meeting(files, "data", ready));
    EXPECT_EQ(device().prepared_meeting(), ready);
    Meeting meeting = test::meeting();
    meeting.date = "2020-01-02";
    device().remember(meeting);
    EXPECT_TRUE(device().prepared_meeting()) << "another day's meeting leaves it";
    meeting.date = ready.date;
    device().remember(meeting);
    EXPECT_FALSE(device().prepared_meeting()) << "it was used";
    EXPECT_FALSE(find_prepared_meeting(files, "data").value());

    ready.date = "2199-01-01";
    ASSERT_TRUE(keep_prepared_meeting(files, "data", ready));
    EXPECT_FALSE(device().prepared_meeting()) << "not its day";
    files.put("data/prepared-meeting.json", "{ not json");
    EXPECT_FALSE(device().prepared_meeting()) << "as if there was none";
}

TEST_F(ChairDeviceTest, WithoutADataFolderNothingIsKept) {
    ChairDevice nowhere = device({});
    nowhere.choose(three_minutes());
    nowhere.remember(test::meeting());
    EXPECT_EQ(nowhere.chosen().statement_limit_seconds, 180);
    EXPECT_EQ(nowhere.last_meeting().name, "");
    EXPECT_EQ(files.changing_calls(), 0U);
}

// By these the steps are put in words, on the screen and in the record.
TEST_F(ChairDeviceTest, AMeetingsSettingsNameTheTimeThatWasChosen) {
    MeetingServiceOptions options;
    options.data = "data";
    options.settings.municipality = test::municipality();
    options.procedure_file = "leiden-2025.json";
    options.procedure_text = test::leiden_text();
    const auto service = MeetingService::open(std::move(options), files, clock);
    ASSERT_TRUE(service);
    (*service)->device().choose(three_minutes());
    EXPECT_EQ((*service)->municipality().statement_limit_seconds, 180);
    EXPECT_EQ((*service)->settings().municipality.statement_limit_seconds, 180);
}

}  // namespace
}  // namespace hamer
