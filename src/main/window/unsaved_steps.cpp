#include "main/window/unsaved_steps.h"

#include "main/commands/locations.h"
#include "main/commands/output.h"
#include "service/meeting/meeting_service.h"

namespace hamer {

std::optional<int> say_unsaved_steps(const MeetingService& service, Language language) {
    const StorageHealth health = service.storage();
    if (health.unrecorded == 0) return std::nullopt;
    const int status = report(not_on_disk(health, service.session_folder()).value());
    if (!health.second_place.empty()) {
        complain("{}: {}\n", Say{language}("Ze staan in", "They are in"), health.second_place.string());
    }
    return status;
}

}  // namespace hamer
