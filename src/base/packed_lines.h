// Lines of text that are added one by one and hardly ever read again, kept in memory in a fraction of their size
// (zlib). One thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hamer {

class PackedLines {
  public:
    // A line without a newline.
    void add(std::string_view line);
    // All of them, in order.
    [[nodiscard]] std::vector<std::string> all() const;

  private:
    struct Block {
        std::string packed;
        std::size_t size = 0;  // unpacked
    };
    std::vector<Block> blocks_;
    std::string open_;  // what is not packed yet
};

}  // namespace hamer
