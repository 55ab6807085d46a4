#include "procedure/check_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

std::optional<Breach> field_violation(const Procedure& procedure, const Requires& rule) {
    const Event& event = procedure.events[rule.event];
    const Field* field = event.field(rule.field);
    if (!field) return Breach{fmt::format("{} has no field {}", event.id, rule.field), {}};
    if (!field->required) return Breach{fmt::format("{}.{} is not required", event.id, rule.field), {}};
    if (rule.must_be_true && (field->kind != FieldKind::Flag || !field->must_be_true)) {
        return Breach{fmt::format("{}.{} may be false", event.id, rule.field), {}};
    }
    if (rule.one_of.empty()) return std::nullopt;
    std::vector<std::string> ids;
    for (const Choice& choice : field->choices) ids.push_back(choice.id);
    std::vector<std::string> expected = rule.one_of;
    std::ranges::sort(ids);
    std::ranges::sort(expected);
    if (field->kind == FieldKind::Choice && ids == expected) return std::nullopt;
    return Breach{fmt::format("{}.{} allows other choices than {}", event.id, rule.field, fmt::join(expected, ", ")),
                  {}};
}

std::optional<Breach> field_violation(const Procedure& procedure, const KeptPrivate& rule) {
    const Event& event = procedure.events[rule.event];
    const Field* field = event.field(rule.field);
    if (!field) return Breach{fmt::format("{} has no field {}", event.id, rule.field), {}};
    if (!field->is_private) return Breach{fmt::format("{}.{} is not private", event.id, rule.field), {}};
    return std::nullopt;
}

}  // namespace hamer
