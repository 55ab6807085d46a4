#include "main/selftest/nameless.h"

#include "platform/system_facts.h"
#include "platform/user_folders.h"

#include <algorithm>

namespace hamer {

Nameless::Nameless(std::vector<Replacement> replacements) : replacements_(std::move(replacements)) {
    // A stroke alone is no name.
    std::erase_if(replacements_, [](const Replacement& each) { return each.first.size() < 2; });
    std::ranges::stable_sort(replacements_, std::ranges::greater{},
                             [](const Replacement& each) { return each.first.size(); });
}

std::string Nameless::operator()(std::string text) const {
    for (const auto& [name, shown] : replacements_) {
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + shown.size())) {
            text.replace(at, name.size(), shown);
        }
    }
    return text;
}

Nameless names_of_this_user(const std::filesystem::path& data, const std::string& given, const std::string& shown) {
    std::vector<Nameless::Replacement> names{{data.string(), shown}};
    // A short one, as ".", may be anywhere in a text.
    if (std::filesystem::path(given).is_absolute()) names.emplace_back(given, shown);
    if (const auto home = user_home()) names.emplace_back(home->string(), "~");
    names.emplace_back(program_file().parent_path().string(), "…");
    return Nameless(std::move(names));
}

}  // namespace hamer
