// The livestream as Hamer reaches it: what is wanted of it, what it is seen to be, and what is to be journaled.
//
// A control does its work on a thread of its own. Every function here returns at once, whatever the other side does;
// none throws. `changed`, which each control is given, is called from that thread whenever status() reads otherwise.
#pragma once

#include "base/text.h"
#include "base/time.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

// Leave: nothing is asked of it, as before a meeting and after it.
enum class BroadcastWish { Leave, Live, Paused };

// Something that was seen of the broadcast, for the journal.
struct BroadcastReport {
    Instant at;
    LocalText what;
};

// A try-out before the meeting: pausing and resuming, with what each took.
struct BroadcastTest {
    enum class State { Running, Passed, Failed } state = State::Running;
    std::int64_t pause_ms = 0;  // from asking to confirmation
    std::int64_t resume_ms = 0;
    LocalText problem{};
};

struct BroadcastStatus {
    enum class Link { Connecting, Ready, Lost, Refused } link = Link::Connecting;
    BroadcastWish wish = BroadcastWish::Leave;
    bool reached = false;                 // the wish is what the other side was seen to be
    std::optional<Instant> reached_at{};  // since when
    bool overdue = false;                 // it was wished two seconds ago and is not reached
    bool overridden = false;              // somebody else chose another picture meanwhile
    bool owes = false;                    // something that Hamer changed was not yet seen put back
    std::string picture{};                // the scene that is shown, where that is known
    // Why the wish is not reached, what is still to be put back, or why there is no link; never a secret.
    LocalText problem{};
    std::optional<BroadcastTest> test{};
    LocalText done{};           // what came of the last thing that was asked by hand
    std::uint64_t version = 0;  // another number whenever anything above changed
};

class BroadcastControl {
  public:
    virtual ~BroadcastControl() = default;

    // Called as often as one likes; another wish replaces the former at once. `wished` says since when.
    virtual void want(BroadcastWish wish) = 0;
    [[nodiscard]] virtual BroadcastStatus status() const = 0;
    // What was seen since the last call, oldest first.
    [[nodiscard]] virtual std::vector<BroadcastReport> take_reports() = 0;

    // By hand. Asks once more for what is wished, also where somebody else changed it or the link was refused.
    virtual void again() = 0;
    // Only while the wish is Leave.
    virtual void test() = 0;
    // Makes the scene for the pause, with the picture in this file. Where a way has none, nothing happens.
    virtual void make_slate(const std::string& picture) = 0;
    virtual void stop_stream() = 0;
    // Somebody put back what was still owed; it is asked for no more.
    virtual void forget() = 0;
};

inline constexpr std::int64_t broadcast_patience_ms = 2000;

}  // namespace hamer
