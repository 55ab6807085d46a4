// How far long work is: told by the thread that does it, read by the one that draws; and the wish to stop it.
//
// The work ends by itself at the next place where nothing is half done. Functions are for any thread.
#pragma once

#include "base/mutex.h"
#include "base/result.h"
#include "base/text.h"

#include <cstdint>
#include <memory>

namespace hamer {

class Progress {
  public:
    // The next part of the work, in words such as "Dossiers doorzoeken"; `total` of its steps is 0 where it is not
    // known.
    void begin(LocalText what, std::uint64_t total = 0);
    // From here on it cannot be stopped: what is begun is finished.
    void finish(LocalText what);
    // Some steps of it are done. An error, of Trouble::Stopped, where the work is to stop now.
    [[nodiscard]] Status step(std::uint64_t steps = 1);
    // The same where no step is done yet.
    [[nodiscard]] Status go_on() { return step(0); }

    void stop();

    struct Told {
        LocalText what{};  // empty: nothing is told of it
        std::uint64_t done = 0;
        std::uint64_t total = 0;
        bool can_stop = false;
        bool is_stopping = false;
    };
    [[nodiscard]] Told told() const;
    // For the next work.
    void reset();

  private:
    mutable Mutex mutex_;
    Told told_ GUARDED_BY(mutex_);
};

}  // namespace hamer
