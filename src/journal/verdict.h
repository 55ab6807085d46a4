// What can be said of a segment's bytes: whole, torn or damaged, where and why (docs/journal-format.md, "Reading").
#pragma once

#include "base/text.h"

#include <cstdint>
#include <string>

namespace hamer {

// In order: a session is as bad as its worst segment.
enum class JournalState { Whole, Torn, Damaged };

enum class JournalFault {
    None,
    StopsShort,      // torn
    StopsThenZeros,  // torn
    NotALine,        // from here on: damaged
    WrongNumber,
    WrongLength,
    WrongChecksum,
    WrongHash,
    WrongText,
    WrongEnd,
    SegmentMissing,
};

// The reason in words; the English ones are those of the format page. Empty for None.
[[nodiscard]] const LocalText& reason(JournalFault fault);

[[nodiscard]] std::string_view state_name(JournalState state);  // "whole", "torn", "damaged"

struct SegmentVerdict {
    std::uint32_t segment = 1;
    JournalState state = JournalState::Whole;
    JournalFault fault = JournalFault::None;
    std::uint64_t offset = 0;   // where the first line begins that is not whole; the size when all are
    std::uint64_t size = 0;     // bytes in the segment
    std::uint64_t entries = 0;  // whole lines, superseded or not
};

// "whole", or "damaged at offset 812: the checksum does not fit the number and the length"
[[nodiscard]] LocalText describe(const SegmentVerdict& verdict);

}  // namespace hamer
