// Moments and clocks. A moment is milliseconds since 1970-01-01T00:00:00Z plus the offset of the place where it was
// read, as RFC 3339 writes it. Nothing below service/ reads a clock: time comes in as a Stamp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hamer {

struct Instant {
    std::int64_t milliseconds = 0;  // since 1970-01-01T00:00:00Z, without leap seconds
    int offset_minutes = 0;         // east of Greenwich; kept for writing, not for comparing

    bool operator==(const Instant& other) const { return milliseconds == other.milliseconds; }
    auto operator<=>(const Instant& other) const { return milliseconds <=> other.milliseconds; }
};

// What a clock says at one moment. `boot` and `monotonic_ms` order entries when the wall clock is set back.
struct Stamp {
    Instant at;
    std::string boot;               // changes at each start of the machine
    std::int64_t monotonic_ms = 0;  // since that start; never goes back
};

// RFC 3339 with offset and milliseconds: 2026-03-12T20:14:05.120+01:00
[[nodiscard]] std::string to_rfc3339(Instant instant);
// Reads RFC 3339 with an offset (Z or ±hh:mm), years 1970 to 9999, any number of decimals (kept to milliseconds, cut).
[[nodiscard]] std::optional<Instant> from_rfc3339(std::string_view text);
// The wall-clock time: "20:14:05"; and the date: "2026-03-12". Both in the instant's own offset.
[[nodiscard]] std::string clock_time(Instant instant);
[[nodiscard]] std::string calendar_date(Instant instant);
// UTC for file names that sort by time: "20260312T191405Z".
[[nodiscard]] std::string compact_utc(Instant instant);
// A duration for the eye: "0:07", "12:34", "1:02:03".
[[nodiscard]] std::string duration(std::int64_t milliseconds);

class Clock {
  public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Stamp now() const = 0;
};

}  // namespace hamer
