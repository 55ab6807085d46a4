// Opening a session in whatever state it was left, and dying while doing so.
#include "journal/recovery.h"
#include "support.h"

#include <gtest/gtest.h>

namespace hamer {
namespace {

// All bytes that any file of the session holds.
std::string everything(MemoryFileSystem& disk) {
    std::string bytes;
    const auto names = disk.list(session_folder);
    for (const std::string& name : *names) bytes += disk.get(session_folder / name) + "|";
    return bytes;
}

TEST(Recovery, ANewSessionBeginsItsFirstSegment) {
    MemoryFileSystem disk;
    auto opened = open_session(disk);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->recovery.use, SegmentUse::Begin);
    EXPECT_EQ(opened->writer.append("een")->seq, 1u);
    EXPECT_EQ(disk.get(session_folder / "journal"), segment_of({"een"}));
}

TEST(Recovery, AWholeSegmentIsContinued) {
    MemoryFileSystem disk;
    disk.put(session_folder / "journal", segment_of({"een", "twee"}));
    auto opened = open_session(disk);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->recovery.use, SegmentUse::Continue);
    EXPECT_FALSE(opened->recovery.discarded);
    ASSERT_TRUE(opened->writer.append("drie"));
    EXPECT_EQ(disk.get(session_folder / "journal"), segment_of({"een", "twee", "drie"}));
}

TEST(Recovery, ATornTailIsKeptAsideCutOffAndReported) {
    const std::string whole = segment_of(sample_payloads());
    const std::vector<std::string> lines = lines_of(whole);
    for (std::size_t size = 1; size < whole.size(); ++size) {
        const Place place = place_in(lines, size);
        if (size == place.begin) continue;
        for (const std::string& zeros : {std::string(), std::string(9, '\0')}) {
            MemoryFileSystem disk;
            disk.put(session_folder / "journal", whole.substr(0, size) + zeros);
            auto opened = open_session(disk);
            ASSERT_TRUE(opened);
            const auto& discarded = opened->recovery.discarded;
            ASSERT_TRUE(discarded);
            const std::string tail = whole.substr(place.begin, size - place.begin) + zeros;
            ASSERT_EQ(discarded->segment, "journal");
            ASSERT_EQ(discarded->offset, place.begin);
            ASSERT_EQ(discarded->bytes, tail.size());
            ASSERT_EQ(discarded->kept_as, "journal.torn-" + std::to_string(place.line + 1));
            ASSERT_EQ(disk.get(session_folder / discarded->kept_as), tail);
            ASSERT_TRUE(opened->writer.append("tail-discarded"));
            const JournalContents again = read_session_journal(disk, session_folder).value();
            ASSERT_EQ(again.state(), JournalState::Whole);
            ASSERT_EQ(again.records.size(), place.line + 1);
            ASSERT_EQ(again.torn_copies, std::vector<std::string>({discarded->kept_as}));
        }
    }
}

TEST(Recovery, TheCutIsDurableBeforeAnybodyReportsIt) {
    MemoryFileSystem disk;
    disk.put(session_folder / "journal", segment_of({"een"}) + "J1 2");
    ASSERT_TRUE(recover(disk, session_folder, read_session_journal(disk, session_folder).value()));
    disk.power_cut(Survives::Nothing);
    EXPECT_EQ(disk.get(session_folder / "journal"), segment_of({"een"}));
    EXPECT_EQ(disk.get(session_folder / "journal.torn-2"), "J1 2");
}

TEST(Recovery, ALineWhoseFailedSyncDiedWithItsProcessIsOnDiskBeforeItIsBuiltOn) {
    MemoryFileSystem disk;
    {
        auto writer = Writer::create(disk, session_folder, 1, {});
        ASSERT_TRUE(writer->append("een"));
        disk.fail_at_call(2, Mishap::InputOutputError);
        ASSERT_FALSE(writer->append("twee"));
    }
    // The line is still to be read, and every later sync says yes.
    auto opened = open_session(disk);
    ASSERT_TRUE(opened);
    ASSERT_EQ(payloads_of(opened->contents), std::vector<std::string>({"een", "twee"}));
    ASSERT_TRUE(opened->writer.append("drie"));
    disk.power_cut(Survives::Nothing);
    EXPECT_EQ(disk.get(session_folder / "journal"), segment_of({"een", "twee", "drie"}));
}

TEST(Recovery, AnEarlierCopyOfATailIsNeverOverwritten) {
    MemoryFileSystem disk;
    disk.put(session_folder / "journal", segment_of({"een"}) + "J1 2");
    disk.put(session_folder / "journal.torn-2", "another tail");
    disk.put(session_folder / "journal.torn-2.2", "yet another");
    auto opened = open_session(disk);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->recovery.discarded->kept_as, "journal.torn-2.3");
    EXPECT_EQ(disk.get(session_folder / "journal.torn-2"), "another tail");
    EXPECT_EQ(disk.get(session_folder / "journal.torn-2.2"), "yet another");
    EXPECT_EQ(disk.get(session_folder / "journal.torn-2.3"), "J1 2");
}

TEST(Recovery, DyingAtAnyCallOfItLosesNeitherEntriesNorTheTail) {
    const std::string good = segment_of({"een", "twee"});
    const std::string tail = "J1 3 40";
    for (std::size_t call = 1; call < 40; ++call) {
        for (const Survives survives :
             {Survives::Everything, Survives::Nothing, Survives::Half, Survives::LengthOnly}) {
            MemoryFileSystem disk;
            disk.put(session_folder / "journal", good + tail);
            disk.fail_at_call(call, Mishap::Death);
            const bool first = open_session(disk).has_value();
            disk.power_cut(survives);
            ASSERT_NE(everything(disk).find(tail), std::string::npos) << call;
            auto opened = open_session(disk);
            ASSERT_TRUE(opened) << call;
            ASSERT_EQ(payloads_of(opened->contents), std::vector<std::string>({"een", "twee"})) << call;
            ASSERT_EQ(disk.get(session_folder / "journal"), good) << call;
            ASSERT_NE(everything(disk).find(tail), std::string::npos) << call;
            ASSERT_FALSE(read_session_journal(disk, session_folder)->torn_copies.empty()) << call;
            ASSERT_TRUE(opened->writer.append("drie")) << call;
            if (first && call > 30) return;
        }
    }
}

TEST(Recovery, DamageIsLeftAsItIsAndANewSegmentContinuesBeforeIt) {
    const std::string whole = segment_of(sample_payloads());
    const std::vector<std::string> lines = lines_of(whole);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x04);
        MemoryFileSystem disk;
        disk.put(session_folder / "journal", damaged);
        auto opened = open_session(disk);
        ASSERT_TRUE(opened);
        const Place place = place_in(lines, at);
        ASSERT_EQ(opened->recovery.use, SegmentUse::Begin);
        ASSERT_EQ(opened->recovery.segment, 2u);
        ASSERT_TRUE(opened->recovery.damage);
        ASSERT_EQ(opened->recovery.damage->offset, place.begin);
        ASSERT_EQ(opened->writer.append("journal is damaged")->seq, place.line + 1);
        ASSERT_TRUE(opened->writer.append("verder"));
        ASSERT_EQ(disk.get(session_folder / "journal"), damaged);
        const JournalContents again = read_session_journal(disk, session_folder).value();
        ASSERT_EQ(again.records.size(), place.line + 2);
        ASSERT_EQ(again.records.back().payload, "verder");
        ASSERT_EQ(again.state(), JournalState::Damaged);
        ASSERT_EQ(again.segments[1].state, JournalState::Whole);
        auto third = open_session(disk);
        ASSERT_TRUE(third);
        ASSERT_EQ(third->recovery.use, SegmentUse::Continue);
        ASSERT_EQ(third->writer.segment(), 2u);
    }
}

TEST(Recovery, WhatASegmentContinuedStaysValidWhenTheFormerOneReadsWholeAgain) {
    // A read that goes wrong once must not cost what was recorded afterwards.
    const std::string whole = segment_of({"een", "twee", "drie"});
    std::string damaged = whole;
    damaged[whole.size() - 3] ^= 1;
    MemoryFileSystem disk;
    disk.put(session_folder / "journal", damaged);
    auto opened = open_session(disk);
    ASSERT_TRUE(opened);
    ASSERT_TRUE(opened->writer.append("vier"));
    disk.put(session_folder / "journal", whole);
    const JournalContents again = read_session_journal(disk, session_folder).value();
    EXPECT_EQ(payloads_of(again), std::vector<std::string>({"een", "twee", "vier"}));
    EXPECT_EQ(again.superseded.size(), 1u);
}

TEST(Recovery, AFileThatGrewSinceItWasReadIsNotCut) {
    MemoryFileSystem disk;
    disk.put(session_folder / "journal", segment_of({"een"}) + "J1");
    const JournalContents contents = read_session_journal(disk, session_folder).value();
    disk.put(session_folder / "journal", segment_of({"een", "twee"}));
    EXPECT_FALSE(recover(disk, session_folder, contents));
    EXPECT_EQ(disk.get(session_folder / "journal"), segment_of({"een", "twee"}));
}

TEST(Recovery, NoSegmentIsBegunThatNoReaderWouldSee) {
    MemoryFileSystem disk;
    disk.put(session_folder / "journal.999999999", "");
    EXPECT_FALSE(begin_next_segment(disk, session_folder, {}));
}

}  // namespace
}  // namespace hamer
