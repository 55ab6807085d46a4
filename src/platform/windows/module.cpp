#include "platform/module.h"

#include "platform/error_number.h"
#include "platform/user_folders.h"
#include "platform/windows/names.h"
#include "platform/windows/system_error.h"

#include <fmt/format.h>

namespace hamer {

namespace {

tl::unexpected<Error> missing(const std::string& file, const std::string& problem) {
    return fail(ErrorKind::Storage, file, problem,
                "Close Hamer and start it again; if that does not help, install it again", Trouble::PartMissing);
}

bool has_room(std::uint64_t bytes) {
    MEMORYSTATUSEX memory{};
    memory.dwLength = sizeof memory;
    return ::GlobalMemoryStatusEx(&memory) == 0 || memory.ullAvailPageFile >= bytes;
}

}  // namespace

// By its whole name, in the folder `modules` beside the program, and what it needs from there or from the system's own:
// never from the folder that the program works in, where anybody may have put something of that name.
// https://learn.microsoft.com/windows/win32/dlls/dynamic-link-library-security
Result<const void*> load_module(const std::string& name, std::uint64_t room) {
    const std::string file = fmt::format("hamer-{}.dll", name);
    if (!has_room(room)) {
        return fail(ErrorKind::Storage, file,
                    LocalText{"er is te weinig geheugen voor dit deel van het programma",
                              "there is not enough memory for this part of the program"},
                    LocalText{"Sluit andere programma's", "Close other programs"});
    }
    const auto whole = program_file().parent_path() / "modules" / file;
    const HMODULE loaded = ::LoadLibraryExW(
        whole.c_str(), nullptr,
        LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_APPLICATION_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (loaded == nullptr) {
        return missing(file,
                       fmt::format("this part of the program cannot be loaded: {}", words_for(last_error_number())));
    }
    const auto* head =
        reinterpret_cast<const ModuleHead*>(reinterpret_cast<void*>(::GetProcAddress(loaded, "hamer_module")));
    if (head == nullptr) return missing(file, "this is no part of Hamer");
    if (head->version != program_version) {
        return missing(file, fmt::format("expected the part of version {}, found {}", program_version, head->version));
    }
    return head->table;
}

}  // namespace hamer
