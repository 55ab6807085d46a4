#include "platform/disk_place.h"

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <sstream>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/sysmacros.h>

namespace hamer {

namespace fs = std::filesystem;

namespace {

struct KnownType {
    std::uint32_t magic;
    FolderKind kind;
    std::string_view name;
};

// Of <linux/magic.h> and statfs(2).
constexpr std::array known = {
    KnownType{0x00006969, FolderKind::Network, "nfs"},    KnownType{0xFF534D42, FolderKind::Network, "cifs"},
    KnownType{0xFE534D42, FolderKind::Network, "smb2"},   KnownType{0x0000517B, FolderKind::Network, "smb"},
    KnownType{0x5346414F, FolderKind::Network, "afs"},    KnownType{0x73757245, FolderKind::Network, "coda"},
    KnownType{0x00C36400, FolderKind::Network, "ceph"},   KnownType{0x0BD00BD0, FolderKind::Network, "lustre"},
    KnownType{0x01021997, FolderKind::Program, "9p"},     KnownType{0x786F4256, FolderKind::Program, "vboxsf"},
    KnownType{0x65735546, FolderKind::Program, "fuse"},   KnownType{0x01021994, FolderKind::Memory, "tmpfs"},
    KnownType{0x858458F6, FolderKind::Memory, "ramfs"},   KnownType{0x0000EF53, FolderKind::Local, "ext"},
    KnownType{0x58465342, FolderKind::Local, "xfs"},      KnownType{0x9123683E, FolderKind::Local, "btrfs"},
    KnownType{0xF2F52010, FolderKind::Local, "f2fs"},     KnownType{0x2FC12FC1, FolderKind::Local, "zfs"},
    KnownType{0xCA451A4E, FolderKind::Local, "bcachefs"}, KnownType{0x3153464A, FolderKind::Local, "jfs"},
    KnownType{0x52654973, FolderKind::Local, "reiserfs"}, KnownType{0x00003434, FolderKind::Local, "nilfs2"},
    KnownType{0x794C7630, FolderKind::Local, "overlay"},  KnownType{0x00004D44, FolderKind::Local, "vfat"},
    KnownType{0x2011BAB0, FolderKind::Local, "exfat"},    KnownType{0x5346544E, FolderKind::Local, "ntfs"},
    KnownType{0x7366746E, FolderKind::Local, "ntfs3"},    KnownType{0x0000482B, FolderKind::Local, "hfsplus"},
};

// How the folder's file system says of itself what it is; the mount alone tells which program, and which ext.
bool is_named_by_mount(FolderKind kind) { return kind == FolderKind::Program || kind == FolderKind::Local; }

// Where the folder would be made, when it is not there.
fs::path nearest_that_is_there(fs::path folder) {
    std::error_code code;
    while (!fs::exists(folder, code) && folder.has_relative_path()) folder = folder.parent_path();
    return folder;
}

// The type's own name, such as "fuse.sshfs", by the number of its device: proc(5), mountinfo.
std::string mounted_as(dev_t device) {
    const std::string wanted = fmt::format("{}:{}", ::major(device), ::minor(device));
    std::ifstream mounts("/proc/self/mountinfo");
    std::string line;
    while (std::getline(mounts, line)) {
        std::istringstream words(line);
        std::string word;
        words >> word >> word >> word;
        if (word != wanted) continue;
        while (words >> word && word != "-") {
        }
        words >> word;
        return word;
    }
    return {};
}

}  // namespace

FolderPlace place_of(const fs::path& folder) {
    std::error_code code;
    const fs::path whole = fs::weakly_canonical(fs::absolute(folder, code), code);
    const fs::path there = nearest_that_is_there(code ? folder : whole);
    struct statfs system {};
    struct stat status {};
    const std::string_view syncing = syncing_program(whole);
    if (::statfs(there.c_str(), &system) != 0 || ::stat(there.c_str(), &status) != 0) {
        return syncing.empty() ? FolderPlace{} : FolderPlace{FolderKind::Synced, std::string(syncing)};
    }
    FolderPlace place{FolderKind::Unknown, mounted_as(status.st_dev)};
    for (const KnownType& type : known) {
        if (type.magic != static_cast<std::uint32_t>(system.f_type)) continue;
        place.kind = type.kind;
        if (!is_named_by_mount(type.kind) || place.name.empty()) place.name = type.name;
    }
    // A disk of this machine whose file system happens to be a program, as that of Windows is.
    if (place.name == "fuseblk") place.kind = FolderKind::Local;
    if (place.kind != FolderKind::Network && !syncing.empty()) return {FolderKind::Synced, std::string(syncing)};
    return place;
}

}  // namespace hamer
