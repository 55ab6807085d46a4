// An incident outside a meeting, a signal, a risk estimate or what was held to learn from, as it is typed before it has
// a record.
#pragma once

#include "base/text.h"
#include "base/time.h"
#include "record/draft.h"
#include "service/clerk/clerk_values.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

struct FreshIncident {
    std::string id{};  // of the record that it becomes
    std::string what{}, place{}, date{}, time{};
    std::optional<Channel> channel{};
    std::optional<Office> affected{};
    // Reported, Signal, Estimate or Learning; of the last two the date is that of the gathering, and there is no time.
    IncidentKind kind = IncidentKind::Reported;
    LearningKind learning = LearningKind::Introduction;
    std::vector<Body> bodies{};
};

[[nodiscard]] FreshIncident begun_at(Instant now);
// As a draft that has no record either; nothing: nothing was typed.
[[nodiscard]] std::optional<Draft> draft_of(const FreshIncident& fresh);
[[nodiscard]] FreshIncident fresh_of(const Draft& draft, Instant now);
// When it began, as typed; nothing where that cannot be, with why by the field's key in `wrong`.
[[nodiscard]] std::optional<Instant> start_of(const FreshIncident& fresh, Instant now,
                                              std::map<std::string, LocalText>& wrong);
[[nodiscard]] ReportedIncident told_of(const FreshIncident& fresh, Instant started);

}  // namespace hamer::ui
