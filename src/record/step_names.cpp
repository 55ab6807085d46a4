#include "record/step_names.h"

#include "procedure/event_name.h"

namespace hamer {

std::string step_in_words(const Procedure* procedure, const std::string& id, Language language) {
    static const LocalText step{"stap", "step"}, note{"notitie", "note"}, deviation{"afwijking", "deviation"};
    if (id == "note") return note.in(language);
    if (id == "deviation" || id.empty()) return deviation.in(language);
    const auto number = procedure ? procedure->event(id) : std::nullopt;
    return number ? event_name(procedure->events[*number], language) : step.in(language);
}

}  // namespace hamer
