// Listens for signs of life (service/store/sign_of_life.h) of the program that writes a session, on a thread of its
// own, so that a window need not draw for it: `notice` is called, from that thread, only when a silence begins or ends.
#pragma once

#include "base/mutex.h"
#include "service/store/sign_of_life.h"

#include <condition_variable>
#include <functional>
#include <thread>

namespace hamer {

class LifeWatch {
  public:
    using Read = std::function<std::optional<std::string>(const std::filesystem::path&)>;
    // `read` is called from its thread alone. `clock` outlives it and may be read from any thread. Destroying it waits
    // for the reading under way.
    LifeWatch(Read read, const Clock& clock, std::function<void()> notice,
              std::chrono::milliseconds every = std::chrono::milliseconds(1000));
    ~LifeWatch();
    LifeWatch(const LifeWatch&) = delete;
    LifeWatch& operator=(const LifeWatch&) = delete;

    // From now on this session's folder; empty: none. Any thread.
    void watch(const std::filesystem::path& folder);
    [[nodiscard]] std::optional<Silence> silence() const;  // any thread

  private:
    void listen(const std::stop_token& stop);

    const Read read_;
    const Clock& clock_;
    const std::function<void()> notice_;
    const std::chrono::milliseconds every_;

    mutable Mutex mutex_;
    std::condition_variable_any wait_;
    std::filesystem::path folder_ GUARDED_BY(mutex_);
    std::optional<Silence> silence_ GUARDED_BY(mutex_);
    bool other_ GUARDED_BY(mutex_) = false;  // the folder is another one since the last reading

    std::jthread listening_;  // last: it uses the others
};

}  // namespace hamer
