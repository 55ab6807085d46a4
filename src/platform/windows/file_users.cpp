// By the Restart Manager, which tells who has a file open:
// https://learn.microsoft.com/windows/win32/api/restartmanager/nf-restartmanager-rmgetlist
#include "platform/file_users.h"

#include "platform/windows/names.h"
#include "platform/windows/system.h"

#include <fmt/format.h>
#include <restartmanager.h>
#include <vector>

namespace hamer {

namespace {

struct Manager {
    decltype(&::RmStartSession) start = system_function<decltype(&::RmStartSession)>(L"rstrtmgr.dll", "RmStartSession");
    decltype(&::RmRegisterResources) name =
        system_function<decltype(&::RmRegisterResources)>(L"rstrtmgr.dll", "RmRegisterResources");
    decltype(&::RmGetList) list = system_function<decltype(&::RmGetList)>(L"rstrtmgr.dll", "RmGetList");
    decltype(&::RmEndSession) end = system_function<decltype(&::RmEndSession)>(L"rstrtmgr.dll", "RmEndSession");
};

std::vector<RM_PROCESS_INFO> processes_with(const Manager& manager, DWORD session) {
    std::vector<RM_PROCESS_INFO> found(16);
    UINT needed = 0;
    auto count = static_cast<UINT>(found.size());
    DWORD reasons = 0;
    DWORD error = manager.list(session, &needed, &count, found.data(), &reasons);
    if (error == ERROR_MORE_DATA) {
        found.resize(needed);
        count = needed;
        error = manager.list(session, &needed, &count, found.data(), &reasons);
    }
    found.resize(error == ERROR_SUCCESS ? std::min<std::size_t>(count, found.size()) : 0);
    return found;
}

}  // namespace

std::string users_of(const std::filesystem::path& file) {
    const auto name = system_name(file);
    const Manager manager;
    if (!name || !manager.start || !manager.name || !manager.list || !manager.end) return {};
    DWORD session = 0;
    wchar_t key[CCH_RM_SESSION_KEY + 1] = {};
    if (manager.start(&session, 0, key) != ERROR_SUCCESS) return {};
    std::string users;
    // It knows no prefix for long names.
    const std::wstring shown = shown_name(*name).native();
    const wchar_t* names[] = {shown.c_str()};
    if (manager.name(session, 1, names, 0, nullptr, 0, nullptr) == ERROR_SUCCESS) {
        for (const RM_PROCESS_INFO& process : processes_with(manager, session)) {
            const DWORD number = process.Process.dwProcessId;
            if (number == ::GetCurrentProcessId()) continue;
            users += fmt::format("{}{} ({})", users.empty() ? "" : ", ", to_utf8(process.strAppName), number);
        }
    }
    manager.end(session);
    return users;
}

}  // namespace hamer
