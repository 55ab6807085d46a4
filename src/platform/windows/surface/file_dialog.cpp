// https://learn.microsoft.com/windows/win32/shell/common-file-dialog
#include "platform/windows/surface/file_dialog.h"

#include "platform/error_number.h"
#include "platform/windows/names.h"
#include "platform/windows/system_error.h"

#include <fmt/format.h>
#include <memory>
#include <shellapi.h>
#include <shlobj.h>
#include <shlwapi.h>
#include <shobjidl.h>

namespace hamer {

namespace {

struct Release {
    void operator()(IUnknown* object) const { object->Release(); }
};
template <typename Interface>
using Com = std::unique_ptr<Interface, Release>;

// This thread speaks with objects of the shell, as long as it lives.
struct Apartment {
    Apartment() : result(::CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED | COINIT_DISABLE_OLE1DDE)) {}
    ~Apartment() {
        if (SUCCEEDED(result)) ::CoUninitialize();
    }
    Apartment(const Apartment&) = delete;
    Apartment& operator=(const Apartment&) = delete;
    HRESULT result;
};

// Puts the dialog over Hamer's window once it is there. It has no owner: Windows would tie the input of the two windows
// together, so that one that hangs holds up the other.
class Watcher final : public IFileDialogEvents {
  public:
    explicit Watcher(OpenDialog& open) : open_(open) {}
    virtual ~Watcher() = default;

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID which, void** object) override {
        const bool known = ::IsEqualIID(which, IID_IUnknown) || ::IsEqualIID(which, IID_IFileDialogEvents);
        *object = known ? this : nullptr;
        return known ? S_OK : E_NOINTERFACE;
    }
    // It lives as long as the call that made it.
    ULONG STDMETHODCALLTYPE AddRef() override { return 1; }
    ULONG STDMETHODCALLTYPE Release() override { return 1; }

    HRESULT STDMETHODCALLTYPE OnFileOk(IFileDialog*) override { return S_OK; }
    HRESULT STDMETHODCALLTYPE OnFolderChanging(IFileDialog*, IShellItem*) override { return S_OK; }
    HRESULT STDMETHODCALLTYPE OnFolderChange(IFileDialog* dialog) override {
        IOleWindow* found = nullptr;
        if (open_ != 0 || FAILED(dialog->QueryInterface(IID_IOleWindow, reinterpret_cast<void**>(&found)))) return S_OK;
        const Com<IOleWindow> window(found);
        HWND handle = nullptr;
        if (FAILED(window->GetWindow(&handle))) return S_OK;
        ::SetWindowPos(handle, HWND_TOPMOST, 0, 0, 0, 0, SWP_NOMOVE | SWP_NOSIZE);
        ::SetForegroundWindow(handle);
        open_ = reinterpret_cast<std::uintptr_t>(handle);
        return S_OK;
    }
    HRESULT STDMETHODCALLTYPE OnSelectionChange(IFileDialog*) override { return S_OK; }
    HRESULT STDMETHODCALLTYPE OnShareViolation(IFileDialog*, IShellItem*, FDE_SHAREVIOLATION_RESPONSE*) override {
        return S_OK;
    }
    HRESULT STDMETHODCALLTYPE OnTypeChange(IFileDialog*) override { return S_OK; }
    HRESULT STDMETHODCALLTYPE OnOverwrite(IFileDialog*, IShellItem*, FDE_OVERWRITE_RESPONSE*) override { return S_OK; }

  private:
    OpenDialog& open_;
};

void show_filters(IFileDialog& dialog, const std::vector<FileFilter>& filters) {
    if (filters.empty()) return;
    std::vector<std::pair<std::wstring, std::wstring>> texts;
    for (const FileFilter& filter : filters) {
        texts.emplace_back(to_wide(filter.name), L"");
        for (const std::string& pattern : filter.patterns) {
            if (!texts.back().second.empty()) texts.back().second += L';';
            texts.back().second += to_wide(pattern);
        }
    }
    std::vector<COMDLG_FILTERSPEC> specifications;
    for (const auto& [name, patterns] : texts) specifications.push_back({name.c_str(), patterns.c_str()});
    dialog.SetFileTypes(static_cast<UINT>(specifications.size()), specifications.data());
}

void begin_in(IFileDialog& dialog, const std::filesystem::path& folder) {
    if (folder.empty()) return;
    const auto name = system_name(folder);
    IShellItem* found = nullptr;
    if (!name || FAILED(::SHCreateItemFromParsingName(shown_name(*name).c_str(), nullptr, IID_IShellItem,
                                                      reinterpret_cast<void**>(&found)))) {
        return;
    }
    const Com<IShellItem> item(found);
    dialog.SetFolder(item.get());
}

std::string number(HRESULT result) { return fmt::format("0x{:08X}", static_cast<unsigned long>(result)); }

}  // namespace

ChosenFile choose_by_dialog(const FileChoice& choice, OpenDialog& open) {
    const auto failed = [&](ChooserTrouble trouble, HRESULT result) {
        return tl::unexpected(chooser_error(trouble, choice.kind, number(result)));
    };
    const Apartment apartment;
    const bool opens = choice.kind == FileChoice::Kind::Open;
    IFileDialog* made = nullptr;
    HRESULT result = ::CoCreateInstance(opens ? CLSID_FileOpenDialog : CLSID_FileSaveDialog, nullptr,
                                        CLSCTX_INPROC_SERVER, IID_IFileDialog, reinterpret_cast<void**>(&made));
    if (FAILED(result)) return failed(ChooserTrouble::None, result);
    const Com<IFileDialog> dialog(made);
    // A file of a disk, and the working folder as it is.
    constexpr DWORD options = FOS_FORCEFILESYSTEM | FOS_NOCHANGEDIR | FOS_PATHMUSTEXIST;
    dialog->SetOptions(options | (opens ? FOS_FILEMUSTEXIST : FOS_OVERWRITEPROMPT));
    dialog->SetTitle(to_wide(choice.title).c_str());
    if (!choice.suggested.empty()) dialog->SetFileName(to_wide(choice.suggested).c_str());
    show_filters(*dialog, choice.filters);
    begin_in(*dialog, choice.folder);
    Watcher watcher(open);
    DWORD cookie = 0;
    dialog->Advise(&watcher, &cookie);
    result = dialog->Show(nullptr);
    open = 0;
    dialog->Unadvise(cookie);
    if (result == HRESULT_FROM_WIN32(ERROR_CANCELLED)) return std::optional<std::filesystem::path>();
    if (FAILED(result)) return failed(ChooserTrouble::Stopped, result);
    IShellItem* chosen = nullptr;
    result = dialog->GetResult(&chosen);
    if (FAILED(result)) return failed(ChooserTrouble::Unknown, result);
    const Com<IShellItem> item(chosen);
    wchar_t* name = nullptr;
    result = item->GetDisplayName(SIGDN_FILESYSPATH, &name);
    if (FAILED(result)) return failed(ChooserTrouble::NotLocal, result);
    std::filesystem::path path(name);
    ::CoTaskMemFree(name);
    return std::optional(std::move(path));
}

Status open_by_shell(const std::filesystem::path& file) {
    const auto name = system_name(file);
    if (!name) return tl::unexpected(name.error());
    const std::filesystem::path whole = shown_name(*name);
    const DWORD attributes = ::GetFileAttributesW(name->c_str());
    if (attributes == INVALID_FILE_ATTRIBUTES) {
        const int error = last_error_number();
        return fail(ErrorKind::Storage, file.string(), words_for(error), {}, trouble_of(error));
    }
    if ((attributes & FILE_ATTRIBUTE_DIRECTORY) != 0) {
        return fail(ErrorKind::Refused, file.string(), "expected a file", {}, Trouble::NotAFile);
    }
    // Opening a program starts it.
    if (::AssocIsDangerous(whole.extension().c_str()) != 0) {
        return tl::unexpected(opening_error(file, "it is a program"));
    }
    const Apartment apartment;
    SHELLEXECUTEINFOW about{};
    about.cbSize = sizeof about;
    about.fMask = SEE_MASK_NOASYNC | SEE_MASK_FLAG_NO_UI;
    about.lpFile = whole.c_str();
    about.nShow = SW_SHOWNORMAL;
    if (::ShellExecuteExW(&about) == 0) {
        const DWORD error = ::GetLastError();
        const bool has_none = error == ERROR_NO_ASSOCIATION;
        return tl::unexpected(
            opening_error(file, has_none ? "there is no program for such files" : words_for(error_number_of(error))));
    }
    return {};
}

}  // namespace hamer
