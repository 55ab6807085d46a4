// A program for the tests of platform/child_process.h to start. Its first word says what it does.
#include "platform/windows/system.h"

#include <cstdio>
#include <cstdlib>
#include <shellapi.h>
#include <string>

int main() {
    int count = 0;
    wchar_t** const words = ::CommandLineToArgvW(::GetCommandLineW(), &count);
    const std::wstring deed = count > 1 ? words[1] : L"";
    if (deed == L"say") {
        // Each other word in brackets, as UTF-8.
        for (int i = 2; i < count; ++i) {
            char text[1024];
            ::WideCharToMultiByte(CP_UTF8, 0, words[i], -1, text, sizeof text, nullptr, nullptr);
            std::printf("[%s]", text);
        }
        return 3;
    }
    if (deed == L"wait") {
        ::Sleep(INFINITE);
    }
    if (deed == L"start") {
        // Another one of itself, which outlives this one unless it is ended with it; writes its number in a file.
        wchar_t name[MAX_PATH];
        ::GetModuleFileNameW(nullptr, name, MAX_PATH);
        std::wstring line = L"child wait";
        STARTUPINFOW about{};
        about.cb = sizeof about;
        PROCESS_INFORMATION made{};
        ::CreateProcessW(name, line.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &about, &made);
        if (FILE* file = ::_wfopen(words[2], L"wb")) {
            std::fprintf(file, "%lu\n", made.dwProcessId);
            std::fclose(file);
        }
        ::Sleep(INFINITE);
    }
    if (deed == L"write") {
        while (std::fputs("0123456789abcdef", stdout) >= 0) {
        }
        return 9;
    }
    if (deed == L"seen") {
        const wchar_t* seen = ::_wgetenv(L"HAMER_SEEN");
        const wchar_t* path = ::_wgetenv(L"PATH");
        return seen != nullptr && std::wstring(seen) == L"a b" && path != nullptr ? 7 : 1;
    }
    if (deed == L"break") ::RaiseException(0xC0000005, 0, 0, nullptr);
    return 0;
}
