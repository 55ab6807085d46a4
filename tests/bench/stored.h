// Sessions for measuring: made by the program's own rules, written to disk at once instead of step by step.
#pragma once

#include "base/time.h"
#include "platform/system_files.h"
#include "service/meeting/meeting_service.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace hamer::bench {

// Stands still until it is moved, so that a frame is only what it is asked to be.
class StillClock final : public Clock {
  public:
    [[nodiscard]] Stamp now() const override { return stamp_; }
    void advance(std::int64_t milliseconds) {
        stamp_.at.milliseconds += milliseconds;
        stamp_.monotonic_ms += milliseconds;
    }

  private:
    Stamp stamp_{{1'773'342'000'000, 60}, "bench", 1'000};  // 2026-03-12T20:00:00+01:00
};

// The steps of a disturbance, over and over; after the last the next round can begin.
[[nodiscard]] const std::vector<Command>& round_of_steps();

struct Stored {
    std::filesystem::path data;
    std::string id;
    std::vector<std::string> payloads;  // of its entries

    [[nodiscard]] std::filesystem::path folder() const;
};

// A session of `entries` (at least 10), the last of which reports a disturbance; personal data in private.jsonl.
[[nodiscard]] Stored store_session(const std::filesystem::path& data, std::size_t entries);

// A journal of at least `bytes`, with the payloads over and over; gives its size.
std::uint64_t store_journal(const std::filesystem::path& folder, const std::vector<std::string>& payloads,
                            std::uint64_t bytes);

[[nodiscard]] MeetingServiceOptions meeting_options(const std::filesystem::path& data);
// A desk that has no session yet. Throws Trouble.
[[nodiscard]] std::unique_ptr<MeetingService> open_service(const std::filesystem::path& data, FileSystem& files,
                                                           const Clock& clock);

}  // namespace hamer::bench
