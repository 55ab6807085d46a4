// What one check of `hamer selftest` found.
#pragma once

#include "base/result.h"

#include <string>

namespace hamer {

enum class FindingKind { Good, Mind, Failed, NotTried };

struct Finding {
    FindingKind kind = FindingKind::Good;
    LocalText subject;
    LocalText measured;
    LocalText advice{};  // what to do; mostly empty where all is well
};

[[nodiscard]] LocalText word_for(FindingKind kind);  // "let op", "mind"
// One line, without its end.
[[nodiscard]] std::string line_of(const Finding& finding, Language language);

// A failure of the system as a finding.
[[nodiscard]] Finding failed_by(const LocalText& subject, const Error& error);
[[nodiscard]] Finding not_tried(const LocalText& subject, const LocalText& why);

// A measured number with so many digits behind the comma, or the point.
[[nodiscard]] LocalText figure(double value, int digits);

}  // namespace hamer
