// That the program which writes a session is still there, told in a file of its own beside the journal
// (docs/journal-format.md, "alive"): it is written over every two seconds, and says so when the program ends well.
//
// A follower goes by whether the file's bytes change, by its own clock, so the two machines' clocks may differ. The
// file is never synced and nothing depends on it: a disk that does not take it only makes a follower say that it heard
// nothing.
#pragma once

#include "base/time.h"
#include "platform/files.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hamer {

inline constexpr std::string_view alive_name = "alive";
inline constexpr std::chrono::milliseconds heartbeat_every{2000};
inline constexpr std::int64_t silence_after_ms = 7000;  // three beats may be missed, as on a busy network

struct SignOfLife {
    enum class State { Running, Closed } state = State::Running;
    std::uint64_t beat = 0;
    Instant at;  // on the writer's clock
    bool operator==(const SignOfLife&) const = default;
};
[[nodiscard]] std::string write_sign_of_life(const SignOfLife& sign);
[[nodiscard]] std::optional<SignOfLife> read_sign_of_life(std::string_view text);

// Writes it from a thread of its own, as long as it lives. Destroying it writes that the program ended, and waits for
// the disk for half a second at most. `clock` outlives the process's last write.
class Heartbeat {
  public:
    Heartbeat(std::shared_ptr<FileSystem> files, std::filesystem::path folder, const Clock& clock,
              std::chrono::milliseconds every = heartbeat_every);
    ~Heartbeat();
    Heartbeat(const Heartbeat&) = delete;
    Heartbeat& operator=(const Heartbeat&) = delete;

  private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
};

// Since when nothing was heard of the program that wrote a session.
struct Silence {
    Instant since;        // of its last sign, on its own clock
    bool closed = false;  // it said that it ended
    bool operator==(const Silence&) const = default;
};

// What the signs that were read one after another come to. Pure; one thread.
class SignsOfLife {
  public:
    // The file's text at this moment, by a clock that never goes back; nothing when it is not there or cannot be read.
    void read(const std::optional<std::string>& text, std::int64_t monotonic_ms);
    // Nothing while all is well, and where there never was a sign: an older Hamer, or one without a window.
    [[nodiscard]] std::optional<Silence> silence(std::int64_t monotonic_ms) const;

  private:
    std::optional<SignOfLife> last_;
    std::int64_t heard_ms_ = 0;
};

}  // namespace hamer
