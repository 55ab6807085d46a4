// Opening a session's journal to write, whatever state it was left in (docs/journal-format.md, "Opening to write").
//
//     const auto lock = lock_folder(files, folder);
//     const auto contents = read_session_journal(files, folder);
//     const auto recovery = recover(files, folder, *contents);
//     auto writer = open_writer(files, folder, *recovery);
//     // then journal what recovery->discarded or recovery->damage says
//
// A new session goes the same way: without segments the writer makes the first. The caller holds the lock throughout.
// Nothing is ever overwritten, and dying at any moment leaves what the next opening handles alike.
#pragma once

#include "journal/reader.h"
#include "journal/writer.h"
#include "platform/files.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace hamer {

// A torn tail that was cut off. The caller journals it.
struct DiscardedTail {
    std::string segment;   // "journal.2"
    std::uint64_t offset;  // where it began
    std::uint64_t bytes;   // how many
    std::string kept_as;   // the file's name in the same folder: "journal.torn-42"
};

enum class SegmentUse { Continue, Begin };

struct Recovery {
    SegmentUse use = SegmentUse::Begin;
    std::uint32_t segment = 1;  // the one to write in
    Position head;              // the entry to go on after
    std::optional<DiscardedTail> discarded;
    // The segment that is left because it is damaged. The caller names it in the first entry of the new one.
    std::optional<SegmentVerdict> damage;
};

// Makes the last segment ready to be continued, or says that a new one is needed. `contents` was read under the same
// lock.
[[nodiscard]] Result<Recovery> recover(FileSystem& files, const std::filesystem::path& folder,
                                       const JournalContents& contents);

[[nodiscard]] Result<Writer> open_writer(FileSystem& files, const std::filesystem::path& folder,
                                         const Recovery& recovery);

// The last line may have been written by a process that died after its sync failed, so that it never reached the disk:
// writes it again in its place. Part of recover(); to be done too when a next segment is begun without it.
[[nodiscard]] Status make_last_line_durable(FileSystem& files, const std::filesystem::path& folder,
                                            const JournalContents& contents);

// After a writer broke: a writer for the next free segment, going on after `head`, the last durable entry.
[[nodiscard]] Result<Writer> begin_next_segment(FileSystem& files, const std::filesystem::path& folder,
                                                const Position& head);

}  // namespace hamer
