// Reading a session's journal: every segment, the chain through them, and what is wrong with them.
//
// Bad bytes are an answer, never an error: the entries before them are given, and the verdict says where and why.
// Errors are for a folder or file that the system does not let us read. Reading changes nothing and needs no lock, but
// a reader beside a live writer may see its last line torn.
#pragma once

#include "journal/line.h"
#include "journal/verdict.h"
#include "platform/files.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

struct JournalRecord {
    std::uint64_t seq = 0;
    std::string payload;
    std::string hash;
    std::uint32_t segment = 1;
    std::uint64_t offset = 0;  // of its line, in bytes from the start of the segment
};

struct JournalContents {
    std::vector<JournalRecord> records;     // the entries 1, 2, 3 … of the session
    std::vector<JournalRecord> superseded;  // whole entries that a later segment took the place of
    std::vector<SegmentVerdict> segments;   // in order; none when nothing was written yet
    std::vector<std::string> torn_copies;   // names of the files that keep cut-off tails

    // The last entry: where the chain goes on, and the hash that leaves the machine.
    [[nodiscard]] Position head() const;
    // The worst of the segments. A session of several segments whose former one was torn or damaged stays so for ever,
    // also when it was continued well.
    [[nodiscard]] JournalState state() const;
};

// "journal", "journal.2", "journal.3" …
[[nodiscard]] std::string segment_name(std::uint32_t segment);
// The number in such a name; nothing for any other name.
[[nodiscard]] std::optional<std::uint32_t> segment_number(std::string_view name);

// Goes on with the last segment where its verdict says that reading stopped: `more` is all that stands in it from that
// offset on. For a reader beside a live writer. Precondition: there is a segment.
void read_on(JournalContents& contents, std::string_view more);

[[nodiscard]] Result<JournalContents> read_session_journal(FileSystem& files, const std::filesystem::path& folder);

// The same without the entries, for a journal of any length: it passes by, and is never in memory as a whole.
struct JournalOutline {
    Position head;  // the last entry
    std::vector<SegmentVerdict> segments;
    std::vector<std::string> torn_copies;

    [[nodiscard]] JournalState state() const;
};
// Called with each whole line's place as it passes by. One whose number came before supersedes all from that number on.
using EachEntry = std::function<void(const Position&)>;
[[nodiscard]] Result<JournalOutline> read_journal_outline(FileSystem& files, const std::filesystem::path& folder,
                                                          const EachEntry& each);

}  // namespace hamer
