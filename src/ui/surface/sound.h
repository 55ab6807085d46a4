// One soft tone, for a reminder. No call waits for the sound system: all that is asked of it is on threads of its own,
// and one that hangs is left behind. One user, from one thread.
#pragma once

#include "base/worker.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace hamer::ui {

class Sound {
  public:
    // `device` is the system's name of it; `changed` is called from another thread when problem() may be another.
    explicit Sound(
        std::string device = "default", std::function<void()> changed = [] {});
    // Gives the tone that plays a second to end.
    ~Sound();
    Sound(const Sound&) = delete;
    Sound& operator=(const Sound&) = delete;

    // Plays it, unless it plays already. The device is opened for each play.
    void play();
    // What the system said when it could not be played, or that it does not answer; empty when all is well or nothing
    // was played yet.
    [[nodiscard]] std::string problem() const;

  private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
    std::optional<Worker> worker_;  // from the first tone on
};

}  // namespace hamer::ui
