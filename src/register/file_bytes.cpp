#include "register/file_bytes.h"

#include "register/database.h"

#include <algorithm>

namespace hamer {

std::string bytes_of_file(soci::session& sql, const std::string& where) {
    auto* backend = static_cast<soci::sqlite3_session_backend*>(sql.get_backend());
    sqlite_api::sqlite3_file* file = nullptr;
    sqlite_api::sqlite3_int64 size = 0;
    const auto refuse = [&] {
        throw RegisterError({ErrorKind::Storage, where, "cannot be read to see whether what was erased is gone",
                             "Erase once more", Trouble::Disk});
    };
    if (sqlite_api::sqlite3_file_control(backend->conn_, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
        file == nullptr || file->pMethods == nullptr || file->pMethods->xFileSize(file, &size) != SQLITE_OK) {
        refuse();
    }
    constexpr sqlite_api::sqlite3_int64 at_once = 1 << 20;
    std::string bytes(static_cast<std::size_t>(size), '\0');
    for (sqlite_api::sqlite3_int64 at = 0; at < size; at += at_once) {
        const int count = static_cast<int>(std::min(at_once, size - at));
        const int done = file->pMethods->xRead(file, bytes.data() + at, count, at);
        // It may have become shorter meanwhile.
        if (done != SQLITE_OK && done != SQLITE_IOERR_SHORT_READ) refuse();
    }
    return bytes;
}

}  // namespace hamer
