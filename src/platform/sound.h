// What comes out of the loudspeaker.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace hamer {

// Plays the samples, of one channel and so many a second, to their end. Waits for the sound system for as long as that
// takes, which may be for ever: on a thread that may be left behind. `device` is the system's name of one; "default" is
// the usual one. Gives what went wrong, in the system's words; empty: nothing.
[[nodiscard]] std::string play_samples(const std::string& device, unsigned samples_per_second,
                                       std::span<const std::int16_t> samples);

}  // namespace hamer
