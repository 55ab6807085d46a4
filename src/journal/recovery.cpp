#include "journal/recovery.h"

#include "base/attempt.h"
#include "journal/durable.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

// The highest number that is still read as a segment's (nine digits).
constexpr std::uint32_t last_segment = 999'999'999;

Result<DiscardedTail> cut_off(FileSystem& files, const std::filesystem::path& folder, const SegmentVerdict& torn,
                              std::uint64_t next_seq) {
    const std::string name = segment_name(torn.segment);
    ASSIGN_OR_RETURN(const auto bytes, files.read(folder / name));
    if (!bytes.has_value() || bytes->size() != torn.size) {
        return tl::unexpected(changed_meanwhile(folder / name));
    }
    const std::string_view tail = std::string_view(*bytes).substr(static_cast<std::size_t>(torn.offset));
    ASSIGN_OR_RETURN(const auto kept, keep_copy(files, folder / fmt::format("journal.torn-{}", next_seq), tail));
    ASSIGN_OR_RETURN(const auto file, files.open_to_append(folder / name));
    RETURN_IF_ERROR(file->truncate(torn.offset));
    RETURN_IF_ERROR(file->sync());
    return DiscardedTail{name, torn.offset, tail.size(), kept.filename().string()};
}

Result<Writer> create_after(FileSystem& files, const std::filesystem::path& folder, std::uint32_t former,
                            const Position& head) {
    if (former >= last_segment) {
        return fail(ErrorKind::Storage, folder.string(), "no number is left for a new segment",
                    fmt::format("Is {} really a segment?", segment_name(former)));
    }
    return Writer::create(files, folder, former + 1, head);
}

}  // namespace

// All lines but the last were followed by another, so their sync was answered with yes. The last may have been written
// by a process that died after its sync failed, which nobody knows any more.
Status make_last_line_durable(FileSystem& files, const std::filesystem::path& folder, const JournalContents& contents) {
    if (contents.records.empty()) return {};
    const JournalRecord& last = contents.records.back();
    const auto before_last = static_cast<std::size_t>(last.seq - 2);
    const Position before{last.seq - 1, last.seq == 1 ? std::string(no_hash) : contents.records[before_last].hash};
    LineMaker lines;
    return files.write_again(folder / segment_name(last.segment), last.offset, lines.make(before, last.payload));
}

Result<Recovery> recover(FileSystem& files, const std::filesystem::path& folder, const JournalContents& contents) {
    Recovery recovery{SegmentUse::Begin, 1, contents.head(), {}, {}};
    if (contents.segments.empty()) return recovery;
    if (const Status durable = make_last_line_durable(files, folder, contents); !durable) {
        return tl::unexpected(durable.error());
    }
    const SegmentVerdict& last = contents.segments.back();
    recovery.segment = last.segment;
    if (last.state == JournalState::Damaged) {
        recovery.segment = last.segment + 1;
        recovery.damage = last;
        return recovery;
    }
    recovery.use = SegmentUse::Continue;
    if (last.state == JournalState::Torn) {
        ASSIGN_OR_RETURN(auto discarded, cut_off(files, folder, last, recovery.head.seq + 1));
        recovery.discarded = std::move(discarded);
    }
    return recovery;
}

Result<Writer> open_writer(FileSystem& files, const std::filesystem::path& folder, const Recovery& recovery) {
    if (recovery.use == SegmentUse::Begin) return create_after(files, folder, recovery.segment - 1, recovery.head);
    return Writer::resume(files, folder, recovery.segment, recovery.head);
}

Result<Writer> begin_next_segment(FileSystem& files, const std::filesystem::path& folder, const Position& head) {
    ASSIGN_OR_RETURN(const auto names, files.list(folder));
    std::uint32_t former = 0;
    for (const std::string& name : names) former = std::max(former, segment_number(name).value_or(0));
    return create_after(files, folder, former, head);
}

}  // namespace hamer
