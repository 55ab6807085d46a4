#include "service/store/stray_files.h"

#include <algorithm>
#include <array>
#include <string>

namespace hamer {

namespace {

constexpr std::array<std::string_view, 3> of_file_managers = {"thumbs.db", "ehthumbs.db", "desktop.ini"};
constexpr std::array<std::string_view, 5> endings = {"~", ".tmp", ".part", ".swp", ".lnk"};
constexpr std::array<std::string_view, 2> copies = {"conflict", "konflikt"};  // in the languages of such programs

std::string in_small_letters(std::string_view name) {
    std::string made(name);
    for (char& c : made) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return made;
}

}  // namespace

bool is_stray(std::string_view name) {
    if (name.empty() || std::string_view(".~$@#").find(name.front()) != std::string_view::npos) return true;
    const std::string small = in_small_letters(name);
    return std::ranges::find(of_file_managers, small) != of_file_managers.end() ||
           std::ranges::any_of(endings, [&](std::string_view one) { return small.ends_with(one); }) ||
           std::ranges::any_of(copies, [&](std::string_view one) { return small.find(one) != std::string::npos; });
}

bool is_stray_in_session(std::string_view name) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    };
    return is_stray(name) || !std::ranges::all_of(name, is_plain);
}

}  // namespace hamer
