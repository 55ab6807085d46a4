// What a screen may know of a meeting, whoever keeps it: the chair's window, or one that only looks on.
//
// Refers to things that others own: use it at once and do not keep it. A value for one thread.
#pragma once

#include "base/result.h"
#include "base/text.h"
#include "base/time.h"
#include "broadcast/broadcast.h"
#include "service/handover/handed_over.h"
#include "service/meeting/storage_health.h"
#include "session/session.h"
#include "session/values.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

// How the present session came to be open.
struct Reopened {
    std::uint64_t entries = 0;
    bool tail_discarded = false;
    bool damaged = false;
    std::uint64_t brought_back = 0;  // entries brought back from the second place
};

// Where the log is besides this device's disk.
struct LogElsewhere {
    LocalText where;    // "op dit apparaat en bij de griffier"
    LocalText trouble;  // what somebody must look at; mostly empty
};

struct MeetingFacts {
    const Session& session;
    const Municipality& municipality;
    const std::string& session_id;
    Stamp now;
    std::chrono::seconds statement_limit{120};
    // Only the chair's own service knows these.
    StorageHealth storage{};
    const Error* register_problem = nullptr;
    const Reopened* reopened = nullptr;
    bool other_settings = false;        // those that come with the program, as one's own cannot be read
    std::vector<HandedOver> records{};  // of this session, in the register
    std::string register_place{};
    std::optional<LogElsewhere> elsewhere{};  // nothing where it is brought nowhere
    // In a drill: what happens, what the protocol asks now, and who leads it.
    enum class Hint { None, Step, Wait, Done };
    struct Practised {
        std::string happens;
        Hint hint = Hint::None;
        std::string asked;    // the event, where a step is asked
        std::string problem;  // what went wrong with the drill itself, in words; empty: nothing
        bool by_trainer = false;
        std::uint64_t version = 0;
    };
    std::optional<Practised> practice{};
    std::optional<BroadcastStatus> broadcast{};  // where a program controls it
};

}  // namespace hamer
