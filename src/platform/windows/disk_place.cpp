// What OneDrive keeps the same on other machines it names in variables of each process; a folder that the administrator
// redirected is one on a server, so a network's name or a drive that stands for one.
#include "platform/disk_place.h"

#include "platform/windows/system.h"

#include <algorithm>
#include <optional>

namespace hamer {

namespace fs = std::filesystem;

namespace {

FolderKind kind_of_drive(UINT drive) {
    switch (drive) {
        case DRIVE_FIXED:
            return FolderKind::Local;
        case DRIVE_REMOVABLE:
        case DRIVE_CDROM:
            return FolderKind::Removable;
        case DRIVE_REMOTE:
            return FolderKind::Network;
        case DRIVE_RAMDISK:
            return FolderKind::Memory;
        default:
            return FolderKind::Unknown;
    }
}

std::optional<fs::path> variable(const wchar_t* name) {
    std::wstring value(32768, L'\0');
    const DWORD size = ::GetEnvironmentVariableW(name, value.data(), static_cast<DWORD>(value.size()));
    value.resize(size < value.size() ? size : 0);
    if (value.empty()) return std::nullopt;
    return fs::path(value);
}

// Windows' names do not tell large letters from small ones.
bool same_name(const fs::path& one, const fs::path& other) {
    return ::CompareStringOrdinal(one.c_str(), -1, other.c_str(), -1, TRUE) == CSTR_EQUAL;
}

bool is_within(const fs::path& path, const fs::path& folder) {
    auto at = path.begin();
    for (const fs::path& part : folder) {
        if (part.empty()) continue;  // behind a stroke at the end
        if (at == path.end() || !same_name(*at, part)) return false;
        ++at;
    }
    return true;
}

bool is_synced_by_onedrive(const fs::path& path) {
    for (const wchar_t* name : {L"OneDrive", L"OneDriveCommercial", L"OneDriveConsumer"}) {
        if (const auto folder = variable(name); folder && is_within(path, *folder)) return true;
    }
    return false;
}

// \\server\share, also behind \\?\UNC\; never \\?\C:\ nor a device.
bool is_network_name(const std::wstring& name) {
    if (name.starts_with(L"\\\\?\\UNC\\")) return true;
    return name.starts_with(L"\\\\") && !name.starts_with(L"\\\\?\\") && !name.starts_with(L"\\\\.\\");
}

}  // namespace

FolderPlace place_of(const fs::path& folder) {
    std::error_code code;
    fs::path whole = fs::weakly_canonical(fs::absolute(folder, code), code);
    if (code) whole = folder;
    whole.make_preferred();
    if (is_network_name(whole.native())) return {FolderKind::Network, "SMB"};
    std::wstring volume(32768, L'\0');
    FolderPlace place;
    if (::GetVolumePathNameW(whole.c_str(), volume.data(), static_cast<DWORD>(volume.size())) != 0) {
        wchar_t type[MAX_PATH + 1] = {};
        if (::GetVolumeInformationW(volume.c_str(), nullptr, 0, nullptr, nullptr, nullptr, type, MAX_PATH) != 0) {
            place.name = to_utf8(type);
        }
        place.kind = kind_of_drive(::GetDriveTypeW(volume.c_str()));
        if (place.kind == FolderKind::Network) return {place.kind, place.name.empty() ? "SMB" : place.name};
    }
    if (is_synced_by_onedrive(whole)) return {FolderKind::Synced, "OneDrive"};
    if (const auto program = syncing_program(whole); !program.empty()) {
        return {FolderKind::Synced, std::string(program)};
    }
    return place;
}

}  // namespace hamer
