#include "platform/user.h"

#include "base/text.h"
#include "platform/windows/system.h"

#include <lmcons.h>
#define SECURITY_WIN32
#include <sddl.h>
#include <security.h>
#include <string>

namespace hamer {

namespace {

// Of the machine's own administrator (S-1-5-21-…-500) and of the system and its services: none of them is a person.
bool is_nobody() {
    HANDLE opened = nullptr;
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &opened) == 0) return false;
    const Handle token(opened);
    alignas(TOKEN_USER) BYTE room[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
    DWORD size = 0;
    if (::GetTokenInformation(token.get(), TokenUser, room, sizeof room, &size) == 0) return false;
    PSID sid = reinterpret_cast<TOKEN_USER*>(room)->User.Sid;
    return ::IsWellKnownSid(sid, WinLocalSystemSid) != 0 || ::IsWellKnownSid(sid, WinLocalServiceSid) != 0 ||
           ::IsWellKnownSid(sid, WinNetworkServiceSid) != 0 || ::IsWellKnownSid(sid, WinAccountAdministratorSid) != 0 ||
           *::GetSidSubAuthority(sid, static_cast<DWORD>(*::GetSidSubAuthorityCount(sid) - 1)) == DOMAIN_USER_RID_ADMIN;
}

}  // namespace

std::string system_user_name() {
    if (is_nobody()) return {};
    std::wstring name(512, L'\0');
    auto size = static_cast<ULONG>(name.size());
    // The full name: of an account of a domain only. For one of the machine it is in another place.
    using Ask = BOOLEAN(WINAPI*)(EXTENDED_NAME_FORMAT, LPWSTR, PULONG);
    const auto ask = system_function<Ask>(L"secur32.dll", "GetUserNameExW");
    if (ask != nullptr && ask(NameDisplay, name.data(), &size) != 0 && size > 0) {
        return printable(to_utf8(name.c_str()), 200);
    }
    auto room = static_cast<DWORD>(name.size());
    if (::GetUserNameW(name.data(), &room) == 0) return {};
    return printable(to_utf8(name.c_str()), 200);
}

std::string machine_name() {
    std::wstring name(256, L'\0');
    auto size = static_cast<DWORD>(name.size());
    if (::GetComputerNameExW(ComputerNamePhysicalDnsHostname, name.data(), &size) == 0) return {};
    return to_utf8(name.c_str());
}

}  // namespace hamer
