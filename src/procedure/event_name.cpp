#include "procedure/event_name.h"

namespace hamer {

std::string event_name(const Event& event, Language language) {
    std::string name = expand(event.label.in(language), [](std::string_view) { return std::string(); });
    name.erase(0, name.find_first_not_of(' '));
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

}  // namespace hamer
