#include "platform/windows/command_line.h"

#include "platform/error_number.h"
#include "platform/windows/names.h"
#include "platform/windows/system_error.h"

#include <cerrno>
#include <filesystem>

namespace hamer {

namespace {

void append_quoted(std::wstring& line, const std::wstring& word) {
    if (!word.empty() && word.find_first_of(L" \t\n\v\"") == std::wstring::npos) {
        line += word;
        return;
    }
    line += L'"';
    std::size_t backslashes = 0;
    for (const wchar_t character : word) {
        if (character == L'\\') {
            ++backslashes;
            continue;
        }
        // Before a quotation mark each of them counts for half.
        line.append(character == L'"' ? backslashes * 2 + 1 : backslashes, L'\\');
        backslashes = 0;
        line += character;
    }
    line.append(backslashes * 2, L'\\');
    line += L'"';
}

std::wstring variable(const wchar_t* name) {
    std::wstring value(32768, L'\0');
    value.resize(::GetEnvironmentVariableW(name, value.data(), static_cast<DWORD>(value.size())));
    return value;
}

bool is_file(const std::filesystem::path& path) {
    const DWORD attributes = ::GetFileAttributesW(path.c_str());
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) == 0;
}

std::filesystem::path on_path(const std::filesystem::path& name) {
    const std::wstring folders = variable(L"PATH");
    for (std::size_t begin = 0; begin <= folders.size();) {
        const std::size_t end = std::min(folders.find(L';', begin), folders.size());
        const std::filesystem::path folder = folders.substr(begin, end - begin);
        if (folder.is_absolute() && is_file(folder / name)) return folder / name;
        begin = end + 1;
    }
    return {};
}

}  // namespace

std::wstring command_line_of(const std::vector<std::string>& words) {
    std::wstring line;
    for (const std::string& word : words) {
        if (!line.empty()) line += L' ';
        append_quoted(line, to_wide(word));
    }
    return line;
}

Result<std::wstring> program_of(const std::string& word) {
    std::filesystem::path name(to_wide(word));
    const auto missing = [&] { return fail(ErrorKind::Refused, word, words_for(ENOENT), {}, Trouble::ProgramFailed); };
    std::wstring ending = name.extension().native();
    for (wchar_t& character : ending) character = static_cast<wchar_t>(::towlower(character));
    if (ending == L".bat" || ending == L".cmd") {
        return fail(ErrorKind::Refused, word,
                    LocalText{"dit is een script van de opdrachtprompt, en geen programma",
                              "this is a script of the command prompt and no program"},
                    LocalText{"Noem een programma (.exe), zoals powershell.exe met het script als argument",
                              "Name a program (.exe), such as powershell.exe with the script as its argument"},
                    Trouble::ProgramFailed);
    }
    if (ending != L".exe" && ending != L".com") name += L".exe";
    const bool has_folder = name.has_parent_path() || name.has_root_name();
    const std::filesystem::path found = has_folder ? name : on_path(name);
    if (found.empty()) return missing();
    const auto whole = system_name(found);
    if (!whole) return tl::unexpected(whole.error());
    if (!is_file(*whole)) return missing();
    // Programs are given their own name by it, and many know no prefix for long ones.
    return shown_name(*whole).native();
}

std::wstring environment_with(const std::map<std::string, std::string>& changes) {
    const auto is_changed = [&](std::wstring_view entry) {
        // The first character may be the sign itself: =C: is the folder on a drive.
        const std::wstring name(entry.substr(0, entry.find(L'=', 1)));
        for (const auto& [changed, value] : changes) {
            if (::CompareStringOrdinal(to_wide(changed).c_str(), -1, name.c_str(), -1, TRUE) == CSTR_EQUAL) return true;
        }
        return false;
    };
    std::wstring block;
    wchar_t* const own = ::GetEnvironmentStringsW();
    for (const wchar_t* each = own; each != nullptr && *each != L'\0';) {
        const std::wstring_view entry(each);
        if (!is_changed(entry)) block.append(entry).push_back(L'\0');
        each += entry.size() + 1;
    }
    if (own != nullptr) ::FreeEnvironmentStringsW(own);
    for (const auto& [name, value] : changes) block.append(to_wide(name + "=" + value)).push_back(L'\0');
    block.push_back(L'\0');
    return block;
}

}  // namespace hamer
