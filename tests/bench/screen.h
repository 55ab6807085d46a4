// The screen as a person has it: what stands in a part of it, and a click.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace hamer::bench {

// In pixels, from the upper left corner.
struct Part {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

class Screen {
  public:
    // Of DISPLAY. Throws Trouble when it cannot be reached, or has no XTEST.
    Screen();
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    // The largest window that is shown; waits for one. Throws Trouble when none comes.
    [[nodiscard]] Part window() const;
    [[nodiscard]] std::vector<std::uint8_t> pixels(const Part& part) const;
    // Moves there first, and waits a moment, as a hand does.
    void point_at(int x, int y) const;
    // From the release of the button until that part is another one, in milliseconds. Throws Trouble when it stays.
    [[nodiscard]] double click_ms(const Part& part) const;

  private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

}  // namespace hamer::bench
