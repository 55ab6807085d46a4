#include "platform/user.h"

#include "base/text.h"

#include <array>
#include <pwd.h>
#include <string_view>
#include <unistd.h>

namespace hamer {

std::string system_user_name() {
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, 16384> room{};
    if (::getuid() == 0) return {};
    if (::getpwuid_r(::getuid(), &entry, room.data(), room.size(), &found) != 0 || !found) return {};
    // The full name is the first of the fields of GECOS, passwd(5).
    const std::string_view about = found->pw_gecos ? found->pw_gecos : "";
    const std::string_view full = about.substr(0, about.find(','));
    return printable(full.empty() ? std::string_view(found->pw_name) : full, 200);
}

std::string machine_name() {
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) return {};
    return name.data();
}

}  // namespace hamer
