// The letters of a municipality: each file of one folder, in the order of their names.
#pragma once

#include "platform/files.h"
#include "record/incident.h"
#include "record/letter_template.h"
#include "service/clerk/clerk_values.h"

#include <filesystem>
#include <string>
#include <vector>

namespace hamer {

inline constexpr std::size_t most_letters = 100, largest_letter = 256u << 10;

struct LetterShelf {
    std::vector<LetterTemplate> letters{};
    std::vector<Error> problems{};  // of what could not be read as a letter; it stands in no other's way
};
// A folder that is not there has none.
[[nodiscard]] LetterShelf letters_in(FileSystem& files, const std::filesystem::path& folder);

// Those that can be made of a record as it is, with whom each can be to.
[[nodiscard]] OfferedLetters offered_for(const IncidentRecord& record, const LetterShelf& shelf, Language language);

}  // namespace hamer
