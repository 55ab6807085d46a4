// One journal line: made, and taken apart (docs/journal-format.md, "A line" and "Reading").
//
//     J1 <seq> <length> <crc> <hash> <payload>\n
//
// Reading never fails and never reads past the bytes given: the answer is a line, the beginning of one, or what is
// wrong.
#pragma once

#include "base/sha256.h"
#include "journal/verdict.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hamer {

inline constexpr std::uint64_t max_payload_bytes = 16777216;
// The hash that counts as the one before the first entry.
inline constexpr std::string_view no_hash = "0000000000000000000000000000000000000000000000000000000000000000";

// A place in the chain: the entry that was written or read last. Before the first entry: 0 and no_hash.
struct Position {
    std::uint64_t seq = 0;
    std::string hash{no_hash};

    bool operator==(const Position&) const = default;
};

// True for what a line can carry: 1 to max_payload_bytes bytes of text (payload.h).
[[nodiscard]] bool is_payload(std::string_view bytes);

// Makes lines, in a buffer that it uses again.
class LineMaker {
  public:
    // The whole line for the entry after `after`; valid until the next call. The payload satisfies is_payload.
    [[nodiscard]] std::string_view make(const Position& after, std::string_view payload);
    // The position of the line just made.
    [[nodiscard]] const Position& made() const { return made_; }

  private:
    std::string buffer_;
    Position made_;
    Sha256 sha_;
};

// The numbers that the next line may have: first to last, both included. `first` is 1, or the same as `last`.
struct NumberRange {
    std::uint64_t first = 1;
    std::uint64_t last = 1;
};

enum class Found {
    Whole,
    Beginning,  // the bytes end before it does, and are right so far
    Wrong,
};

struct HeaderReading {
    Found found = Found::Wrong;
    JournalFault fault = JournalFault::None;  // when Wrong
    std::uint64_t seq = 0;                    // from here on: when Whole
    std::uint64_t length = 0;
    std::string_view text;  // "J1 <seq> <length> <crc>", in the bytes given; a space follows
};

struct LineReading {
    Found found = Found::Wrong;
    JournalFault fault = JournalFault::None;
    std::string_view payload;  // when Whole, in the bytes given
    std::size_t size = 0;      // of the whole line, newline included
};

// Reads lines, with a hash object that it uses again.
class LineReader {
  public:
    // The header at the start of `bytes`.
    [[nodiscard]] HeaderReading read_header(std::string_view bytes, NumberRange allowed) const;
    // The line whose header was read from the start of `bytes`, and its hash after `previous`.
    [[nodiscard]] LineReading read_line(std::string_view bytes, const HeaderReading& header, std::string_view previous);
    // The hash of the line that was read last, when it was Whole.
    [[nodiscard]] const std::string& hash() const { return hash_; }

  private:
    std::string hash_;
    Sha256 sha_;
};

}  // namespace hamer
