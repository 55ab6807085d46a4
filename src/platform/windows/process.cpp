#include "platform/process.h"

#include "platform/windows/system.h"

#include <cstdio>
#include <fcntl.h>
#include <io.h>

namespace hamer {

namespace {

// Bytes go through as they are: Windows would make two of each end of a line, in what is redirected too.
bool has_stream(std::FILE* stream, int number) { return ::_fileno(stream) == number && ::_get_osfhandle(number) > 0; }

}  // namespace

// A program of a window has none of them; one of the console may have been given none. NUL for reading at 0 and 1, so
// that what is written there is refused, for writing at 2.
bool open_standard_streams() {
    struct Standard {
        std::FILE* stream;
        int number;
        const wchar_t* mode;
        DWORD name;
    };
    for (const Standard& each :
         {Standard{stdin, 0, L"rb", STD_INPUT_HANDLE}, Standard{stdout, 1, L"rb", STD_OUTPUT_HANDLE},
          Standard{stderr, 2, L"wb", STD_ERROR_HANDLE}}) {
        if (!has_stream(each.stream, each.number)) {
            std::FILE* made = ::_wfreopen(L"NUL", each.mode, each.stream);
            if (made == nullptr || ::_fileno(made) != each.number) return false;
            ::SetStdHandle(each.name, reinterpret_cast<HANDLE>(::_get_osfhandle(each.number)));
        }
        if (::_setmode(each.number, _O_BINARY) < 0) return false;
    }
    // What Hamer says is UTF-8. Where there is no console there is nothing to be told.
    ::SetConsoleOutputCP(CP_UTF8);
    ::SetConsoleCP(CP_UTF8);
    return true;
}

// They do, here. But a disk that is not there, or a program that breaks, would have Windows put up a box and wait for
// somebody to press its button; and a library is taken from the program's own folder or the system's, and never from
// the folder that it happens to work in.
// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-setdefaultdlldirectories
void let_writes_fail() {
    ::SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
    ::SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    ::SetDllDirectoryW(L"");
}

void write_last_words(std::string_view sentence) {
    DWORD written = 0;
    ::WriteFile(::GetStdHandle(STD_ERROR_HANDLE), sentence.data(), static_cast<DWORD>(sentence.size()), &written,
                nullptr);
}

}  // namespace hamer
