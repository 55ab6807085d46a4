// Which sessions were offered since the keeper began, and who writes each of them now.
#pragma once

#include "codec/link/link_message.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace hamer {

using ConnectionId = std::uint64_t;  // never used twice; 0: none

inline constexpr std::size_t most_remembered_sessions = 1000;

struct OfferedSession {
    bool drill = false;
    std::string run;
    bool commands = false;
    ConnectionId writer = 0;  // 0: it is not heard
    std::uint64_t turn = 0;   // the later it was offered first, the higher
};

class SessionBoard {
  public:
    [[nodiscard]] const OfferedSession* find(const std::string& session) const;
    [[nodiscard]] ConnectionId writer_of(const std::string& session) const;
    // The one that began last of those that are written now.
    [[nodiscard]] std::optional<std::string> running(bool drills_only) const;

    void offered(const LinkOffer& offer, ConnectionId writer);
    // False: it is not of this writer's session and run.
    bool switched(const LinkSwitch& commands, ConnectionId writer);
    // That writer is not heard any more, or writes none of these; the session that it wrote, if any.
    std::optional<std::string> gone(ConnectionId writer);

  private:
    void make_room();

    std::map<std::string, OfferedSession> sessions_;
    std::uint64_t turns_ = 0;
};

}  // namespace hamer
