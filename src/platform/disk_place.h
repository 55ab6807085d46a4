// Where a folder lies: on a disk of this machine, or where other machines or programs have a hand in it. There bytes
// that were made durable may not be, or come back as they were before.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace hamer {

enum class FolderKind {
    Unknown,    // the system does not tell, or tells of a file system that Hamer does not know
    Local,      // a disk of this machine
    Removable,  // one that can be pulled out
    Memory,     // gone with the power
    Network,    // on another machine
    Program,    // a file system that a program makes up, such as sshfs
    Synced,     // a program makes it the same on other machines
};

struct FolderPlace {
    FolderKind kind = FolderKind::Unknown;
    std::string name{};  // of the file system or the program: "ext4", "nfs4", "OneDrive"; may be empty
};

// Of a folder that need not be there yet: then of where it would be made. Links are followed. Asks the disk; any
// thread.
[[nodiscard]] FolderPlace place_of(const std::filesystem::path& folder);

// The program that keeps folders of such a name the same on several machines; empty where no part of the path is one.
// By the name alone: for the systems' own folders.
[[nodiscard]] std::string_view syncing_program(const std::filesystem::path& path);

}  // namespace hamer
