// What goes to the police with charges or a report: the facts, all words with who said them, witnesses, footage, and
// how the log is proven. Nothing else: a suspect may read it.
//
// Not in it, whatever the record has: where anybody lives, the office holders' aftercare, who reported it to the
// municipality, what was decided and told within it, and its deadlines. Those who were affected have the town hall as
// their address (domicilie).
#pragma once

#include "report/document.h"

namespace hamer {

// `town_hall`: its address, as the settings have it.
[[nodiscard]] Document police_annex(const IncidentRecord& record, const std::string& town_hall, Language language);

}  // namespace hamer
