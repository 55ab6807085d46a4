#include "platform/private_files.h"

#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <string>
#include <unistd.h>

namespace hamer {

namespace {

using std::filesystem::perms;

bool has_any(const std::filesystem::path& path, perms wanted) {
    std::error_code code;
    const auto status = std::filesystem::status(path, code);
    return std::filesystem::exists(status) && (status.permissions() & wanted) != perms::none;
}

}  // namespace

bool others_may_read(const std::filesystem::path& path) {
    return has_any(path, perms::group_read | perms::others_read);
}

bool others_may_change(const std::filesystem::path& path) { return has_any(path, perms::others_write); }

bool others_may_use(const std::filesystem::path& path) { return has_any(path, perms::group_all | perms::others_all); }

std::string making_private(std::string_view file) { return fmt::format("chmod 600 \"{}\"", file); }

std::string making_folder_private(std::string_view folder) { return fmt::format("chmod 700 \"{}\"", folder); }

std::string keeping_from_change(std::string_view file) { return fmt::format("chmod go-w \"{}\"", file); }

bool new_files_are_private(const std::filesystem::path& folder) {
    std::string name = (folder / ".hamer-XXXXXX").string();
    const int made = ::mkostemp(name.data(), O_CLOEXEC);
    if (made < 0) return true;
    const bool is_private = !others_may_read(name);
    ::close(made);
    ::unlink(name.c_str());
    return is_private;
}

}  // namespace hamer
