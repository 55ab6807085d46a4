#include "platform/windows/names.h"

#include "platform/windows/system.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace hamer {

namespace {

using namespace std::string_view_literals;

constexpr auto long_prefix = L"\\\\?\\"sv;
constexpr auto share_prefix = L"\\\\?\\UNC\\"sv;

bool is_separator(wchar_t character) { return character == L'\\' || character == L'/'; }

bool is_device(std::wstring_view name) {
    // With any ending too: Windows opens the device for NUL.txt.
    std::wstring bare(name.substr(0, name.find(L'.')));
    bare.erase(bare.find_last_not_of(L' ') + 1);
    std::ranges::transform(bare, bare.begin(), [](wchar_t c) {
        return c >= L'a' && c <= L'z' ? static_cast<wchar_t>(c - L'a' + L'A') : c;
    });
    constexpr std::array devices{L"CON"sv, L"PRN"sv, L"AUX"sv, L"NUL"sv, L"CONIN$"sv, L"CONOUT$"sv};
    if (std::ranges::find(devices, bare) != devices.end()) return true;
    if (bare.size() != 4 || (!bare.starts_with(L"COM") && !bare.starts_with(L"LPT"))) return false;
    return L"0123456789\u00B9\u00B2\u00B3"sv.find(bare[3]) != std::wstring_view::npos;
}

bool is_forbidden(wchar_t character) {
    return character < 32 || L"<>:\"|?*"sv.find(character) != std::wstring_view::npos;
}

// Why a part of a path is no name here; both empty where it is one.
LocalText why_not(std::wstring_view name) {
    if (name.empty() || name == L"." || name == L"..") return {};
    if (is_device(name)) return {"op Windows is dit de naam van een apparaat", "on Windows this names a device"};
    if (name.back() == L'.' || name.back() == L' ') {
        return {"op Windows kan een naam niet eindigen op een punt of een spatie",
                "on Windows a name cannot end in a full stop or a space"};
    }
    if (std::ranges::any_of(name, is_forbidden)) {
        return {"op Windows kan een naam deze tekens niet hebben: < > : \" | ? *",
                "on Windows a name cannot have these characters: < > : \" | ? *"};
    }
    return {};
}

tl::unexpected<Error> refused(const std::filesystem::path& path, const LocalText& problem) {
    return fail(ErrorKind::Storage, to_utf8(path.native()), problem,
                LocalText{"Kies een andere naam", "Choose another name"});
}

}  // namespace

Result<std::wstring> system_name(const std::filesystem::path& path) {
    const std::wstring& given = path.native();
    const bool has_prefix = given.starts_with(long_prefix);
    std::wstring_view names = given;
    if (has_prefix) names.remove_prefix(long_prefix.size());
    if (given.starts_with(L"\\\\.\\") || given.starts_with(L"//./") || given.starts_with(L"//?/")) {
        return refused(path, {"dit is een apparaat en geen bestand", "this is a device and no file"});
    }
    // A drive: C:\folder, or C:folder.
    if (names.size() >= 2 && names[1] == L':') names.remove_prefix(2);
    while (!names.empty()) {
        const auto end = std::ranges::find_if(names, is_separator);
        const auto size = static_cast<std::size_t>(end - names.begin());
        if (const LocalText problem = why_not(names.substr(0, size)); !problem.en.empty())
            return refused(path, problem);
        names.remove_prefix(std::min(names.size(), size + 1));
    }
    if (has_prefix) return given;
    const std::wstring relative = given.empty() ? L"." : given;
    std::wstring whole(given.size() + MAX_PATH, L'\0');
    DWORD size = ::GetFullPathNameW(relative.c_str(), static_cast<DWORD>(whole.size()), whole.data(), nullptr);
    if (size >= whole.size()) {
        whole.resize(size);
        size = ::GetFullPathNameW(relative.c_str(), size, whole.data(), nullptr);
    }
    whole.resize(size);
    if (whole.starts_with(L"\\\\")) return std::wstring(share_prefix) + whole.substr(2);
    return std::wstring(long_prefix) + whole;
}

std::filesystem::path shown_name(std::wstring_view name) {
    if (name.starts_with(share_prefix)) return L"\\\\" + std::wstring(name.substr(share_prefix.size()));
    if (name.starts_with(long_prefix)) name.remove_prefix(long_prefix.size());
    return name;
}

}  // namespace hamer
