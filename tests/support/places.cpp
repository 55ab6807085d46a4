#include "support/places.h"

namespace hamer::test {

const std::string& source_directory() {
    static const std::string directory = HAMER_SOURCE_DIR;
    return directory;
}

const std::string& build_directory() {
    static const std::string directory = HAMER_BINARY_DIR;
    return directory;
}

std::string hamer_program() { return build_directory() + "/hamer"; }

}  // namespace hamer::test
