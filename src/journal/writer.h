// The one writer of a session's journal. Its caller holds the folder's lock.
//
// When append() says yes, the entry is durable and can be found: written in one write and synced, in a file whose name
// is durable and still leads to it. After any failure of the system the writer is broken for ever and writes nothing
// more; the caller goes on with begin_next_segment (recovery.h) from head(), the last entry that is durable.
#pragma once

#include "journal/line.h"
#include "platform/files.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace hamer {

class Writer {
  public:
    // Makes the segment, which must not exist yet, for the entry after `after`.
    [[nodiscard]] static Result<Writer> create(FileSystem& files, const std::filesystem::path& folder,
                                               std::uint32_t segment, Position after);
    // Goes on in a segment that was read whole, and of which `after` is the session's last entry. Syncs it first: what
    // was read may have been written by a process that died before it could sync.
    [[nodiscard]] static Result<Writer> resume(FileSystem& files, const std::filesystem::path& folder,
                                               std::uint32_t segment, Position after);

    // Adds an entry, and gives its place. A payload that is not one line of text (is_payload) is refused as Usage,
    // which does not break the writer.
    [[nodiscard]] Result<Position> append(std::string_view payload);

    // Adds what an earlier segment held that nobody can find any more, with one sync for all.
    [[nodiscard]] Status append_all(std::span<const std::string> payloads);

    // The last durable entry.
    [[nodiscard]] const Position& head() const { return head_; }
    [[nodiscard]] std::uint32_t segment() const { return segment_; }
    [[nodiscard]] bool broken() const { return broken_; }
    // Broken, and what it wrote before is not where it was: the segment was moved, removed, replaced or cut.
    [[nodiscard]] bool lost() const { return lost_; }
    // Asks so now, for when another file of the session is not where it was, and says what is wrong.
    [[nodiscard]] Status look();

  private:
    Writer(std::unique_ptr<File> file, std::uint32_t segment, Position after);
    static Result<Writer> begin(FileSystem& files, Result<std::unique_ptr<File>> file, std::uint32_t segment,
                                Position after);
    Status put(std::string_view bytes, Position after);

    std::unique_ptr<File> file_;
    std::uint32_t segment_;
    Position head_;
    LineMaker lines_;
    bool broken_ = false;
    bool lost_ = false;
};

}  // namespace hamer
