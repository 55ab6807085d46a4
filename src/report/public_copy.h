// A record for who asks for it under the Wet open overheid: what happened and how it was handled, without personal
// data.
//
// It is made of what it is for. Of what was typed it has only what happened and the words of the chair and of the
// municipality; no notes, no descriptions, nobody's name, home, health, office or measure. Names and addresses of the
// record's persons are taken out of those texts too. A name that stands in no person's field is not known, and the
// paper says so: somebody has to read it before it is given.
#pragma once

#include "report/document.h"

namespace hamer {

[[nodiscard]] Document public_copy(const IncidentRecord& record, Language language);

}  // namespace hamer
