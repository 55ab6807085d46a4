// What the writer has on its own disk: the seam between the link and the journal.
#pragma once

#include "journal/line.h"

#include <cstdint>
#include <string>
#include <vector>

namespace hamer {

// Only what is durable here: a line that this device could still lose must not be anywhere else.
class OwnLines {
  public:
    virtual ~OwnLines() = default;
    // The last line.
    [[nodiscard]] virtual Position head() const = 0;
    // 0 to head().seq; 0 is the place before the first line.
    [[nodiscard]] virtual Position at(std::uint64_t seq) const = 0;
    // 1 to head().seq: byte for byte as in the journal, without the newline.
    [[nodiscard]] virtual std::string line(std::uint64_t seq) const = 0;
    // Its lines of private.jsonl that are still there, in their order.
    [[nodiscard]] virtual std::vector<std::string> texts(std::uint64_t seq) const = 0;
    [[nodiscard]] virtual std::string procedure() const = 0;  // procedure.json
};

}  // namespace hamer
