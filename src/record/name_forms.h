// The ways in which texts name a person, to take them out where the person is erased.
//
// The whole name, address and description count in any case of letters, with and without accents; a part of the name
// only as a word of its own that begins with a capital: "Groen" and "GROEN" are a name, "groen" is a colour, and "van"
// is in every text.
#pragma once

#include "record/dossier.h"
#include "session/entry.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

class NameForms {
  public:
    // A person may be written otherwise in each revision. By name and address alone where it is looked for in what is
    // of others: their injury and the colour of their coat are of many.
    enum class By { All, NameAndAddress };
    void add(const Person& person, By by = By::All);
    [[nodiscard]] bool empty() const { return whole_.empty() && parts_.empty(); }

    // Where somebody else is named, as the chair of a meeting, a first name alone is theirs: only the whole counts. In
    // what is of other people altogether, the whole and the names after the first one.
    enum class Match { WithParts, WithSurname, WholeOnly };
    [[nodiscard]] bool is_in(std::string_view text, Match match) const { return first_in(text, match).has_value(); }
    // Where in the text such a form stands first, and how long it is there, in bytes.
    struct Place {
        std::size_t at = 0;
        std::size_t size = 0;
        bool is_whole = false;
    };
    [[nodiscard]] std::optional<Place> first_in(std::string_view text, Match match) const;
    // With those words in the place of each.
    [[nodiscard]] std::string without(std::string_view text, Match match, std::string_view instead = erased_text) const;

  private:
    struct Form {
        std::string folded;
        bool is_surname = false;
    };
    static void add_once(std::vector<Form>& forms, const std::string& text, std::size_t shortest, bool is_surname);

    std::vector<Form> whole_;
    std::vector<Form> parts_;
};

}  // namespace hamer
