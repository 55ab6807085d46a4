// Stands for hamer.exe and hamer.com where the installer is tested: small, and open for as long as a test wants.
//
//   stub --version      the version that it was compiled as
//   stub --wait         until its input ends
//   stub --hold FILE    the same, with a file open that others may not move or remove
//   stub --mutex NAME   the same, with what is called so in all of Windows
//   stub --access PATH  who may do what with it, as Windows writes it
//   stub --load NAME    a library, from where Windows finds it first
#include <aclapi.h>
#include <cstdio>
#include <sddl.h>
#include <string>
#include <windows.h>

namespace {

int wait() {
    std::puts("waiting");
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    return 0;
}

int show_access(const char* path) {
    PSECURITY_DESCRIPTOR found = nullptr;
    constexpr SECURITY_INFORMATION what = OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;
    const DWORD error = ::GetNamedSecurityInfoA(path, SE_FILE_OBJECT, what, nullptr, nullptr, nullptr, nullptr, &found);
    char* text = nullptr;
    if (error != ERROR_SUCCESS ||
        ::ConvertSecurityDescriptorToStringSecurityDescriptorA(found, SDDL_REVISION_1, what, &text, nullptr) == 0) {
        return 3;
    }
    std::puts(text);
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const std::string task = count > 1 ? words[1] : "";
    if (task == "--version") {
        std::puts(STUB_VERSION);
        return 0;
    }
    if (task == "--wait") return wait();
    if (task == "--hold" && count > 2) {
        const HANDLE file = ::CreateFileA(words[2], GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr);
        return file == INVALID_HANDLE_VALUE ? 3 : wait();
    }
    if (task == "--mutex" && count > 2) return ::CreateMutexA(nullptr, FALSE, words[2]) == nullptr ? 3 : wait();
    if (task == "--load" && count > 2) return ::LoadLibraryA(words[2]) == nullptr ? 3 : 0;
    if (task == "--access" && count > 2) return show_access(words[2]);
    return 2;
}
