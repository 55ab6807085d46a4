// A session in a list: what is told of it without reading all of it.
#pragma once

#include "record/session_origin.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hamer {

// How well its journal could be read, from best to worst.
enum class LogState { Whole, Torn, Damaged };
inline constexpr std::array<std::string_view, 3> log_state_words = {"whole", "torn", "damaged"};

struct SessionSummary {
    std::string id{};
    std::string files{};  // of which state its files were when this was made (service/store/session_index.h)
    std::string date{};   // the meeting's: "2026-03-12"
    std::string name{};
    std::string room{};
    std::uint64_t entries = 0;  // 0: nothing was recorded in it
    std::string head{};         // the hash of the last
    std::uint64_t incidents = 0;
    LogState log = LogState::Whole;
    bool readable = true;  // every entry could be understood
    bool closed = false;   // the meeting
    bool put_away = false;
    bool drill = false;
    std::optional<SessionOrigin> origin{};  // of a session of another device

    bool operator==(const SessionSummary&) const = default;
};

}  // namespace hamer
