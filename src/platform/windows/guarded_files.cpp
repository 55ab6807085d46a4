// Here a library's lock belongs to its own handle, and does not fall when another handle is closed: there is nothing to
// guard. https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-lockfileex
#include "platform/guarded_files.h"

#include "platform/error_number.h"
#include "platform/system_files.h"
#include "platform/windows/names.h"
#include "platform/windows/own_access.h"
#include "platform/windows/system_error.h"
#include "platform/windows/windows_file.h"

namespace hamer {

namespace {

tl::unexpected<Error> failed(const std::filesystem::path& path, const std::string& what, int code) {
    return fail(ErrorKind::Storage, path.string(), what + ": " + words_for(code),
                "Check that the folder exists and that you may write there", trouble_of(code));
}

}  // namespace

void FileGuard::add(const std::filesystem::path&) {}

FileGuard::~FileGuard() = default;

bool is_guarded(const std::filesystem::path&) { return false; }

Result<FileGuard> make_guarded_file(const std::filesystem::path& path, const std::string& what) {
    const auto name = system_name(path);
    if (!name) return tl::unexpected(name.error());
    SystemFiles files;
    if (const Status made = files.make_folder(path.parent_path()); !made) return tl::unexpected(made.error());
    const OwnAttributes own = own_attributes(Kind::File);
    if (own.error != 0) return failed(path, "cannot make " + what, own.error);
    const Handle made =
        open_patiently(*name, {.access = GENERIC_WRITE, .disposition = CREATE_NEW, .attributes = own.attributes});
    if (made.valid()) {
        // As with POSIX, what the disk says of it is not asked: the library writes and syncs in it before it matters.
        [[maybe_unused]] const Status synced = files.sync_folder(path.parent_path());
        return FileGuard();
    }
    const DWORD error = ::GetLastError();
    const DWORD attributes = ::GetFileAttributesW(name->c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES) return failed(path, "cannot make " + what, error_number_of(error));
    if ((attributes & FILE_ATTRIBUTE_DIRECTORY) != 0) {
        return fail(ErrorKind::Storage, path.string(), "expected a file, found something else",
                    "Name a file for " + what, Trouble::NotAFile);
    }
    if (!make_own(*name, Kind::File)) {
        return failed(path, "cannot make " + what + " readable for you alone", last_error_number());
    }
    return FileGuard();
}

}  // namespace hamer
