// A file that Hamer made for somebody, outside what it keeps itself.
#pragma once

#include <string>

namespace hamer {

struct Paper {
    std::string file{};    // absolute
    std::string record{};  // that it is of; empty: of a session, or of all records
    int revision = 0;
    std::string session{};
    std::string sha256{};  // of its bytes
    bool stale = false;    // made before something was erased from what it is of: nobody knows whom it names

    bool operator==(const Paper&) const = default;
};

}  // namespace hamer
