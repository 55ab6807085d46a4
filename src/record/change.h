// Where two revisions of a record differ.
#pragma once

#include <string>

namespace hamer {

// A place as a JSON pointer, and what stands there; empty where nothing does.
struct Change {
    std::string place;
    std::string before;
    std::string after;
};

}  // namespace hamer
