// The statement that records were destroyed, as an archive asks for it: what, on which ground, how, by whom and when.
// Without a word of what stood in them.
#pragma once

#include "record/dossier.h"
#include "report/document.h"

#include <optional>
#include <string>
#include <vector>

namespace hamer {

struct Destroyed {
    std::string record{};              // its id
    std::string date{};                // of the incident
    std::optional<Conduct> conduct{};  // the governing one, which decided on the term
    int years = 0;                     // of the term
    bool gone = false;                 // all of it
};

struct Destruction {
    std::string municipality{};
    std::string by{};
    Instant at{};
    std::vector<Destroyed> records{};
    std::vector<LocalText> left{};  // where something of them still is, and what to do about it
};
[[nodiscard]] Document destruction_statement(const Destruction& destruction, Language language);

}  // namespace hamer
