// The statement that records were destroyed, as an archive asks for it: what, on which ground, how, by whom and when.
// Without a word of what stood in them.
#pragma once

#include "record/incident.h"
#include "report/document.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer {

// Unsure: whether the server did it is not known, as the link broke off.
enum class Gone { Yes, No, Unsure };

struct Destroyed {
    std::string record{};  // its id
    IncidentKind kind = IncidentKind::Reported;
    std::string date{};                // when it began
    std::optional<Conduct> conduct{};  // the governing one, which decided on the term
    int years = 0;                     // of the term
    Gone gone = Gone::No;              // all of it
};

struct Destruction {
    std::string municipality{};
    std::string by{};
    std::string role{};  // on a server, where others may see other records; empty: there is none
    Instant at{};
    std::vector<Destroyed> records{};
    std::vector<LocalText> left{};  // where something of them still is, and what to do about it
};
[[nodiscard]] Document destruction_statement(const Destruction& destruction, Language language);

}  // namespace hamer
