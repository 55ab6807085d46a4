// What was held to learn from (5.2), in words for who may know no names.
#pragma once

#include "base/text.h"
#include "record/held_learning.h"

#include <string>

namespace hamer {

// "raad, college; 31 namen genoteerd"; empty where neither is known.
[[nodiscard]] std::string attendance_in_words(const HeldLearning& held, Language language);
// "Besproken op 12 maart 2026, nog niet met het college."; or that it was not held that year.
[[nodiscard]] std::string discussion_in_words(const YearlyDiscussion& discussion, int year, Language language);

}  // namespace hamer
