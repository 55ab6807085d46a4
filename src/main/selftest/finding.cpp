#include "main/selftest/finding.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

LocalText word_for(FindingKind kind) {
    switch (kind) {
        case FindingKind::Good:
            return {"goed", "ok"};
        case FindingKind::Mind:
            return {"let op", "mind"};
        case FindingKind::Failed:
            return {"niet goed", "failed"};
        case FindingKind::NotTried:
            break;
    }
    return {"niet geprobeerd", "not tried"};
}

std::string line_of(const Finding& finding, Language language) {
    const std::string begun = fmt::format("{:<15}  {:<12}  {}", word_for(finding.kind).in(language),
                                          finding.subject.in(language), finding.measured.in(language));
    return finding.advice.empty() ? begun : fmt::format("{}. {}", begun, finding.advice.in(language));
}

Finding failed_by(const LocalText& subject, const Error& error) {
    const auto told_in = [&](Language language) { return describe(error, language); };
    return {FindingKind::Failed, subject, {told_in(Language::Dutch), told_in(Language::English)}};
}

Finding not_tried(const LocalText& subject, const LocalText& why) { return {FindingKind::NotTried, subject, why}; }

LocalText figure(double value, int digits) {
    const std::string english = fmt::format("{:.{}f}", value, digits);
    std::string dutch = english;
    std::ranges::replace(dutch, '.', ',');
    return {dutch, english};
}

}  // namespace hamer
