// The index of sessions tells what reading each of them tells, and is never believed without a look.
#include "platform/system_files.h"
#include "service/meeting/meeting_service.h"
#include "service/store/session_index.h"
#include "support/leiden.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

namespace hamer {
namespace {

class SessionIndexTest : public testing::Test {
  protected:
    SystemFiles files;
    test::FakeClock clock;
    std::filesystem::path data =
        std::filesystem::path(testing::TempDir()) / ("session-index-" + std::to_string(::getpid()));
    std::filesystem::path folder = sessions_folder(data, true);
    std::filesystem::path file = folder.string() + ".index";

    SessionIndexTest() { std::filesystem::remove_all(data); }
    ~SessionIndexTest() override { std::filesystem::remove_all(data); }

    std::string hold(const std::string& name, bool close = true) {
        MeetingServiceOptions options;
        options.data = data;
        options.settings.municipality = test::municipality();
        options.procedure_text = test::leiden_text();
        options.drill = true;
        auto service = MeetingService::open(options, files, clock);
        EXPECT_TRUE(service);
        Meeting meeting = test::meeting();
        meeting.name = name;
        EXPECT_TRUE((*service)->begin(meeting, Language::Dutch));
        const std::string id = (*service)->session_id();
        run(**service, "meeting.open");
        if (close) run(**service, "meeting.close");
        return id;
    }
    void add_to(const std::string& id) { std::ofstream(folder / id / "journal", std::ios::app) << "J1 "; }
    static void run(MeetingService& service, const std::string& event) {
        EXPECT_TRUE(service.execute({Do{event, {}}, {}, "chair"})) << event;
    }
    static SessionSummary of(SessionIndex& index, const std::string& id) {
        const auto found = index.summary(id);
        EXPECT_TRUE(found) << describe(found.error());
        return found.value_or(SessionSummary{});
    }
};

TEST_F(SessionIndexTest, WhatWasReadOnceIsNotReadAgain) {
    const std::string one = hold("een"), two = hold("twee", false);
    SessionIndex first(files, folder);
    EXPECT_EQ(first.ids()->size(), 2U);
    const SessionSummary read = of(first, one);
    EXPECT_EQ(read.name, "een");
    EXPECT_TRUE(read.closed && read.drill && read.readable);
    EXPECT_EQ(read.log, LogState::Whole);
    EXPECT_EQ(read.head, read_session(files, folder, one)->journal.head().hash);
    EXPECT_FALSE(of(first, two).closed);
    EXPECT_EQ(first.read_count(), 2U);
    first.keep();

    SessionIndex second(files, folder);
    EXPECT_EQ(of(second, one), read);
    EXPECT_EQ(of(second, two).name, "twee");
    EXPECT_EQ(second.read_count(), 0U);
}

TEST_F(SessionIndexTest, AChangedJournalIsReadAnew) {
    const std::string one = hold("een"), two = hold("twee");
    SessionIndex first(files, folder);
    (void)of(first, one), (void)of(first, two);
    first.keep();
    add_to(one);
    SessionIndex second(files, folder);
    EXPECT_EQ(of(second, one).log, LogState::Torn);
    EXPECT_EQ(of(second, two).log, LogState::Whole);
    EXPECT_EQ(second.read_count(), 1U);
}

TEST_F(SessionIndexTest, AnotherFileUnderTheNameIsSeenThoughItsSizeAndTimeAreTheSame) {
    const std::string one = hold("een");
    SessionIndex first(files, folder);
    (void)of(first, one);
    first.keep();
    const auto journal = folder / one / "journal";
    const auto time = std::filesystem::last_write_time(journal);
    const auto of_folder = std::filesystem::last_write_time(folder / one);
    std::filesystem::copy_file(journal, data / "copy");
    std::filesystem::rename(data / "copy", journal);
    std::filesystem::last_write_time(journal, time);
    std::filesystem::last_write_time(folder / one, of_folder);
    SessionIndex second(files, folder);
    (void)of(second, one);
    EXPECT_EQ(second.read_count(), 1U);
}

TEST_F(SessionIndexTest, NonsenseInItsFileIsMadeAgain) {
    const std::string one = hold("een");
    std::ofstream(file) << "{\"id\":\"" << one << "\"}\nnonsense\n[]\n";
    SessionIndex index(files, folder);
    EXPECT_EQ(of(index, one).name, "een");
    index.keep();
    SessionIndex again(files, folder);
    EXPECT_EQ(of(again, one).name, "een");
    EXPECT_EQ(again.read_count(), 0U);
}

TEST_F(SessionIndexTest, ASessionThatIsGoneOrForgottenIsNotInItsFile) {
    const std::string one = hold("Zestienhoven"), two = hold("Kralingen");
    {
        SessionIndex index(files, folder);
        (void)of(index, one), (void)of(index, two);
        index.keep();
    }
    ASSERT_TRUE(SessionIndex::forget(files, folder, one));
    EXPECT_EQ(files.read(file)->value().find("Zestienhoven"), std::string::npos);
    std::filesystem::remove_all(folder / two);
    SessionIndex index(files, folder);
    EXPECT_EQ(index.ids()->size(), 1U);
    index.keep();
    EXPECT_EQ(files.read(file)->value().find("Kralingen"), std::string::npos);
}

}  // namespace
}  // namespace hamer
