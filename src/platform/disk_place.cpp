#include "platform/disk_place.h"

#include <array>
#include <utility>

namespace hamer {

namespace {

struct Syncing {
    std::string_view folder;  // in small letters
    std::string_view program;
};

// As their programs name the folders that they make.
constexpr std::array programs = {
    Syncing{"onedrive", "OneDrive"},         Syncing{"dropbox", "Dropbox"},
    Syncing{"nextcloud", "Nextcloud"},       Syncing{"owncloud", "ownCloud"},
    Syncing{"google drive", "Google Drive"}, Syncing{"googledrive", "Google Drive"},
    Syncing{"iclouddrive", "iCloud"},        Syncing{"icloud drive", "iCloud"},
    Syncing{"mobile documents", "iCloud"},   Syncing{"surfdrive", "SURFdrive"},
    Syncing{"pclouddrive", "pCloud"},        Syncing{"pcloud drive", "pCloud"},
    Syncing{"proton drive", "Proton Drive"}, Syncing{"syncthing", "Syncthing"},
};

std::string in_small_letters(std::string text) {
    for (char& letter : text) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return text;
}

// "OneDrive", "OneDrive - Gemeente Voorbeeld", "OneDrive-Personal", "Dropbox (Griffie)"
bool is_named(std::string_view part, std::string_view folder) {
    if (!part.starts_with(folder)) return false;
    return part.size() == folder.size() || part[folder.size()] == ' ' || part[folder.size()] == '-';
}

}  // namespace

std::string_view syncing_program(const std::filesystem::path& path) {
    for (const auto& each : path) {
        const std::string part = in_small_letters(each.string());
        for (const Syncing& one : programs) {
            if (is_named(part, one.folder)) return one.program;
        }
    }
    return {};
}

}  // namespace hamer
