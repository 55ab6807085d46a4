// What a procedure's file says and cannot mean: a name twice in a list of names, or nothing in a list that must name
// something. It is read all the same, as a meeting may have begun with it; `hamer check` tells of it.
#pragma once

#include <string>

namespace hamer {

struct Slip {
    enum class Kind { Twice, Empty } kind = Kind::Twice;
    std::string place;  // as a JSON pointer: "/properties/3/id"
    std::string name;   // the one that stands twice
};

}  // namespace hamer
