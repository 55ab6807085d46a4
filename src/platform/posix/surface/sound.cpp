#include "platform/sound.h"

#include <alsa/asoundlib.h>
#include <memory>

namespace hamer {

namespace {

constexpr unsigned latency_us = 200'000;

// ALSA would otherwise write on the terminal.
void quiet(const char*, int, const char*, int, const char*, ...) {}

}  // namespace

std::string play_samples(const std::string& device, unsigned samples_per_second,
                         std::span<const std::int16_t> samples) {
    snd_lib_error_set_handler(quiet);
    snd_pcm_t* pcm = nullptr;
    if (const int error = snd_pcm_open(&pcm, device.c_str(), SND_PCM_STREAM_PLAYBACK, 0); error < 0) {
        return snd_strerror(error);
    }
    const std::unique_ptr<snd_pcm_t, int (*)(snd_pcm_t*)> open(pcm, snd_pcm_close);
    if (const int error = snd_pcm_set_params(pcm, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                                             samples_per_second, 1, latency_us);
        error < 0) {
        return snd_strerror(error);
    }
    const snd_pcm_sframes_t written = snd_pcm_writei(pcm, samples.data(), samples.size());
    if (written < 0) return snd_strerror(static_cast<int>(written));
    snd_pcm_drain(pcm);
    return {};
}

}  // namespace hamer
