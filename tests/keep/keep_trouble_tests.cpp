// The keeper's disk fails, fills up, or dies with the keeper, at any call: what was said to be there is there, and the
// rest comes again, each line and text once.
#include "keep_world.h"

#include <array>
#include <fmt/format.h>
#include <random>

namespace hamer::test {
namespace {

class KeepTrouble : public KeepTest {
  protected:
    // From the first message to the last; what was said yes to.
    std::uint64_t session() {
        std::uint64_t said = 0;
        for (const std::uint64_t last : {1u, 3u, 6u}) {
            if (!bring(last, own)) continue;
            said = last;
        }
        return said;
    }
    void begin_anew() {
        kept.reset();
        disk = MemoryFileSystem();
        restart();
    }
    void comes_right() {
        ASSERT_TRUE(bring(6, own));
        EXPECT_EQ(there(), 6u);
        const auto read = read_session_journal(disk, folder());
        ASSERT_TRUE(read);
        EXPECT_EQ(read->head(), own.head());
        EXPECT_TRUE(read->superseded.empty());
        EXPECT_EQ(disk.get(folder() / "private.jsonl"), texts_of(own, 6));
        EXPECT_FALSE(disk.get(folder() / "origin.json").empty());
        EXPECT_EQ(disk.get(folder() / "procedure.json"), kept_procedure);
    }
};

TEST_F(KeepTrouble, DyingAtAnyCallLosesNothingThatWasSaidToBeThere) {
    for (const Survives survives : {Survives::Everything, Survives::Nothing, Survives::Half, Survives::LengthOnly}) {
        for (std::size_t call = 1;; ++call) {
            SCOPED_TRACE(fmt::format("{} at call {}", static_cast<int>(survives), call));
            begin_anew();
            disk.fail_at_call(call, Mishap::Death);
            const std::uint64_t said = session();
            const bool was_dead = disk.dead();
            kept.reset();
            disk.power_cut(survives);
            restart();
            ASSERT_GE(there(), said);
            // No moment at which it could be taken for a session of this device's own.
            if (disk.exists(folder() / "procedure.json")) {
                EXPECT_TRUE(disk.exists(folder() / "origin.json"));
            }
            comes_right();
            if (HasFailure()) return;
            if (!was_dead) break;
        }
    }
}

TEST_F(KeepTrouble, WhatALostPowerLeavesIsMadeWhole) {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        begin_anew();
        // Its folder gets its place by one rename, which is one for each file here.
        ASSERT_TRUE(begin());
        disk.fail_at_call(1 + random() % 60, Mishap::Death);
        const std::uint64_t said = session();
        kept.reset();
        disk.lose_power(random);
        restart();
        ASSERT_GE(there(), said);
        comes_right();
        if (HasFailure()) return;
    }
}

TEST_F(KeepTrouble, AFailureAtAnyCallIsSaidAndPassesWithoutARestart) {
    for (const Mishap mishap : {Mishap::InputOutputError, Mishap::FullDisk, Mishap::ShortWrite, Mishap::Interrupted}) {
        for (std::size_t call = 1;; ++call) {
            SCOPED_TRACE(fmt::format("{} at call {}", static_cast<int>(mishap), call));
            begin_anew();
            const std::size_t before = disk.calls();
            disk.fail_at_call(call, mishap);
            const std::uint64_t said = session();
            if (disk.calls() - before < call) break;
            disk.free_space();
            ASSERT_GE(there(), said);
            comes_right();
            // It is durable too.
            kept.reset();
            disk.power_cut(Survives::Nothing);
            restart();
            EXPECT_EQ(there(), 6u);
            if (HasFailure()) return;
        }
    }
}

TEST_F(KeepTrouble, AnotherLineMayComeInThePlaceOfOneWhoseTextsAloneWereStored) {
    const JournalLines other = lines_with_texts(2, "twee");
    for (std::size_t call = 1;; ++call) {
        SCOPED_TRACE(call);
        begin_anew();
        ASSERT_TRUE(begin());
        disk.fail_at_call(call, Mishap::Death);
        (void)kept->append(place(), {}, checked(own, 1, 1));
        const bool was_dead = disk.dead();
        kept.reset();
        disk.power_cut(Survives::Everything);
        restart();
        if (there() == 0) {
            ASSERT_TRUE(bring(2, other));
            EXPECT_EQ(disk.get(folder() / "private.jsonl"), texts_of(other, 2));
        }
        if (!was_dead) break;
    }
}

}  // namespace
}  // namespace hamer::test
