// The drawing in time in words, for who cannot see it: its span, and lane by lane what lasted and what happened, in the
// order of time. A lane of very many things names the first of them and how many there are besides.
#pragma once

#include "base/text.h"
#include "record/chart.h"

#include <string>

namespace hamer {

[[nodiscard]] std::string chart_as_text(const Chart& chart, Language language);

}  // namespace hamer
