// The ways in which texts name a person, to take them out where the person is erased.
//
// The whole name, address and description count in any case of letters; a part of the name only as a word of its own
// and as it is written, and only where it begins with a capital: "Groen" is a name, "groen" is a colour, and "van" is
// in every text.
#pragma once

#include "record/dossier.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

class NameForms {
  public:
    // A person may be written otherwise in each revision.
    void add(const Person& person);
    [[nodiscard]] bool empty() const { return whole_.empty() && parts_.empty(); }

    // Where somebody else is named, as the chair of a meeting, a first name alone is theirs.
    enum class Match { WithParts, WholeOnly };
    [[nodiscard]] bool is_in(std::string_view text, Match match) const { return without(text, match) != text; }
    // With `erased_text` in the place of each.
    [[nodiscard]] std::string without(std::string_view text, Match match) const;

  private:
    std::vector<std::string> whole_;
    std::vector<std::string> parts_;
};

}  // namespace hamer
