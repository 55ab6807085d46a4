// What a screen may know of a meeting, whoever keeps it: the chair's desk, or a window that only looks on.
//
// A view of things that others own; use it at once and do not keep it.
#pragma once

#include "service/meeting/desk.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

struct Observed {
    const Session& session;
    const Municipality& municipality;
    const std::string& session_id;
    Stamp now;
    std::chrono::seconds statement_limit{120};
    // Only the desk itself knows these.
    StorageHealth storage{};
    const Error* register_problem = nullptr;
    const Reopened* reopened = nullptr;
    bool other_settings = false;        // those that come with the program, as one's own cannot be read
    std::vector<HandedOver> records{};  // of this session, in the register
    std::string register_place{};
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

[[nodiscard]] Observed observe(const Desk& desk);

}  // namespace hamer
