// Every failure at every call: what was acknowledged is never lost, and a writer that failed writes no more.
#include "journal/durable.h"
#include "support.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace hamer {
namespace {

// Records entries until each is acknowledged, as the program does: after a failure in a new segment.
class Meeting {
  public:
    explicit Meeting(MemoryFileSystem& disk) : disk_(disk) {}

    // False when the process "died" or never got anywhere.
    bool record(std::size_t entries) {
        std::optional<Writer> writer;
        Position head;
        for (int attempt = 0; attempt < 6; ++attempt) {
            if (attempt > 2) disk_.free_space();
            if (!writer) {
                auto next = opened_ ? begin_next_segment(disk_, session_folder, head) : open_first(head);
                if (!next) continue;
                writer = std::move(*next);
            }
            while (acknowledged.size() < entries) {
                const std::string payload = "stap " + std::to_string(acknowledged.size() + 1) + " é";
                const auto position = writer->append(payload);
                if (!position) break;
                acknowledged.push_back(payload);
                head = *position;
            }
            if (acknowledged.size() == entries) return true;
            expect_broken(*writer);
            writer.reset();
        }
        return false;
    }

    std::vector<std::string> acknowledged;

  private:
    Result<Writer> open_first(Position& head) {
        auto opened = open_session(disk_);
        if (!opened) return tl::unexpected(opened.error());
        opened_ = true;
        head = opened->recovery.head;
        acknowledged = payloads_of(opened->contents);
        return std::move(opened->writer);
    }

    void expect_broken(Writer& writer) {
        const std::size_t calls = disk_.calls();
        EXPECT_TRUE(writer.broken());
        const auto again = writer.append("nog eens");
        EXPECT_FALSE(again);
        EXPECT_EQ(again.error().kind, ErrorKind::Storage);
        EXPECT_EQ(disk_.calls(), calls) << "a broken writer touched the file";
    }

    MemoryFileSystem& disk_;
    bool opened_ = false;
};

// The entries that were acknowledged, and at most one more that was written but not acknowledged.
void expect_kept(const std::vector<std::string>& acknowledged, const JournalContents& contents,
                 const std::string& what) {
    const std::vector<std::string> read = payloads_of(contents);
    ASSERT_GE(read.size(), acknowledged.size()) << what;
    ASSERT_LE(read.size(), acknowledged.size() + 1) << what;
    ASSERT_TRUE(std::equal(acknowledged.begin(), acknowledged.end(), read.begin())) << what;
}

TEST(Faults, AnyMishapAtAnyCallLosesNoAcknowledgedEntry) {
    const std::string torn = segment_of({"stap 1 é", "stap 2 é"}) + "J1 3";
    std::string damaged = segment_of({"stap 1 é", "stap 2 é", "stap 3 é"});
    damaged[damaged.size() - 5] ^= 1;
    for (const std::string& start : {std::string("none"), std::string(), torn, damaged}) {
        for (const Mishap mishap :
             {Mishap::InputOutputError, Mishap::FullDisk, Mishap::ShortWrite, Mishap::Interrupted, Mishap::Death}) {
            for (std::size_t call = 1; call < 40; ++call) {
                for (const Survives survives :
                     {Survives::Everything, Survives::Nothing, Survives::Half, Survives::LengthOnly}) {
                    const std::string what = "start " + std::to_string(start.size()) + " mishap " +
                                             std::to_string(int(mishap)) + " call " + std::to_string(call) +
                                             " survives " + std::to_string(int(survives));
                    MemoryFileSystem disk;
                    if (start != "none") disk.put(session_folder / "journal", start);
                    Meeting meeting(disk);
                    meeting.acknowledged = payloads_of(read_session_journal(disk, session_folder).value());
                    disk.fail_at_call(call, mishap);
                    const bool done = meeting.record(5);
                    ASSERT_TRUE(done || mishap == Mishap::Death) << what;
                    disk.power_cut(survives);
                    auto again = open_session(disk);
                    ASSERT_TRUE(again) << what << describe(again.error());
                    ASSERT_NO_FATAL_FAILURE(expect_kept(meeting.acknowledged, again->contents, what));
                    ASSERT_TRUE(again->writer.append("verder")) << what;
                    disk.power_cut(Survives::Nothing);
                    const std::vector<std::string> left =
                        payloads_of(read_session_journal(disk, session_folder).value());
                    ASSERT_EQ(left.size(), again->contents.records.size() + 1) << what;
                    ASSERT_EQ(left.back(), "verder") << what;
                }
            }
        }
    }
}

TEST(Faults, AShortOrInterruptedWriteIsFinishedInTheSameAppend) {
    for (const Mishap mishap : {Mishap::ShortWrite, Mishap::Interrupted}) {
        MemoryFileSystem disk;
        auto writer = Writer::create(disk, session_folder, 1, {});
        disk.fail_at_call(1, mishap);
        EXPECT_TRUE(writer->append("een"));
        EXPECT_FALSE(writer->broken());
        EXPECT_EQ(disk.get(session_folder / "journal"), segment_of({"een"}));
    }
}

TEST(Faults, AFailedSyncIsNotTriedAgainAndItsEntryIsSuperseded) {
    for (const Mishap mishap : {Mishap::InputOutputError, Mishap::Interrupted}) {
        MemoryFileSystem disk;
        auto writer = Writer::create(disk, session_folder, 1, {});
        ASSERT_TRUE(writer->append("een"));
        disk.fail_at_call(2, mishap);
        EXPECT_FALSE(writer->append("twee"));
        EXPECT_TRUE(writer->broken());
        EXPECT_EQ(writer->head().seq, 1u);
        auto next = begin_next_segment(disk, session_folder, writer->head());
        ASSERT_TRUE(next);
        EXPECT_EQ(next->append("twee, opnieuw")->seq, 2u);
        const JournalContents contents = read_session_journal(disk, session_folder).value();
        EXPECT_EQ(payloads_of(contents), std::vector<std::string>({"een", "twee, opnieuw"}));
        EXPECT_EQ(contents.superseded.size(), 1u);
    }
}

TEST(Faults, ANewFileIsDurableWithItsNameBeforeTheFirstEntryCounts) {
    MemoryFileSystem disk;
    auto writer = Writer::create(disk, session_folder, 1, {});
    ASSERT_TRUE(writer->append("een"));
    disk.power_cut(Survives::Nothing);
    EXPECT_EQ(disk.get(session_folder / "journal"), segment_of({"een"}));
}

TEST(Faults, WhatAKilledWriterLeftUnsyncedIsSyncedBeforeItIsBuiltOn) {
    MemoryFileSystem disk;
    {
        auto writer = Writer::create(disk, session_folder, 1, {});
        disk.fail_at_call(2, Mishap::Death);
        EXPECT_FALSE(writer->append("een"));
    }
    disk.power_cut(Survives::Everything);
    ASSERT_TRUE(open_session(disk));
    disk.power_cut(Survives::Nothing);
    EXPECT_EQ(disk.get(session_folder / "journal"), segment_of({"een"}));
}

TEST(Faults, APayloadThatIsNotOneLineOfTextIsRefusedAndBreaksNothing) {
    MemoryFileSystem disk;
    auto writer = Writer::create(disk, session_folder, 1, {});
    for (const std::string& payload :
         {std::string(), std::string("a\nb"), std::string("a\0b", 3), std::string("\xC3")}) {
        const auto refused = writer->append(payload);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, ErrorKind::Usage);
    }
    EXPECT_FALSE(writer->broken());
    EXPECT_EQ(writer->append("een")->seq, 1u);
}

TEST(Faults, WhatFailsBesideAFileIsToldOfTheFileThatWasAskedFor) {
    const std::filesystem::path asked = session_folder / "private.jsonl";
    std::size_t failed = 0;
    // The first call looks for what an earlier run left.
    for (std::size_t call = 2; call < 12; ++call) {
        MemoryFileSystem disk;
        disk.put(asked, "old");
        disk.fail_at_call(call, Mishap::InputOutputError);
        const Status done = replace_file(disk, asked, "new bytes");
        if (done) break;
        ++failed;
        EXPECT_TRUE(done.error().where == asked.string() || done.error().where == asked.parent_path().string())
            << call << ": " << describe(done.error());
    }
    EXPECT_EQ(failed, 5u) << "making, writing, syncing, renaming, and the folder's names";
}

TEST(Faults, AReplacedFileIsTheOldOrTheNewOneWhateverHappens) {
    for (const Mishap mishap : {Mishap::InputOutputError, Mishap::FullDisk, Mishap::Death}) {
        for (std::size_t call = 1; call < 12; ++call) {
            for (const Survives survives : {Survives::Everything, Survives::Nothing, Survives::Half}) {
                MemoryFileSystem disk;
                disk.put(session_folder / "private.jsonl", "old");
                disk.put(session_folder / "private.jsonl.new", "stale");
                disk.fail_at_call(call, mishap);
                const bool done = replace_file(disk, session_folder / "private.jsonl", "new bytes").has_value();
                disk.power_cut(survives);
                const std::string left = disk.get(session_folder / "private.jsonl");
                ASSERT_TRUE(left == "new bytes" || (left == "old" && !done)) << call << ": " << left;
                ASSERT_TRUE(replace_file(disk, session_folder / "private.jsonl", "newer"));
                ASSERT_EQ(disk.get(session_folder / "private.jsonl"), "newer");
            }
        }
    }
}

}  // namespace
}  // namespace hamer
