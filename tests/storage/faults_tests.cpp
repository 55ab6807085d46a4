// A whole meeting while the disk fails, at every call, once and twice: the chair is led on, the warning counts what is
// not on disk, the second place has it, the gap is journaled, and what was promised is there after the program died.
#include "chair.h"
#include "journal/line_file.h"
#include "long_form.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <optional>
#include <random>

namespace hamer::test {
namespace {

const std::vector<Mishap> faults = {Mishap::InputOutputError, Mishap::FullDisk, Mishap::ShortWrite,
                                    Mishap::Interrupted};
const std::vector<Survives> leftovers = {Survives::Everything, Survives::Nothing, Survives::Half, Survives::LengthOnly};

struct Fault {
    std::size_t call = 0;
    Mishap mishap = Mishap::None;
};

std::string words(const std::vector<Fault>& plan) {
    std::string text;
    for (const Fault& fault : plan) text += fmt::format("mishap {} at call {}, ", int(fault.mishap), fault.call);
    return text;
}

void arrange(MemoryFileSystem& disk, const std::vector<Fault>& plan) {
    for (const Fault& fault : plan) disk.fail_at_call(fault.call, fault.mishap);
}

// All calls that a meeting makes, from the program's start until it was put away.
std::size_t calls_of_a_meeting() {
    static const std::size_t calls = [] {
        MemoryFileSystem disk;
        Chair chair(disk);
        EXPECT_TRUE(chair.begin() && chair.hold_meeting() && chair.put_away());
        EXPECT_EQ(chair.wrong(), "");
        chair.go();
        return disk.calls();
    }();
    return calls;
}

Session read(MemoryFileSystem& disk, const std::string& id) {
    static ReadProcedures before;  // each of thousands of disks has the same
    auto stored = read_session(disk, session_parent, id, &before);
    EXPECT_TRUE(stored) << describe(stored.error());
    return stored ? std::move(stored->session) : Session(leiden());
}

// What the entries say of the time in which nothing was on disk.
std::uint64_t journaled_gap(const Session& session) {
    std::uint64_t count = 0;
    for (const Entry& entry : session.entries()) {
        if (const auto* continued = entry.as<JournalContinued>()) count += continued->unrecorded;
    }
    return count;
}

// The program starts again after it died: the meeting is there, goes on, and is still there after a power cut.
void expect_the_meeting_goes_on(MemoryFileSystem& disk, Chair& died, const std::string& what) {
    const std::vector<Entry> promised = died.promised();
    if (promised.empty()) return;
    Chair chair(disk);
    ASSERT_TRUE(chair.reopen(died.id())) << what;
    ASSERT_EQ(lost_of(promised, chair.service().session()), "") << what;
    for (int note = 0; note < 2; ++note) {
        ASSERT_TRUE(chair.execute({AddNote{"Wij gaan verder, één keer onderbroken."}, std::nullopt, "clerk"})) << what;
    }
    ASSERT_EQ(chair.wrong(), "") << what;
    const std::vector<Entry> all = chair.promised();
    ASSERT_GE(all.size(), promised.size() + 2) << what;
    chair.go();
    disk.power_cut(Survives::Nothing);
    ASSERT_EQ(lost_of(all, read(disk, chair.id())), "") << what;
}

void expect_a_whole_meeting(const std::vector<Fault>& plan) {
    const std::string what = words(plan);
    MemoryFileSystem disk;
    arrange(disk, plan);
    Chair chair(disk);
    ASSERT_TRUE(chair.begin()) << what;
    ASSERT_TRUE(chair.hold_meeting()) << what;
    ASSERT_TRUE(chair.put_away()) << what << chair.wrong();
    ASSERT_EQ(chair.wrong(), "") << what;
    chair.go();
    disk.power_cut(Survives::Nothing);
    // Closing it may have been kept in the second place alone.
    Chair next(disk);
    ASSERT_TRUE(next.reopen_last()) << what;
    ASSERT_FALSE(next.has_session()) << what << "a meeting that was put away is open again";
    const Session session = read(disk, chair.id());
    ASSERT_EQ(lost_of(chair.promised(), session), "") << what;
    ASSERT_TRUE(session.is_put_away()) << what;
    ASSERT_GE(journaled_gap(session), chair.waited().size()) << what;
    if (plan.size() == 1 && !chair.waited().empty()) {
        ASSERT_EQ(journaled_gap(session), chair.waited().size()) << what;
    }
}

// Holds the meeting until it dies of the plan, or has recorded `steps_more` steps since something waited for the disk.
void hold_until_death(Chair& chair, std::size_t steps_more) {
    if (!chair.begin()) return;
    std::optional<std::size_t> left;
    for (const Command& command : whole_meeting()) {
        if (!chair.waited().empty() && !left) left = steps_more;
        if (left && (*left)-- == 0) return;
        if (!chair.execute(command)) return;
    }
}

void expect_nothing_lost_in_death(const std::vector<Fault>& plan, std::size_t steps_more, Survives survives) {
    const std::string what = words(plan) + fmt::format("{} steps more, survives {}", steps_more, int(survives));
    MemoryFileSystem disk;
    arrange(disk, plan);
    Chair chair(disk);
    hold_until_death(chair, steps_more);
    ASSERT_EQ(chair.wrong(), "") << what;
    if (!disk.dead()) disk.fail_at_call(1, Mishap::Death);
    chair.go();
    disk.power_cut(survives);
    ASSERT_NO_FATAL_FAILURE(expect_the_meeting_goes_on(disk, chair, what));
}

TEST(StorageFaults, OneAtAnyCallOfAMeetingLeadsTheChairOnAndIsJournaled) {
    for (std::size_t call = 1; call <= calls_of_a_meeting(); ++call) {
        for (const Mishap fault : faults) ASSERT_NO_FATAL_FAILURE(expect_a_whole_meeting({{call, fault}}));
    }
}

TEST(StorageFaults, DeathAtAnyCallOfAMeetingLosesNothingThatWasPromised) {
    for (std::size_t call = 1; call <= calls_of_a_meeting(); ++call) {
        for (const Survives survives : leftovers) {
            ASSERT_NO_FATAL_FAILURE(expect_nothing_lost_in_death({{call, Mishap::Death}}, 0, survives));
        }
    }
}

TEST(StorageFaults, DeathWhileStepsWaitForTheDiskLosesNothingThatWasPromised) {
    for (std::size_t call = 1; call <= calls_of_a_meeting(); ++call) {
        for (const Mishap fault : {Mishap::InputOutputError, Mishap::FullDisk}) {
            for (std::size_t steps_more = 0; steps_more < 3; ++steps_more) {
                const Survives survives = leftovers[(call + steps_more) % leftovers.size()];
                ASSERT_NO_FATAL_FAILURE(expect_nothing_lost_in_death({{call, fault}}, steps_more, survives));
            }
        }
    }
}

void expect_two_faults_survived(std::size_t first, std::size_t second, std::mt19937& random) {
    const auto any = [&](const auto& list) { return list[random() % list.size()]; };
    ASSERT_NO_FATAL_FAILURE(expect_a_whole_meeting({{first, any(faults)}, {second, any(faults)}}));
    ASSERT_NO_FATAL_FAILURE(
        expect_nothing_lost_in_death({{first, any(faults)}, {second, Mishap::Death}}, 99, any(leftovers)));
    ASSERT_NO_FATAL_FAILURE(
        expect_nothing_lost_in_death({{first, any(faults)}, {second, any(faults)}}, random() % 4, any(leftovers)));
}

TEST(StorageFaults, TwoInOneMeetingLeadTheChairOnAndLoseNothingThatWasPromised) {
    constexpr unsigned seed = 1305;
    constexpr std::size_t pairs = 500 / slower;
    std::mt19937 random(seed);
    const std::size_t calls = calls_of_a_meeting() + 20;  // a fault makes for some calls more
    if (!long_form()) {
        for (std::size_t i = 0; i < pairs; ++i) {
            const std::size_t first = 1 + random() % (calls - 1);
            // Half of them close together: while the first is being dealt with.
            const std::size_t reach = i % 2 == 0 ? calls - first : std::min<std::size_t>(calls - first, 12);
            ASSERT_NO_FATAL_FAILURE(expect_two_faults_survived(first, first + 1 + random() % reach, random))
                << "seed " << seed;
        }
        return;
    }
    for (std::size_t first = 1; first < calls; ++first) {
        for (std::size_t second = first + 1; second <= calls; ++second) {
            ASSERT_NO_FATAL_FAILURE(expect_two_faults_survived(first, second, random)) << "seed " << seed;
        }
    }
}

// No answer within the limit is a failure too. The limit is nothing here, and the disk answers when it is told to.
TEST(StorageFaults, ASlowDiskHoldsNobodyUpAndTheGapIsJournaled) {
    MemoryFileSystem disk;
    const FakeClock clock;
    Turns turns(disk);
    MeetingServiceOptions options = chair_options();
    options.patience = std::chrono::milliseconds(0);
    options.changed = [&] { turns.told(); };
    std::string id;
    std::vector<Entry> all;
    {
        auto service = *MeetingService::open(std::move(options), disk, clock);
        turns.close();
        ASSERT_TRUE(service->begin(meeting(), Language::Dutch));
        id = service->session_id();
        for (std::size_t i = 0; i < 6; ++i) ASSERT_TRUE(service->execute(whole_meeting()[i])) << i;
        EXPECT_EQ(service->storage().unrecorded, 7u);
        EXPECT_FALSE(service->storage().reason.empty());
        EXPECT_EQ(read_lines(disk, service->storage().second_place)->lines.size(), 7u);
        turns.open();
        turns.await_told();
        EXPECT_EQ(service->storage().unrecorded, 0u);
        service->tend();
        turns.let_go();
        all = service->session().entries();
    }
    disk.power_cut(Survives::Nothing);
    const Session session = read(disk, id);
    EXPECT_EQ(lost_of(all, session), "");
    EXPECT_EQ(journaled_gap(session), 7u);
}

}  // namespace
}  // namespace hamer::test
