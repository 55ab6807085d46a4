#include "support/places.h"

#include <random>
#include <stdexcept>

namespace hamer::test {

const std::string& source_directory() {
    static const std::string directory = HAMER_SOURCE_DIR;
    return directory;
}

const std::string& build_directory() {
    static const std::string directory = HAMER_BINARY_DIR;
    return directory;
}

std::string hamer_program() { return build_directory() + "/" HAMER_PROGRAM_NAME; }

std::filesystem::path make_temporary_folder(const std::string& name) {
    std::random_device random;
    const auto folder = std::filesystem::temp_directory_path() /
                        (name + "-" + std::to_string(random()) + "-" + std::to_string(random()));
    if (!std::filesystem::create_directory(folder)) throw std::runtime_error("no folder for the test");
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    return folder;
}

}  // namespace hamer::test
