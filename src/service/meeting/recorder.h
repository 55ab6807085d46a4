// Puts entries on disk, in order, on a thread of its own, so that a slow or broken disk never holds the chair up.
//
// record() answers Durable when the entry survived fdatasync within `patience`. That is waited for once: while storage
// is known to fail or to hang the next entry is answered at once. An entry that is not Durable waits in memory, is
// written to the second place (the caller's folder, one line of JSON each), and the thread keeps trying, each time in a
// new segment, as a failed sync is never retried on the same descriptor. Once all is on disk again, take_regained()
// says so, once, for the caller to journal. What was recorded is kept in memory too: when the journal is moved,
// removed, replaced or cut while it is written, all of it is put there anew, and meanwhile in the second place. Public
// functions are for one thread; health() is for any.
#pragma once

#include "codec/journal/entry_json.h"
#include "journal/line_file.h"
#include "journal/writer.h"
#include "service/meeting/storage_health.h"
#include "service/store/session_journal.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace hamer {

enum class Recorded { Durable, Waiting, GivenUp };

// What record() does when the entry cannot be put on disk: keep it and go on, or take it back and say so.
enum class OnFailure { KeepGoing, GiveUp };

// Why something must wait until all entries are in the session's journal.
[[nodiscard]] tl::unexpected<Error> not_on_disk(const StorageHealth& health, const std::filesystem::path& folder);

struct Regained {
    std::string former;  // the segment that failed
    std::string reason;
    std::uint64_t unrecorded = 0;  // how many entries waited
};

struct RecorderOptions {
    std::filesystem::path folder;        // of the session
    std::filesystem::path second_place;  // a file on another disk, if possible; record() itself writes it
    FileSystem* second_files = nullptr;  // for it; null: the same as for the session
    std::chrono::milliseconds patience{2000};
    // How long the destructor waits for a disk that hangs. Then the thread is left behind, and what it uses must stay.
    std::chrono::milliseconds patience_at_the_end = std::chrono::hours(1);
    // After a failure; twice as long after each next one, up to eight times, as each try may leave a segment behind.
    std::chrono::milliseconds retry{1000};
    OnFailure on_failure = OnFailure::KeepGoing;
    std::function<void()> changed = [] {};  // called by the thread when health changed
    // Called by the thread for each entry that is durable, as LineListener says; null: nobody is told.
    std::function<void(const EncodedEntry&)> durable{};
};

class Recorder {
  public:
    // Without a writer a segment is begun for the first entry.
    Recorder(FileSystem& files, RecorderOptions options, std::unique_ptr<SessionJournal> journal,
             std::optional<Writer> writer);
    // Tries once more what still waits, for `patience_at_the_end` at most.
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    // GivenUp only when options say so; then `patience` does not count, and health() gives the reason.
    Recorded record(std::uint64_t seq, EncodedEntry entry);
    [[nodiscard]] StorageHealth health() const;
    [[nodiscard]] std::optional<Regained> take_regained();
    // Removes what the second place kept, if all of it is in the journal.
    void clear_second_place();
    // The last durable entry.
    [[nodiscard]] Position head() const;

  private:
    class Work;
    std::shared_ptr<Work> work_;  // the thread's too
};

}  // namespace hamer
