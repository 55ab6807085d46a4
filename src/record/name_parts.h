// The words of a person's name: which of them stand for the person alone, and which of those are the surname.
//
// "Anna-Maria van den Berg-Smit": Anna, Maria; Berg and Smit are the surname. What comes before a comma is one too
// ("Vries, Jan de"); else what follows the first small word between ("van den"), else the last word. Titles and small
// words are none. A name that was typed without any capital is taken as if it had them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hamer {

struct NamePart {
    std::string text;
    bool is_surname = false;
};
[[nodiscard]] std::vector<NamePart> parts_of_name(std::string_view name);

}  // namespace hamer
