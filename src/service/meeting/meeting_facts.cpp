#include "service/meeting/meeting_facts.h"

#include "service/meeting/meeting_service.h"

namespace hamer {

MeetingFacts observe(const MeetingService& service) {
    const auto& problem = service.register_problem();
    const auto& reopened = service.reopened();
    return {.session = service.session(),
            .municipality = service.municipality(),
            .session_id = service.session_id(),
            .now = service.now(),
            .statement_limit = service.device().statement_limit(),
            .storage = service.storage(),
            .register_problem = problem ? &*problem : nullptr,
            .reopened = reopened ? &*reopened : nullptr,
            .other_settings = service.options().other_settings,
            .records = service.handed_over(),
            .register_place = shown_register(service.settings(), service.options().data),
            .broadcast = service.broadcast() ? std::optional(service.broadcast()->status()) : std::nullopt};
}

}  // namespace hamer
