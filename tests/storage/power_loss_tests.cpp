// The power goes at any moment of a meeting, and again while it is being opened, and again: whatever the disk made of
// what was not synced, each step that was promised is there, and the meeting goes on.
#include "chair.h"
#include "long_form.h"

#include <array>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <random>

namespace hamer::test {
namespace {

constexpr unsigned first_seed = 20260312;
// More than a meeting makes, so that some end well; and more than opening a session again does.
constexpr std::size_t calls_of_a_meeting = 150;
constexpr std::size_t calls_of_an_opening = 24;

// What the crashes left, so that the test can tell that it tried everything.
struct Tally {
    std::size_t crashes = 0;
    std::array<std::size_t, 3> journals{};  // by JournalState, as found at the next opening
};

// One meeting, with all its crashes; the same for the same seed.
class Ordeal {
  public:
    Ordeal(unsigned seed, Tally& tally) : random_(seed), tally_(tally) {}

    void meeting() {
        if (random_() % 4 == 0) disk_.fail_at_call(1 + random_() % calls_of_a_meeting, fault());
        disk_.fail_at_call(1 + random_() % calls_of_a_meeting, Mishap::Death);
        Chair chair(disk_);
        if (chair.begin() && chair.hold_meeting()) disk_.fail_at_call(1, Mishap::Death);
        crash(chair);
    }

    // The program starts again, and the power goes again after some calls.
    void reopen_and_crash() {
        if (random_() % 4 == 0) disk_.fail_at_call(1 + random_() % calls_of_an_opening, fault());
        disk_.fail_at_call(1 + random_() % calls_of_an_opening, Mishap::Death);
        reopen(8);
    }

    void reopen_for_good() { reopen(2); }

  private:
    Mishap fault() { return random_() % 2 == 0 ? Mishap::InputOutputError : Mishap::FullDisk; }

    void reopen(std::size_t steps) {
        if (promised_.empty()) return;  // it never began
        MemoryFileSystem found = disk_.durable_copy();
        const auto journal = read_session_journal(found, session_parent / id_);
        ASSERT_TRUE(journal);
        ++tally_.journals[std::size_t(journal->state())];
        Chair chair(disk_);
        const bool opened = chair.reopen(id_);
        ASSERT_TRUE(opened || disk_.dead()) << "it cannot be opened";
        ASSERT_EQ(chair.wrong(), "");
        const std::string lost = opened ? lost_of(promised_, chair.service().session()) : "";
        ASSERT_EQ(lost, "");
        for (std::size_t step = 0; opened && step < steps; ++step) {
            if (!chair.execute({AddNote{fmt::format("Stap {} van ná de onderbreking", step)}, std::nullopt, "clerk"}))
                break;
        }
        crash(chair);
    }

    void crash(Chair& chair) {
        ASSERT_EQ(chair.wrong(), "");
        if (!chair.promised().empty()) {
            promised_ = chair.promised();
            id_ = chair.id();
        }
        if (!disk_.dead()) disk_.fail_at_call(1, Mishap::Death);
        chair.go();
        disk_.lose_power(random_);
        ++tally_.crashes;
    }

    std::mt19937 random_;
    Tally& tally_;
    MemoryFileSystem disk_;
    std::string id_;
    std::vector<Entry> promised_;
};

void live_through(unsigned seed, Tally& tally) {
    Ordeal ordeal(seed, tally);
    ASSERT_NO_FATAL_FAILURE(ordeal.meeting());
    // While it is opened, while that is made good, and once more.
    for (int again = 0; again < 3; ++again) ASSERT_NO_FATAL_FAILURE(ordeal.reopen_and_crash());
    ASSERT_NO_FATAL_FAILURE(ordeal.reopen_for_good());
    ASSERT_NO_FATAL_FAILURE(ordeal.reopen_for_good());
}

TEST(PowerLoss, AtAnyMomentAndAgainWhileOpeningLosesNothingThatWasPromised) {
    const std::size_t crashes = long_form() ? 100'000 : 10'000 / slower;
    Tally tally;
    for (unsigned seed = first_seed; tally.crashes < crashes; ++seed) {
        ASSERT_NO_FATAL_FAILURE(live_through(seed, tally)) << "seed " << seed;
    }
    if (slower > 1) return;  // too few to say more
    for (const std::size_t seen : tally.journals)
        EXPECT_GT(seen, crashes / 400) << "whole, torn and damaged must all occur";
}

}  // namespace
}  // namespace hamer::test
