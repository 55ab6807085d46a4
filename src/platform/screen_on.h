// Keeps the screen from going dark, and the machine from going to sleep, while nobody touches it. Whoever
// sees to that may hang, so it is asked on a thread of its own. One user, from one thread; no call waits.
#pragma once

#include <cstdint>
#include <memory>

namespace hamer {

class ScreenOn {
  public:
    ScreenOn();
    // Lets go; also of a program that is killed.
    ~ScreenOn();
    ScreenOn(const ScreenOn&) = delete;
    ScreenOn& operator=(const ScreenOn&) = delete;

    // Whether it is to stay on from now on. Asked anew once a minute, as a desktop's program may have been started
    // again. `now_ms` is monotonic.
    void keep(bool on, std::int64_t now_ms);

    // What whoever was asked last to keep it on has said to it: one of them is enough.
    enum class Answer { NotYet, Kept, Refused };
    [[nodiscard]] Answer answer() const;

  private:
    struct Ways;
    std::unique_ptr<Ways> ways_;
    bool on_ = false;
    std::int64_t asked_ms_ = 0;
};

}  // namespace hamer
