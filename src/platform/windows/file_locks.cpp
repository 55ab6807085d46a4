#include "platform/file_locks.h"

#include "platform/random.h"
#include "platform/windows/names.h"
#include "platform/windows/own_access.h"

namespace hamer {

bool has_locks(const std::filesystem::path& beside) {
    const auto name = system_name(beside.parent_path() / (".hamer-lock-" + random_hex(4)));
    if (!name) return true;
    const Handle file(::CreateFileW(name->c_str(), GENERIC_READ | GENERIC_WRITE | DELETE,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                    own_attributes(Kind::File).attributes, CREATE_NEW,
                                    FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, nullptr));
    if (!file.valid()) return true;
    // The kind that SQLite takes.
    OVERLAPPED first{};
    if (::LockFileEx(file.get(), LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &first) != 0)
        return true;
    const DWORD why = ::GetLastError();
    return why != ERROR_NOT_SUPPORTED && why != ERROR_INVALID_FUNCTION && why != ERROR_CALL_NOT_IMPLEMENTED;
}

}  // namespace hamer
