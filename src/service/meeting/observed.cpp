#include "service/meeting/observed.h"

namespace hamer {

Observed observe(const Desk& desk) {
    const auto& problem = desk.register_problem();
    const auto& reopened = desk.reopened();
    return {.session = desk.session(),
            .municipality = desk.municipality(),
            .session_id = desk.session_id(),
            .now = desk.now(),
            .statement_limit = statement_limit(desk.preferences().preferences(), desk.settings()),
            .storage = desk.storage(),
            .register_problem = problem ? &*problem : nullptr,
            .reopened = reopened ? &*reopened : nullptr,
            .other_settings = desk.options().other_settings,
            .records = desk.handed_over(),
            .register_place = shown_register(desk.settings(), desk.options().data),
            .broadcast = desk.broadcast() ? std::optional(desk.broadcast()->status()) : std::nullopt};
}

}  // namespace hamer
