// By the variables that Windows gives each process, as programs that are started by another one may be given other
// ones, and else by what the system knows: https://learn.microsoft.com/windows/win32/shell/knownfolderid
#include "platform/user_folders.h"

#include "platform/windows/names.h"
#include "platform/windows/own_access.h"

#include <shlobj.h>

namespace hamer {

namespace fs = std::filesystem;

namespace {

std::optional<fs::path> variable(const wchar_t* name) {
    std::wstring value(32768, L'\0');
    const DWORD size = ::GetEnvironmentVariableW(name, value.data(), static_cast<DWORD>(value.size()));
    value.resize(size < value.size() ? size : 0);
    const fs::path folder(value);
    if (!folder.is_absolute()) return std::nullopt;
    return folder;
}

std::optional<fs::path> folder(const wchar_t* name, const KNOWNFOLDERID& known) {
    if (auto named = variable(name)) return named;
    using Ask = HRESULT(WINAPI*)(REFKNOWNFOLDERID, DWORD, HANDLE, PWSTR*);
    const auto ask = system_function<Ask>(L"shell32.dll", "SHGetKnownFolderPath");
    wchar_t* found = nullptr;
    if (ask == nullptr || ask(known, KF_FLAG_DONT_VERIFY, nullptr, &found) != S_OK) return std::nullopt;
    fs::path path(found);
    ::CoTaskMemFree(found);
    return path;
}

// Named as Windows names folders of programs.
std::string shown(const std::string& program) {
    std::string name = program;
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

// What is on this machine, and not in the part of the profile that follows its user to others: a journal is written on
// the disk of the device in the chair's hands, and a copy of it on a server would be put back over it at a next log-in.
std::optional<fs::path> local_folder(const std::string& program, const char* part) {
    const auto local = folder(L"LOCALAPPDATA", FOLDERID_LocalAppData);
    if (!local) return std::nullopt;
    return *local / shown(program) / part;
}

// Anybody may make a folder in %PROGRAMDATA%, and a file in most that are there.
bool is_trusted(const fs::path& file) {
    const auto name = system_name(file);
    if (!name) return false;
    const Judgement found = judge(*name);
    return found.error == 0 && found.own && !found.others.change;
}

}  // namespace

std::optional<fs::path> user_data_folder(const std::string& program) { return local_folder(program, "Data"); }
std::string user_folder_variable() { return "LOCALAPPDATA"; }
std::optional<fs::path> user_state_folder(const std::string& program) { return local_folder(program, "State"); }

// Not the folder for temporary files: Windows clears that up while nobody looks, also of what is needed.
fs::path user_runtime_folder(const std::string& program) {
    return local_folder(program, "Run").value_or(fs::temp_directory_path() / shown(program));
}

// The machine's go before the user's: they are the administrator's, and of all who work at it.
std::vector<fs::path> settings_files(const std::string& program) {
    std::vector<fs::path> files;
    const fs::path name = fs::path(shown(program)) / (program + ".json");
    if (const auto all = folder(L"PROGRAMDATA", FOLDERID_ProgramData); all && is_trusted(*all / name)) {
        files.push_back(*all / name);
    }
    if (const auto own = folder(L"APPDATA", FOLDERID_RoamingAppData)) files.push_back(*own / name);
    return files;
}

fs::path program_file() {
    std::wstring name(32768, L'\0');
    const DWORD size = ::GetModuleFileNameW(nullptr, name.data(), static_cast<DWORD>(name.size()));
    name.resize(size < name.size() ? size : 0);
    return name;
}

std::optional<fs::path> program_fonts() { return program_file().parent_path() / "fonts"; }

}  // namespace hamer
