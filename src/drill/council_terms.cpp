#include "drill/council_terms.h"

#include <algorithm>

namespace hamer {

const CouncilTerm* term_of(const std::vector<CouncilTerm>& terms, const std::string& day) {
    const auto found =
        std::ranges::find_if(terms, [&](const CouncilTerm& one) { return one.from <= day && day <= one.until; });
    return found == terms.end() ? nullptr : &*found;
}

const HeldDrill* held_in(const std::vector<HeldDrill>& held, const CouncilTerm& term) {
    const auto found = std::ranges::find_if(held, [&](const HeldDrill& one) {
        const std::string day = calendar_date(one.held);
        return term.from <= day && day <= term.until;
    });
    return found == held.end() ? nullptr : &*found;
}

}  // namespace hamer
