#include "procedure/check_parts.h"

#include <fmt/format.h>

namespace hamer {

namespace {

bool always_holds(const Guard& guard) { return guard.kind == Guard::Kind::And && guard.of.empty(); }
bool never_holds(const Guard& guard) { return guard.kind == Guard::Kind::Or && guard.of.empty(); }

// Whether it asks nothing, whatever the procedure does: a list of guards that is empty decides it. "Only where nothing
// holds" does say something: never.
struct AsksNothing {
    bool operator()(const Never& rule) const { return never_holds(rule.situation); }
    bool operator()(const Always& rule) const { return always_holds(rule.situation); }
    bool operator()(const OnlyWhen& rule) const { return always_holds(rule.situation); }
    bool operator()(const Offered& rule) const { return never_holds(rule.situation); }
    bool operator()(const Withheld& rule) const { return never_holds(rule.situation); }
    bool operator()(const OffCard& rule) const { return never_holds(rule.situation); }
    bool operator()(const After& rule) const { return always_holds(rule.situation); }
    bool operator()(const Reachable& rule) const { return never_holds(rule.from) || always_holds(rule.to); }
    template <typename Other>
    bool operator()(const Other&) const {
        return false;
    }
};

}  // namespace

std::vector<Violation> check_lists(const Procedure& procedure, const std::vector<Slip>& slips) {
    std::vector<Violation> found;
    for (const Slip& slip : slips) {
        if (slip.kind == Slip::Kind::Twice)
            found.push_back(
                {"names-once", fmt::format("{}: “{}” stands twice in this list", slip.place, slip.name), {}});
        else
            found.push_back(
                {"lists-filled", fmt::format("{}: expected at least one, found an empty list", slip.place), {}});
    }
    for (const TrailItem& item : procedure.trail) {
        if (!item.done.empty() || item.rule) continue;
        found.push_back({"lists-filled",
                         fmt::format("trail/{}/done: expected at least one event, or that it is a rule", item.source),
                         {}});
    }
    for (const Property& property : procedure.properties) {
        if (!std::visit(AsksNothing(), property.rule)) continue;
        found.push_back(
            {"lists-filled",
             fmt::format("properties/{}: an empty list of guards makes this rule hold whatever happens", property.id),
             {}});
    }
    return found;
}

}  // namespace hamer
