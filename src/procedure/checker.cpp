#include "procedure/checker.h"

#include "procedure/check_parts.h"

#include <iterator>

namespace hamer {

std::vector<std::string> names(const Procedure& procedure, const std::vector<std::size_t>& events) {
    std::vector<std::string> ids;
    for (const std::size_t event : events) ids.push_back(procedure.events[event].id);
    return ids;
}

CheckReport check(const Procedure& procedure, const std::vector<std::string>& placeholders,
                  const std::vector<Slip>& slips) {
    CheckReport report;
    report.properties = std::size(situation_properties) + std::size(text_properties) + std::size(list_properties) +
                        procedure.properties.size();
    const auto add = [&](std::vector<Violation> found) {
        report.violations.insert(report.violations.end(), std::make_move_iterator(found.begin()),
                                 std::make_move_iterator(found.end()));
    };
    add(check_texts(procedure, placeholders));
    add(check_meanings(procedure));
    add(check_lists(procedure, slips));
    report.warnings = check_lengths(procedure);
    const StateSpace space(procedure);
    if (!space.is_complete()) {
        add({{"situations-countable", "too many combinations of states to look through; expected at most 2^24", {}}});
        return report;
    }
    report.situations = space.situations().size();
    report.steps = space.edges().size();
    for (Warning& warning : check_acts(procedure)) report.warnings.push_back(std::move(warning));
    add(check_counts(procedure, space));
    add(check_apart(procedure, space));
    add(check_situations(procedure, space));
    add(check_guide(procedure, space));
    add(check_properties(procedure, space));
    return report;
}

}  // namespace hamer
