// What tests share: Leiden's procedure as shipped, a clock that moves when told, and a session to try things on.
#pragma once

#include "base/time.h"
#include "procedure/procedure.h"
#include "session/decide.h"
#include "session/session.h"

#include <atomic>
#include <memory>
#include <string>

namespace hamer::test {

[[nodiscard]] std::string source_path(const std::string& name);
[[nodiscard]] const std::string& leiden_text();
[[nodiscard]] std::shared_ptr<const Procedure> leiden();
[[nodiscard]] const Municipality& municipality();
[[nodiscard]] Meeting meeting(MeetingKind kind = MeetingKind::Council);

// 2026-03-12 20:00:00 at the start; moves one second at each reading, so that every entry has its own time.
class FakeClock final : public Clock {
  public:
    [[nodiscard]] Stamp now() const override;
    void advance(std::int64_t milliseconds) { milliseconds_ += milliseconds; }
    void set_wall_back(std::int64_t milliseconds) { wall_shift_ -= milliseconds; }

  private:
    mutable std::atomic<std::int64_t> milliseconds_ = 0;  // workers look at it too
    std::atomic<std::int64_t> wall_shift_ = 0;
};

// A session with its first entry, in memory.
[[nodiscard]] Session opened_session(const FakeClock& clock, std::shared_ptr<const Procedure> procedure = leiden(),
                                     MeetingKind kind = MeetingKind::Council);

// decide and apply; the refusal's code word, or "ok".
std::string run(Session& session, const Command& command, const FakeClock& clock);
std::string run(Session& session, const FakeClock& clock, const std::string& event, const Fields& with = {});

}  // namespace hamer::test
