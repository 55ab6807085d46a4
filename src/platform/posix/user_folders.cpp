// By the XDG Base Directory Specification: a variable, or else a place below HOME.
#include "platform/user_folders.h"

#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace hamer {

namespace fs = std::filesystem;

namespace {

// A variable's value when it is an absolute path, as the specification asks.
std::optional<fs::path> folder_variable(const char* name) {
    const char* value = std::getenv(name);
    if (!value || *value != '/') return std::nullopt;
    return fs::path(value);
}

std::optional<fs::path> folder(const char* variable, const char* below_home, const std::string& program) {
    if (const auto named = folder_variable(variable)) return *named / program;
    if (const auto home = folder_variable("HOME")) return *home / below_home / program;
    return std::nullopt;
}

}  // namespace

std::optional<fs::path> user_data_folder(const std::string& program) {
    return folder("XDG_DATA_HOME", ".local/share", program);
}

std::string user_folder_variable() { return "HOME"; }

std::optional<fs::path> user_state_folder(const std::string& program) {
    return folder("XDG_STATE_HOME", ".local/state", program);
}

// The administrator's are not where the user's are (main/commands/locations.cpp).
std::vector<fs::path> settings_files(const std::string& program) {
    const auto own = folder("XDG_CONFIG_HOME", ".config", program);
    if (!own) return {};
    return {*own / (program + ".json")};
}

fs::path user_runtime_folder(const std::string& program) {
    if (const auto named = folder_variable("XDG_RUNTIME_DIR")) return *named / program;
    return fmt::format("/tmp/{}-{}", program, ::getuid());
}

fs::path program_file() {
    std::error_code code;
    return fs::read_symlink("/proc/self/exe", code);
}

// A package asks for those that it needs.
std::optional<fs::path> program_fonts() { return std::nullopt; }

}  // namespace hamer
