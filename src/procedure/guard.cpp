#include "procedure/guard.h"

#include <algorithm>

namespace hamer {

bool holds(const Guard& guard, const Configuration& configuration) {
    const auto holds_here = [&](const Guard& part) { return holds(part, configuration); };
    switch (guard.kind) {
        case Guard::Kind::In:
            return configuration[guard.in.region] == guard.in.state;
        case Guard::Kind::Not:
            return !holds_here(guard.of.front());
        case Guard::Kind::And:
            return std::ranges::all_of(guard.of, holds_here);
        case Guard::Kind::Or:
            return std::ranges::any_of(guard.of, holds_here);
    }
    return false;
}

}  // namespace hamer
