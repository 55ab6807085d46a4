#include "ui/surface/sound.h"

#include <alsa/asoundlib.h>
#include <cmath>
#include <mutex>
#include <numbers>
#include <thread>
#include <vector>

namespace hamer::ui {

namespace {

constexpr unsigned rate = 44'100;
constexpr unsigned latency_us = 200'000;

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

// ALSA would otherwise write on the terminal.
void quiet(const char*, int, const char*, int, const char*, ...) {}

// What went wrong, in the system's words; empty: nothing.
std::string play_on(const std::string& device) {
    snd_lib_error_set_handler(quiet);
    snd_pcm_t* pcm = nullptr;
    if (const int error = snd_pcm_open(&pcm, device.c_str(), SND_PCM_STREAM_PLAYBACK, 0); error < 0) {
        return snd_strerror(error);
    }
    const std::unique_ptr<snd_pcm_t, int (*)(snd_pcm_t*)> open(pcm, snd_pcm_close);
    if (const int error =
            snd_pcm_set_params(pcm, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1, rate, 1, latency_us);
        error < 0) {
        return snd_strerror(error);
    }
    const auto samples = tone();
    const snd_pcm_sframes_t written = snd_pcm_writei(pcm, samples.data(), samples.size());
    if (written < 0) return snd_strerror(static_cast<int>(written));
    snd_pcm_drain(pcm);
    return {};
}

}  // namespace

struct Sound::Parts {
    std::string device;
    std::function<void()> changed;
    std::atomic<bool> playing = false;
    mutable std::mutex mutex;
    std::string problem;
    std::jthread thread;  // last: it uses the others
};

Sound::Sound(std::string device, std::function<void()> changed) : parts_(std::make_unique<Parts>()) {
    parts_->device = std::move(device);
    parts_->changed = std::move(changed);
}

Sound::~Sound() = default;

void Sound::play() {
    if (parts_->playing.exchange(true)) return;
    parts_->thread = std::jthread([parts = parts_.get()] {
        std::string problem = play_on(parts->device);
        {
            const std::lock_guard hold(parts->mutex);
            parts->problem = std::move(problem);
        }
        parts->playing = false;
        parts->changed();
    });
}

std::string Sound::problem() const {
    const std::lock_guard hold(parts_->mutex);
    return parts_->problem;
}

}  // namespace hamer::ui
