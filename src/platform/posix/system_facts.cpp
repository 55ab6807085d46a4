#include "platform/system_facts.h"

#include "base/text.h"
#include "platform/posix/input_devices.h"

#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <sys/utsname.h>

namespace hamer {

namespace fs = std::filesystem;

namespace {

// os-release(5): PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
std::string name_of_system() {
    for (const char* file : {"/etc/os-release", "/usr/lib/os-release"}) {
        std::ifstream lines(file);
        std::string line;
        while (std::getline(lines, line)) {
            constexpr std::string_view key = "PRETTY_NAME=";
            if (!line.starts_with(key)) continue;
            std::string value = line.substr(key.size());
            std::erase(value, '"');
            return printable(value, 200);
        }
    }
    return {};
}

}  // namespace

std::string system_in_words() {
    utsname kernel{};
    if (::uname(&kernel) != 0) return name_of_system();
    const std::string name = name_of_system();
    return fmt::format("{}{}{} {}, {}", name, name.empty() ? "" : ", ", kernel.sysname, kernel.release, kernel.machine);
}

// The variable, or else the file that the link of the machine's zone leads to (localtime(5)).
std::string zone_name() {
    if (const char* variable = std::getenv("TZ"); variable != nullptr && *variable != '\0') {
        return printable(*variable == ':' ? variable + 1 : variable, 100);
    }
    std::error_code code;
    const std::string file = fs::canonical("/etc/localtime", code).string();
    constexpr std::string_view folder = "/zoneinfo/";
    const std::size_t at = file.find(folder);
    return at == std::string::npos ? std::string() : printable(file.substr(at + folder.size()), 100);
}

std::optional<bool> has_touch_screen() {
    std::ifstream devices("/proc/bus/input/devices");
    if (!devices) return std::nullopt;
    return lists_touch_screen(devices);
}

std::optional<fs::path> user_home() {
    const char* home = std::getenv("HOME");
    if (home == nullptr || *home != '/') return std::nullopt;
    return fs::path(home);
}

}  // namespace hamer
