// Lines out of bytes that come in pieces.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hamer {

class WholeLines {
  public:
    // Of a longer line only so many bytes are kept: what comes in may have no end.
    static constexpr std::size_t longest = 64u << 10;

    // Puts each line that is whole now at the end of `lines`, without its newline.
    void add(std::string_view bytes, std::vector<std::string>& lines);

  private:
    std::string begun_;  // a line that is not whole yet
};

}  // namespace hamer
