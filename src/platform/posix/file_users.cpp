#include "platform/file_users.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

namespace hamer {

namespace fs = std::filesystem;

namespace {

bool has_open(const fs::path& process, const fs::path& file) {
    std::error_code code;
    for (fs::directory_iterator at(process / "fd", code), end; !code && at != end; at.increment(code)) {
        std::error_code gone;  // it may be closed meanwhile
        if (fs::read_symlink(at->path(), gone) == file && !gone) return true;
    }
    return false;
}

std::string name_of(const fs::path& process) {
    std::string name;
    std::ifstream file(process / "comm");
    std::getline(file, name);
    return name;
}

}  // namespace

// As proc(5) shows it.
std::string users_of(const fs::path& file) {
    std::error_code code;
    const fs::path whole = fs::canonical(file, code);
    if (code) return {};
    std::string users;
    for (fs::directory_iterator at("/proc", code), end; !code && at != end; at.increment(code)) {
        const std::string number = at->path().filename().string();
        const bool is_process = std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
        if (!is_process || number == std::to_string(getpid()) || !has_open(at->path(), whole)) continue;
        users += fmt::format("{}{} ({})", users.empty() ? "" : ", ", name_of(at->path()), number);
    }
    return users;
}

}  // namespace hamer
