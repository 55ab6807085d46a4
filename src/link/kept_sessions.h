// What a keeper has on its disk: the seam between the link and the folders of sessions.
//
// Course 0 is the session itself; the others are forks, each whole from line 1 and in a folder of its own. What is said
// to be there, and what append() and the others say yes to, is durable and can be found.
#pragma once

#include "base/result.h"
#include "codec/link/link_message.h"
#include "journal/line.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hamer {

// What goes in one message, save that one line always does.
inline constexpr std::size_t kept_lines_bytes = 256u << 10;

struct KeptPlace {
    std::string session;
    bool drill = false;
    int course = 0;
    std::string device{};  // that writes it; empty where nothing is written
};

struct KeptCourse {
    Position head;
    bool procedure = false;  // procedure.json is there
    bool ended = false;      // it was put away, and end() said yes
    bool drill = false;      // of the session: the same for all its courses
};

// A line that was checked: it follows on the one before, and has only one way to be written.
struct CheckedLine {
    std::string payload;
    std::vector<std::string> texts;  // for private.jsonl
};

class KeptSessions {
  public:
    virtual ~KeptSessions() = default;
    // All courses of the session, in order; none where there is no such session yet.
    [[nodiscard]] virtual Result<std::vector<KeptCourse>> courses(const std::string& session) = 0;
    // The hash of that line; nothing where there is none.
    [[nodiscard]] virtual Result<std::optional<std::string>> hash_of(const KeptPlace& place, std::uint64_t seq) = 0;
    // From that line on, as many as go in one message, with their texts that are still there; none behind the head.
    [[nodiscard]] virtual Result<std::vector<LinkLine>> lines(const KeptPlace& place, std::uint64_t first) = 0;
    // Makes the course, which is the next one or has no procedure.json yet; from then on it is of that device.
    [[nodiscard]] virtual Status put_procedure(const KeptPlace& place, const std::string& text) = 0;
    // Adds lines behind `after`, which is the course's head: texts first, each synced. After a failure any beginning of
    // the lines may be there.
    [[nodiscard]] virtual Status append(const KeptPlace& place, const Position& after,
                                        std::span<const CheckedLine> lines) = 0;
    // Takes texts out of every course of the session, be it a meeting or a drill, and remembers their names for
    // erased(), also of those that are not there. Refused while it is open here. `by` is the device that said so; every
    // other one that wrote in the session is owed it.
    [[nodiscard]] virtual Result<std::optional<LinkCode>> erase(const std::string& session,
                                                                std::span<const LinkTextName> texts,
                                                                const std::string& by) = 0;
    // What that device is to be told of, until it said that it is done.
    [[nodiscard]] virtual Result<std::vector<LinkErase>> owed(const std::string& device) = 0;
    [[nodiscard]] virtual Status settled(const std::string& device, const std::string& id) = 0;
    // What erase() said yes to for this session, ever.
    [[nodiscard]] virtual Result<std::vector<LinkTextName>> erased(const std::string& session) = 0;
    // The session was put away: its record is made, as by an import. May be said again.
    [[nodiscard]] virtual Status end(const KeptPlace& place) = 0;
};

}  // namespace hamer
