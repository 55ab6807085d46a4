// Runs a command line without the rights of an administrator, as an ordinary user has it; gives its exit status.
//
//   ordinary_user COMMAND LINE…
#include <cstdio>
#include <string>
#include <windows.h>

namespace {

// The rest of this program's own command line, as it was given.
std::wstring rest() {
    const wchar_t* line = ::GetCommandLineW();
    const bool quoted = *line == L'"';
    if (quoted) ++line;
    while (*line != 0 && *line != (quoted ? L'"' : L' ')) ++line;
    if (quoted && *line == L'"') ++line;
    while (*line == L' ') ++line;
    return line;
}

HANDLE without_rights() {
    BYTE administrators[SECURITY_MAX_SID_SIZE];
    DWORD size = sizeof administrators;
    HANDLE own = nullptr;
    HANDLE restricted = nullptr;
    if (::CreateWellKnownSid(WinBuiltinAdministratorsSid, nullptr, administrators, &size) == 0 ||
        ::OpenProcessToken(::GetCurrentProcess(), TOKEN_ALL_ACCESS, &own) == 0) {
        return nullptr;
    }
    SID_AND_ATTRIBUTES disabled{administrators, 0};
    ::CreateRestrictedToken(own, DISABLE_MAX_PRIVILEGE, 1, &disabled, 0, nullptr, 0, nullptr, &restricted);
    return restricted;
}

}  // namespace

int main() {
    std::wstring line = rest();
    STARTUPINFOW how{};
    how.cb = sizeof how;
    how.dwFlags = STARTF_USESTDHANDLES;
    how.hStdOutput = ::GetStdHandle(STD_OUTPUT_HANDLE);
    how.hStdError = ::GetStdHandle(STD_ERROR_HANDLE);
    PROCESS_INFORMATION started{};
    const HANDLE user = without_rights();
    if (user == nullptr || ::CreateProcessAsUserW(user, nullptr, line.data(), nullptr, nullptr, TRUE, 0, nullptr,
                                                  nullptr, &how, &started) == 0) {
        std::fprintf(stderr, "error %lu\n", ::GetLastError());
        return 99;
    }
    DWORD status = 98;
    ::WaitForSingleObject(started.hProcess, INFINITE);
    ::GetExitCodeProcess(started.hProcess, &status);
    return static_cast<int>(status);
}
