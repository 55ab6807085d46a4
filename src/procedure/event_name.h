// What an event is called where it is not known which one in a row it is: its label without the place for its number,
// "{nth} verzoek uitgesproken" → "Verzoek uitgesproken".
#pragma once

#include "base/text.h"
#include "procedure/procedure.h"

#include <string>

namespace hamer {

[[nodiscard]] std::string event_name(const Event& event, Language language);

}  // namespace hamer
