// One soft tone, for a reminder. Played on a thread of its own: the device is opened at the first play, and however
// long that takes, no frame waits for it. One user, from one thread.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace hamer::ui {

class Sound {
  public:
    // `device` is ALSA's name of it; `changed` is called from the other thread when problem() may be another.
    explicit Sound(
        std::string device = "default", std::function<void()> changed = [] {});
    ~Sound();  // waits for the tone that plays
    Sound(const Sound&) = delete;
    Sound& operator=(const Sound&) = delete;

    // Plays it, unless it plays already.
    void play();
    // What the system said when it could not be played; empty when all is well or nothing was played yet.
    [[nodiscard]] std::string problem() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace hamer::ui
