// What only the second place has when the program dies comes back at the next start, whatever else is to be said then.
#include "chair.h"

#include <gtest/gtest.h>

namespace hamer::test {
namespace {

const Command note{AddNote{"Eén notitie."}, std::nullopt, "clerk"};

class SecondCopy : public testing::Test {
  protected:
    MemoryFileSystem disk;

    // The journal's disk is full in the middle of a line, and before the program can try again it dies.
    std::vector<Entry> die_on_a_full_disk() {
        constexpr std::size_t call = 3;  // the first two write a note's private text
        Chair chair(disk);
        EXPECT_TRUE(chair.begin());
        id = chair.id();
        EXPECT_TRUE(chair.execute(note));
        disk.fail_at_call(call, Mishap::FullDisk);
        EXPECT_TRUE(chair.execute(note));
        EXPECT_EQ(chair.service().storage().unrecorded, 1u);
        disk.fail_at_call(1, Mishap::Death);
        chair.go();
        EXPECT_EQ(chair.wrong(), "");
        disk.power_cut(Survives::Everything);
        return chair.promised();
    }
    // A meeting that goes on while the disk is still full: kept aside, and on disk once there is space.
    void expect_to_go_on(Chair& chair, std::vector<Entry> promised) {
        ASSERT_TRUE(disk.full());
        ASSERT_TRUE(chair.has_session());
        EXPECT_EQ(lost_of(promised, chair.service().session()), "");
        EXPECT_GT(chair.service().storage().unrecorded, 0u) << "the screen must say so at once";
        ASSERT_TRUE(chair.execute(note));
        ASSERT_GT(chair.service().storage().unrecorded, 0u);
        promised = chair.promised();
        disk.free_space();
        ASSERT_TRUE(chair.execute(note));
        EXPECT_EQ(chair.service().storage().unrecorded, 0u);
        EXPECT_EQ(chair.wrong(), "");
        id = chair.id();
        chair.go();
        disk.power_cut(Survives::Nothing);
        static ReadProcedures before;
        const auto stored = read_session(disk, session_parent, id, &before);
        ASSERT_TRUE(stored) << describe(stored.error());
        EXPECT_TRUE(stored->procedure_matches);
        EXPECT_GT(promised.size(), 1u);
        EXPECT_EQ(lost_of(promised, stored->session), "");
    }
    void expect_back(const std::vector<Entry>& promised) {
        Chair next(disk);
        ASSERT_TRUE(next.reopen(id));
        EXPECT_EQ(lost_of(promised, next.service().session()), "");
        EXPECT_EQ(next.service().reopened()->brought_back, 1u);
    }

    std::string id;
};

TEST_F(SecondCopy, BringsStepsBackBeforeATornTailIsNamed) {
    const std::vector<Entry> promised = die_on_a_full_disk();
    ASSERT_EQ(promised.size(), 3u);
    const auto journal = read_session_journal(disk, session_parent / id);
    ASSERT_TRUE(journal && journal->state() == JournalState::Torn);
    expect_back(promised);
}

TEST_F(SecondCopy, BringsStepsBackBeforeDamageIsNamed) {
    const std::vector<Entry> promised = die_on_a_full_disk();
    const auto path = session_parent / id / "journal";
    disk.put(path, disk.get(path) + std::string(1, '\0'));
    const auto journal = read_session_journal(disk, session_parent / id);
    ASSERT_TRUE(journal && journal->state() == JournalState::Damaged);
    expect_back(promised);
}

TEST_F(SecondCopy, ReopensAMeetingOfWhichNotEvenTheBeginningIsOnDisk) {
    std::vector<Entry> promised;
    {
        Chair probe(disk);
        const std::size_t before = disk.calls();
        ASSERT_TRUE(probe.begin());
        const std::size_t calls_of_beginning = disk.calls() - before;
        probe.go();
        disk = MemoryFileSystem();
        Chair chair(disk);
        // The last two calls write the first entry.
        disk.fail_at_call(calls_of_beginning - 1, Mishap::FullDisk);
        ASSERT_TRUE(chair.begin());
        ASSERT_TRUE(chair.execute(note));
        EXPECT_EQ(chair.service().storage().unrecorded, 2u);
        promised = chair.promised();
        disk.fail_at_call(1, Mishap::Death);
    }
    disk.power_cut(Survives::Nothing);
    Chair next(disk);
    ASSERT_TRUE(next.reopen_last());
    ASSERT_TRUE(next.has_session());
    EXPECT_EQ(lost_of(promised, next.service().session()), "");
}

TEST_F(SecondCopy, GoesOnWithATornMeetingWhileTheDiskIsStillFull) {
    const std::vector<Entry> promised = die_on_a_full_disk();
    ASSERT_EQ(read_session_journal(disk, session_parent / id)->state(), JournalState::Torn);
    disk.fill(session_parent);
    Chair next(disk);
    ASSERT_TRUE(next.reopen_last());
    expect_to_go_on(next, promised);
}

// Nothing of it is on disk, neither when it begins nor when the program starts again.
TEST_F(SecondCopy, BeginsAndReopensAMeetingWhileTheDiskIsFull) {
    std::vector<Entry> promised;
    {
        Chair chair(disk);
        disk.fill(session_parent);
        ASSERT_TRUE(chair.begin());
        ASSERT_TRUE(chair.execute(note));
        EXPECT_EQ(chair.service().storage().unrecorded, 2u);
        EXPECT_EQ(chair.wrong(), "");
        promised = chair.promised();
        ASSERT_EQ(promised.size(), 2u);
    }
    disk.power_cut(Survives::Nothing);
    disk.fill(session_parent);
    Chair next(disk);
    ASSERT_TRUE(next.reopen_last());
    expect_to_go_on(next, promised);
}

TEST_F(SecondCopy, LeavesNothingInTheSecondPlaceOnceAllIsInTheJournal) {
    Chair chair(disk);
    ASSERT_TRUE(chair.begin());
    disk.fill(session_parent);
    ASSERT_TRUE(chair.execute(note));
    const auto kept = chair.service().storage().second_place;
    ASSERT_FALSE(kept.empty());
    EXPECT_TRUE(disk.exists(kept));
    disk.free_space();
    ASSERT_TRUE(chair.execute(note));
    ASSERT_TRUE(chair.execute(note));  // before it the gap is journaled
    EXPECT_EQ(chair.service().storage().unrecorded, 0u);
    EXPECT_FALSE(disk.exists(kept));
}

TEST_F(SecondCopy, LeavesAloneWhatTheSecondPlaceHasOfAnotherDataFolder) {
    {
        Chair chair(disk);
        disk.fill(session_parent);
        ASSERT_TRUE(chair.begin());
    }
    disk.free_space();
    MeetingServiceOptions options = chair_options();
    options.data = "elsewhere";
    const FakeClock clock;
    const auto service = *MeetingService::open(std::move(options), disk, clock);
    ASSERT_TRUE(service->reopen_last());
    EXPECT_FALSE(service->has_session());
}

TEST_F(SecondCopy, LeavesAMeetingClosedThatWasPutAwayOnAFullDisk) {
    {
        Chair chair(disk);
        ASSERT_TRUE(chair.begin());
        ASSERT_TRUE(chair.execute({Do{"meeting.open", {}}, std::nullopt, "chair"}));
        ASSERT_TRUE(chair.execute({Do{"meeting.close", {}}, std::nullopt, "chair"}));
        disk.fail_at_call(1, Mishap::FullDisk);
        ASSERT_TRUE(chair.put_away());
        id = chair.id();
    }
    disk.power_cut(Survives::Nothing);
    ASSERT_FALSE(read_session(disk, session_parent, id)->session.is_put_away());
    Chair next(disk);
    ASSERT_TRUE(next.reopen_last());
    EXPECT_FALSE(next.has_session());
    EXPECT_TRUE(read_session(disk, session_parent, id)->session.is_put_away());
}

}  // namespace
}  // namespace hamer::test
