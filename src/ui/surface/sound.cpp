#include "ui/surface/sound.h"

#include "base/mutex.h"
#include "platform/sound.h"

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstring>
#include <numbers>
#include <vector>

namespace hamer::ui {

namespace {

constexpr unsigned rate = 44'100;
// The tone is half a second; what takes this long hangs.
constexpr std::chrono::milliseconds patience{3000};
constexpr std::chrono::milliseconds patience_at_the_end{1000};

// Two tones that swell and fade: heard by the one who sits in front of it, not by the room.
std::vector<std::int16_t> tone() {
    constexpr double seconds = 0.5;
    constexpr double loudness = 0.2;
    const auto count = static_cast<std::size_t>(rate * seconds);
    std::vector<std::int16_t> samples(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(count);
        const double pitch = share < 0.5 ? 659.3 : 523.3;
        const double swell = std::sin(std::numbers::pi * std::fmod(share * 2, 1.0));
        const double wave = std::sin(2 * std::numbers::pi * pitch * static_cast<double>(i) / rate);
        samples[i] = static_cast<std::int16_t>(32767 * loudness * swell * wave);
    }
    return samples;
}

}  // namespace

// What the threads use; one that hangs has it for ever.
struct Sound::Shared {
    std::string device;
    std::function<void()> changed;
    std::atomic<bool> playing = false;
    std::atomic<bool> hanging = false;  // a tone was given up, and its thread has not come back
    Mutex mutex;
    std::string problem GUARDED_BY(mutex);
    bool used GUARDED_BY(mutex) = true;  // by a Sound that is there

    void end(std::string said) {
        const MutexLock hold(mutex);
        problem = std::move(said);
        playing = false;
        if (used) changed();
    }
};

Sound::Sound(std::string device, std::function<void()> changed) : shared_(std::make_shared<Shared>()) {
    shared_->device = std::move(device);
    shared_->changed = std::move(changed);
}

Sound::~Sound() {
    worker_.reset();
    const MutexLock hold(shared_->mutex);
    shared_->used = false;
}

void Sound::play() {
    // Where one hangs another would hang behind it.
    if (shared_->hanging || shared_->playing.exchange(true)) return;
    if (!worker_) worker_.emplace().wait_at_the_end(patience_at_the_end);
    worker_->give([shared = shared_] {
        shared->hanging = true;
        auto said = within<std::string>(patience, [shared] {
            std::string problem = play_samples(shared->device, rate, tone());
            shared->hanging = false;
            return problem;
        });
        shared->end(said ? *std::move(said) : std::strerror(ETIMEDOUT));
    });
}

std::string Sound::problem() const {
    const MutexLock hold(shared_->mutex);
    return shared_->problem;
}

}  // namespace hamer::ui
