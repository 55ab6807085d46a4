// A record on its way to another system, as a CloudEvent 1.0 in the structured mode, by the NL GOV profile: nothing in
// the context attributes tells of a person.
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <string>

namespace hamer {

inline constexpr std::string_view event_type = "nl.ordeverstoring.dossier-afgerond.v1";
inline constexpr std::string_view event_media_type = "application/cloudevents+json";

// `body` is a record as it was stored. (source, id) is the same for every attempt.
[[nodiscard]] Result<std::string> cloud_event(const std::string& body, const std::string& id, const std::string& record,
                                              const std::string& source, Instant time);

}  // namespace hamer
