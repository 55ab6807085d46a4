// For LD_PRELOAD: under HAMER_POOR_FOLDER a file system that lacks something, as HAMER_POOR_LACKS names it by letters.
//   m  modes: chmod is refused with EPERM, and what is there already has them as it was made
//   M  modes altogether: every file is said to be 0755, and chmod is refused with ENOTSUP
//   l  locks: fcntl and flock fail with ENOLCK
//   L  the same, with EOPNOTSUPP
//   s  memory that programs share: mmap fails with ENODEV
//   h  second names: link fails with EPERM
//   f  room: write fails with ENOSPC after 4,096 bytes of a file
//   y  syncs: fsync and fdatasync fail with EIO
//   u  locks that keep anybody out: flock says yes to all
//   e  what was written last: of a file named "journal" its last 2,000 bytes are not there to be read
//   n  a place on this machine: it says of itself that it is NFS
//   k  a kind that anybody knows
//   K  the same, and it does not say which either: statfs fails with ENOSYS
#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

namespace {

template <typename Function>
Function next(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool lacks(char what) {
    const char* letters = std::getenv("HAMER_POOR_LACKS");
    return letters != nullptr && std::strchr(letters, what) != nullptr;
}

bool is_there(const char* path) {
    const char* folder = std::getenv("HAMER_POOR_FOLDER");
    char whole[PATH_MAX] = {};
    if (folder == nullptr || path == nullptr) return false;
    if (path[0] != '/') {
        if (getcwd(whole, sizeof whole / 2) == nullptr) return false;
        std::strcat(whole, "/");
        std::strncat(whole, path, sizeof whole / 2 - 2);
        path = whole;
    }
    return std::strncmp(path, folder, std::strlen(folder)) == 0;
}

bool is_there(int file, const char* ending = "") {
    char link[64] = {};
    char path[PATH_MAX] = {};
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    if (readlink(link, path, sizeof path - 1) <= 0 || !is_there(path)) return false;
    const size_t length = std::strlen(path);
    const size_t wanted = std::strlen(ending);
    return length >= wanted && std::strcmp(path + length - wanted, ending) == 0;
}

int refuse(int why) {
    errno = why;
    return -1;
}

int without_modes(struct stat* found, int done, bool there) {
    if (done == 0 && there && lacks('M')) found->st_mode = (found->st_mode & S_IFMT) | 0755U;
    return done;
}

}  // namespace

extern "C" {

int chmod(const char* path, mode_t mode) noexcept {
    if (is_there(path) && (lacks('m') || lacks('M'))) return refuse(lacks('m') ? EPERM : ENOTSUP);
    return next<int (*)(const char*, mode_t)>("chmod")(path, mode);
}

int fchmod(int file, mode_t mode) noexcept {
    if (is_there(file) && (lacks('m') || lacks('M'))) return refuse(lacks('m') ? EPERM : ENOTSUP);
    return next<int (*)(int, mode_t)>("fchmod")(file, mode);
}

int stat(const char* path, struct stat* found) noexcept {
    return without_modes(found, next<int (*)(const char*, struct stat*)>("stat")(path, found), is_there(path));
}

int fstat(int file, struct stat* found) noexcept {
    return without_modes(found, next<int (*)(int, struct stat*)>("fstat")(file, found), is_there(file));
}

int flock(int file, int operation) noexcept {
    if (is_there(file) && lacks('u')) return 0;
    if (is_there(file) && (lacks('l') || lacks('L'))) return refuse(lacks('l') ? ENOLCK : EOPNOTSUPP);
    return next<int (*)(int, int)>("flock")(file, operation);
}

int fcntl64(int file, int command, ...) {
    va_list rest;
    va_start(rest, command);
    void* argument = va_arg(rest, void*);
    va_end(rest);
    const bool locks = command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK;
    if (locks && is_there(file) && (lacks('l') || lacks('L'))) return refuse(lacks('l') ? ENOLCK : EOPNOTSUPP);
    return next<int (*)(int, int, ...)>("fcntl64")(file, command, argument);
}

int fcntl(int file, int command, ...) {
    va_list rest;
    va_start(rest, command);
    void* argument = va_arg(rest, void*);
    va_end(rest);
    return fcntl64(file, command, argument);
}

void* mmap(void* at, size_t size, int protection, int flags, int file, off_t offset) noexcept {
    if (file >= 0 && (flags & MAP_SHARED) != 0 && lacks('s') && is_there(file)) {
        errno = ENODEV;
        return MAP_FAILED;
    }
    return next<void* (*)(void*, size_t, int, int, int, off_t)>("mmap")(at, size, protection, flags, file, offset);
}

void* mmap64(void* at, size_t size, int protection, int flags, int file, off64_t offset) noexcept {
    return mmap(at, size, protection, flags, file, offset);
}

int link(const char* from, const char* to) noexcept {
    if (lacks('h') && is_there(to)) return refuse(EPERM);
    return next<int (*)(const char*, const char*)>("link")(from, to);
}

int fsync(int file) {
    if (is_there(file) && lacks('y')) return refuse(EIO);
    return next<int (*)(int)>("fsync")(file);
}

int fdatasync(int file) {
    if (is_there(file) && lacks('y')) return refuse(EIO);
    return next<int (*)(int)>("fdatasync")(file);
}

ssize_t pread(int file, void* into, size_t size, off_t offset) {
    struct stat found {};
    constexpr off_t forgotten = 2000;
    if (lacks('e') && is_there(file, "/journal") && ::fstat(file, &found) == 0) {
        const off_t left = std::max<off_t>(found.st_size - forgotten - offset, 0);
        size = std::min(size, static_cast<size_t>(left));
    }
    return next<ssize_t (*)(int, void*, size_t, off_t)>("pread")(file, into, size, offset);
}

int statfs(const char* path, struct statfs* found) noexcept {
    constexpr decltype(found->f_type) nfs = 0x6969;
    constexpr decltype(found->f_type) of_nobody = 0x12345678;
    if (lacks('K') && is_there(path)) return refuse(ENOSYS);
    const int done = next<int (*)(const char*, struct statfs*)>("statfs")(path, found);
    if (done == 0 && lacks('n') && is_there(path)) found->f_type = nfs;
    if (done == 0 && lacks('k') && is_there(path)) found->f_type = of_nobody;
    return done;
}

ssize_t write(int file, const void* bytes, size_t size) {
    struct stat found {};
    if (lacks('f') && is_there(file) && ::fstat(file, &found) == 0 && found.st_size + static_cast<off_t>(size) > 4096)
        return refuse(ENOSPC);
    return next<ssize_t (*)(int, const void*, size_t)>("write")(file, bytes, size);
}
}
