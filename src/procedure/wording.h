// Words that depend on the case: what kind of meeting it is, who disturbs, what led here. The first that is meant is
// said.
#pragma once

#include "base/text.h"
#include "procedure/guard.h"
#include "procedure/meeting_kind.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// The last recorded value of a field is among these.
struct CardCase {
    std::size_t event = 0;
    std::string field;
    std::vector<std::string> among;
};

// How a region came into its present state: by one of these events itself, not as what followed from another; or later
// than another region came into its own.
struct Entered {
    std::uint8_t region = 0;
    std::vector<std::size_t> by;  // empty: by any
    std::optional<std::uint8_t> after;
};

// When a card or a text is meant. All that is given must hold.
struct Condition {
    std::optional<Guard> when;
    std::vector<MeetingKind> meetings;  // empty: any
    std::optional<CardCase> recorded;
    std::optional<Entered> entered;
    bool undecided = false;  // an incident of this meeting has no decision on charges yet

    // Whether the situation and the kind of meeting alone tell.
    [[nodiscard]] bool is_plain() const { return !recorded && !entered && !undecided; }
};

// What a condition asks besides the situation: answered by the meeting (session/session.h), or by the checker.
struct Circumstances {
    Configuration configuration{};
    MeetingKind meeting = MeetingKind::Council;
    bool undecided = false;
    std::function<std::optional<std::string>(std::size_t event, std::string_view field)> recorded;
    std::function<bool(const Entered&)> entered;
};

[[nodiscard]] bool holds(const Condition& condition, const Circumstances& circumstances);

struct Worded {
    std::optional<Condition> only_for;
    LocalText text;
};

struct Wording {
    std::vector<Worded> cases;

    Wording() = default;
    Wording(LocalText text) : cases{{std::nullopt, std::move(text)}} {}  // NOLINT: a text is a wording of one case

    [[nodiscard]] bool empty() const { return cases.empty(); }
    // Null when none is meant.
    [[nodiscard]] const LocalText* choose(const Circumstances& circumstances) const;
};

}  // namespace hamer
