// Makes calls on one folder hang, as a disk does that does not answer: loaded into the program by LD_PRELOAD.
//
// HAMER_SLOW_FOLDER is the folder. The file that HAMER_SLOW_CONTROL names holds letters, one for each class of calls
// that hangs as long as it stands there: o open, s sync, w write, r read, t look at a name, m change a name or lock.
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

bool hangs(char kind) {
    const char* control = std::getenv("HAMER_SLOW_CONTROL");
    if (!control) return false;
    const long file = syscall(SYS_openat, AT_FDCWD, control, O_RDONLY | O_CLOEXEC, 0);
    if (file < 0) return false;
    char letters[32] = {};
    const long count = syscall(SYS_read, file, letters, sizeof letters - 1);
    syscall(SYS_close, file);
    return count > 0 && std::strchr(letters, kind) != nullptr;
}

bool is_inside(const char* path) {
    const char* folder = std::getenv("HAMER_SLOW_FOLDER");
    return folder && path && std::strncmp(path, folder, std::strlen(folder)) == 0;
}

void wait_on(char kind, const char* path) {
    if (!is_inside(path)) return;
    while (hangs(kind)) {
        const timespec moment{0, 20'000'000};
        syscall(SYS_nanosleep, &moment, nullptr);
    }
}

void wait_on(char kind, int descriptor) {
    char link[64];
    char path[512] = {};
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    if (syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1) > 0) wait_on(kind, path);
}

// The same call of the system's library.
template <typename Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

#define HAMER_WAITING(kind, gives, name, parameters, where, arguments) \
    extern "C" gives name parameters {                                 \
        wait_on(kind, where);                                          \
        static auto* const call = real<gives parameters>(#name);       \
        return call arguments;                                         \
    }

#define HAMER_OPENING(name)                                                \
    extern "C" int name(const char* path, int flags, ...) {                \
        va_list rest;                                                      \
        va_start(rest, flags);                                             \
        const auto mode = va_arg(rest, unsigned);                          \
        va_end(rest);                                                      \
        wait_on('o', path);                                                \
        static auto* const call = real<int(const char*, int, ...)>(#name); \
        return call(path, flags, mode);                                    \
    }
HAMER_OPENING(open)
HAMER_OPENING(open64)

#define HAMER_OPENING_AT(name)                                                  \
    extern "C" int name(int folder, const char* path, int flags, ...) {         \
        va_list rest;                                                           \
        va_start(rest, flags);                                                  \
        const auto mode = va_arg(rest, unsigned);                               \
        va_end(rest);                                                           \
        if (path[0] == '/')                                                     \
            wait_on('o', path);                                                 \
        else if (folder >= 0)                                                   \
            wait_on('o', folder);                                               \
        static auto* const call = real<int(int, const char*, int, ...)>(#name); \
        return call(folder, path, flags, mode);                                 \
    }
HAMER_OPENING_AT(openat)
HAMER_OPENING_AT(openat64)

HAMER_WAITING('o', FILE*, fopen, (const char* path, const char* mode), path, (path, mode))
HAMER_WAITING('o', FILE*, fopen64, (const char* path, const char* mode), path, (path, mode))
HAMER_WAITING('o', DIR*, opendir, (const char* path), path, (path))
HAMER_WAITING('s', int, fdatasync, (int file), file, (file))
HAMER_WAITING('s', int, fsync, (int file), file, (file))
HAMER_WAITING('w', ssize_t, write, (int file, const void* bytes, size_t size), file, (file, bytes, size))
HAMER_WAITING('w', ssize_t, pwrite, (int file, const void* bytes, size_t size, off_t at), file, (file, bytes, size, at))
HAMER_WAITING('w', ssize_t, pwrite64, (int file, const void* bytes, size_t size, off64_t at), file,
              (file, bytes, size, at))
HAMER_WAITING('w', int, ftruncate, (int file, off_t size), file, (file, size))
HAMER_WAITING('r', ssize_t, read, (int file, void* bytes, size_t size), file, (file, bytes, size))
HAMER_WAITING('r', ssize_t, pread, (int file, void* bytes, size_t size, off_t at), file, (file, bytes, size, at))
HAMER_WAITING('r', ssize_t, pread64, (int file, void* bytes, size_t size, off64_t at), file, (file, bytes, size, at))
HAMER_WAITING('t', int, stat, (const char* path, struct stat* found), path, (path, found))
HAMER_WAITING('t', int, stat64, (const char* path, struct stat64* found), path, (path, found))
HAMER_WAITING('t', int, lstat, (const char* path, struct stat* found), path, (path, found))
HAMER_WAITING('t', int, lstat64, (const char* path, struct stat64* found), path, (path, found))
HAMER_WAITING('t', int, access, (const char* path, int mode), path, (path, mode))
HAMER_WAITING('m', int, rename, (const char* from, const char* to), from, (from, to))
HAMER_WAITING('m', int, mkdir, (const char* path, mode_t mode), path, (path, mode))
HAMER_WAITING('m', int, unlink, (const char* path), path, (path))
HAMER_WAITING('m', int, chmod, (const char* path, mode_t mode), path, (path, mode))
HAMER_WAITING('m', int, flock, (int file, int how), file, (file, how))
