// Files and folders for this user alone, in the words of Windows: an access list, protected from what the folder above
// would give, that names nobody but the user of this process (where POSIX has the modes 0600 and 0700).
//
// The system itself (SYSTEM) and the machine's administrators are not counted as others: like root they can take any
// file, whatever its list says. https://learn.microsoft.com/windows/win32/secauthz/dacls-and-aces
#pragma once

#include "platform/windows/system.h"

#include <cstdint>
#include <string>

namespace hamer {

enum class Kind { File, Folder };

// For a call that makes such a file or folder. Null attributes, and an error number, where the system does not say who
// the user is. What is made later in such a folder, by SQLite too, is for the same user alone.
struct OwnAttributes {
    SECURITY_ATTRIBUTES* attributes = nullptr;
    int error = 0;
};
[[nodiscard]] OwnAttributes own_attributes(Kind kind);

// What others than its owner may do.
struct OthersMay {
    bool read = false;
    bool change = false;
};
// Of an open file or folder, or by name; an error number where it cannot be asked.
struct Judgement {
    OthersMay others{};
    bool own = false;  // it belongs to this user, or to those who may speak for every user
    int error = 0;
};
[[nodiscard]] Judgement judge(HANDLE open);
[[nodiscard]] Judgement judge(const std::wstring& name);

// Makes it this user's alone, unless it is. False, with GetLastError, where that is refused by a file system that knows
// access lists.
[[nodiscard]] bool make_own(const std::wstring& name, Kind kind);

}  // namespace hamer
