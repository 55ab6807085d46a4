// Why a party of the link says no, or ends a connection (docs/link.md, "Codes"). The sentence for a person is made at
// the edge.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hamer {

enum class LinkCode {
    BadMessage,
    NotPaired,
    Version,
    Forbidden,
    CodeWrong,
    TooMany,
    TooLarge,
    Silent,
    Replaced,
    Slow,
    // These end no connection.
    Storage,
    Gap,
    Damaged,
    TooManyForks,
    OtherDevice,
    UnknownSession,
    SessionOpen,
};

struct LinkCodeWord {
    std::string_view word;
    int closes_with;  // the closing code of RFC 6455; 0: the connection goes on
};

// In the order of the enumeration; a test holds docs/link.md and the schema to it.
inline constexpr std::array<LinkCodeWord, 17> link_codes = {{{"bad-message", 4000},
                                                             {"not-paired", 4001},
                                                             {"version", 4002},
                                                             {"forbidden", 4003},
                                                             {"code-wrong", 4004},
                                                             {"too-many", 4005},
                                                             {"too-large", 4006},
                                                             {"silent", 4008},
                                                             {"replaced", 4009},
                                                             {"slow", 4010},
                                                             {"storage", 0},
                                                             {"gap", 0},
                                                             {"damaged", 0},
                                                             {"too-many-forks", 0},
                                                             {"other-device", 0},
                                                             {"unknown-session", 0},
                                                             {"session-open", 0}}};

[[nodiscard]] constexpr std::string_view word(LinkCode code) { return link_codes[static_cast<std::size_t>(code)].word; }
[[nodiscard]] constexpr int closes_with(LinkCode code) {
    return link_codes[static_cast<std::size_t>(code)].closes_with;
}
[[nodiscard]] constexpr std::optional<LinkCode> link_code_from(std::string_view text) {
    for (std::size_t i = 0; i < link_codes.size(); ++i) {
        if (link_codes[i].word == text) return static_cast<LinkCode>(i);
    }
    return std::nullopt;
}

// What a paired device may do (docs/link.md, "Parties").
enum class LinkRole { Chair, Clerk, Onlooker, Trainer };
inline constexpr std::array<std::string_view, 4> link_roles = {"chair", "clerk", "onlooker", "trainer"};

[[nodiscard]] constexpr std::string_view word(LinkRole role) { return link_roles[static_cast<std::size_t>(role)]; }
[[nodiscard]] constexpr std::optional<LinkRole> link_role_from(std::string_view text) {
    for (std::size_t i = 0; i < link_roles.size(); ++i) {
        if (link_roles[i] == text) return static_cast<LinkRole>(i);
    }
    return std::nullopt;
}

}  // namespace hamer
