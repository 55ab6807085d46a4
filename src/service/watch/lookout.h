// Notices that a file or folder changed, without keeping a window waiting where the disk or the network is slow.
//
// It asks for names and sizes only, on a thread of its own, and calls `notice` from a thread of its own when an answer
// differs from the one before, when an answer stays away for longer than `patience`, and when it comes after all.
#pragma once

#include "base/mutex.h"
#include "base/time.h"
#include "platform/files.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <optional>
#include <thread>
#include <vector>

namespace hamer {

struct LookoutOptions {
    std::chrono::milliseconds every{150};
    std::chrono::milliseconds patience{2000};
};

class Lookout {
  public:
    using Look = std::function<std::optional<FileState>(const std::filesystem::path&)>;
    // `look` is called from its thread alone. `clock` outlives it and may be read from any thread. Destroying it waits
    // for the look under way.
    Lookout(Look look, const Clock& clock, std::function<void()> notice, LookoutOptions options = {});
    ~Lookout();
    Lookout(const Lookout&) = delete;
    Lookout& operator=(const Lookout&) = delete;

    // From now on these. Any thread.
    void watch(std::vector<std::filesystem::path> paths);

    // When the look was begun that is not answered within `patience`; nothing while the disk answers. Any thread.
    [[nodiscard]] std::optional<Instant> silent_since() const;

  private:
    void look_on(const std::stop_token& stop);
    void watch_over(const std::stop_token& stop);

    const Look look_;
    const Clock& clock_;
    const std::function<void()> notice_;
    const LookoutOptions options_;

    mutable Mutex mutex_;
    std::condition_variable_any wait_;
    std::vector<std::filesystem::path> paths_ GUARDED_BY(mutex_);
    std::vector<std::optional<FileState>> states_ GUARDED_BY(mutex_);
    std::uint64_t looks_ GUARDED_BY(mutex_) = 0;
    std::optional<Instant> asked_ GUARDED_BY(mutex_);
    bool silent_ GUARDED_BY(mutex_) = false;

    std::jthread looking_;  // last: they use the others
    std::jthread watching_;
};

}  // namespace hamer
