// A session's folder, made ready to be written as soon as the disk lets it be.
//
// A meeting can begin, or go on after the program died, while its disk is full, failing or read-only: until a segment
// can be begun, its entries wait in the recorder and in the second place. For one thread at a time.
#pragma once

#include "codec/journal/entry_json.h"
#include "journal/reader.h"
#include "journal/recovery.h"
#include "journal/writer.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

class SessionJournal {
  public:
    // `found` is what was read under `lock`. A session that is new, or that only the second place knows, has neither.
    SessionJournal(FileSystem& files, std::filesystem::path folder, std::string procedure_text,
                   JournalContents found = {}, std::unique_ptr<Lock> lock = nullptr);

    // Where what was found ends: its last entry, and the name of its last segment ("journal" when there is none).
    [[nodiscard]] Position head() const { return found_.head(); }
    [[nodiscard]] std::string last_segment() const;

    struct Opened {
        std::optional<Writer> writer;            // none when there is no segment yet, or when it cannot be written
        std::optional<DiscardedTail> discarded;  // for the caller to journal
        std::optional<Error> failure;
    };
    // Makes what was found ready to be continued.
    [[nodiscard]] Opened open();

    // Makes what is missing of the folder, its lock and procedure.json, and begins the next segment, to go on after
    // `head`. After a failure the next call goes on where it was. Refused when another program holds the lock.
    [[nodiscard]] Result<Writer> begin_segment(const Position& head);
    // The same where what was written before cannot be found any more (Writer::lost): the folder is made anew where it
    // is gone, and the segment begins with those of `recorded`, all entries up to `head`, that are not in it.
    [[nodiscard]] Result<Writer> begin_anew(const Position& head, const std::vector<EncodedEntry>& recorded);

    // What was found, as it was written: the entries from 1 on, of which the first has all private lines. Once.
    [[nodiscard]] std::vector<EncodedEntry> take_recorded() { return std::move(recorded_); }

  private:
    [[nodiscard]] Status make_ready();
    [[nodiscard]] std::uint64_t lock_file_there();

    FileSystem& files_;
    std::filesystem::path folder_;
    std::string procedure_text_;
    JournalContents found_;  // until it can be continued
    std::unique_ptr<Lock> lock_;
    std::vector<EncodedEntry> recorded_;
    bool ready_ = false;
    std::uint64_t lock_file_ = 0;  // which one is locked
};

}  // namespace hamer
