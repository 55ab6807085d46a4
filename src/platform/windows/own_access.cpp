#include "platform/windows/own_access.h"

#include "platform/windows/system_error.h"

#include <aclapi.h>
#include <array>
#include <cerrno>
#include <memory>
#include <sddl.h>
#include <vector>

namespace hamer {

namespace {

struct LocalMemory {
    void operator()(void* memory) const { ::LocalFree(memory); }
};
template <typename Type>
using Local = std::unique_ptr<Type, LocalMemory>;

// Who a process works for. Empty where the system does not say.
std::vector<std::byte> user_of_process() {
    HANDLE opened = nullptr;
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &opened) == 0) return {};
    const Handle token(opened);
    DWORD size = 0;
    ::GetTokenInformation(token.get(), TokenUser, nullptr, 0, &size);
    std::vector<std::byte> user(size);
    if (size == 0 || ::GetTokenInformation(token.get(), TokenUser, user.data(), size, &size) == 0) return {};
    return user;
}

PSID sid_in(const std::vector<std::byte>& user) { return reinterpret_cast<const TOKEN_USER*>(user.data())->User.Sid; }

const std::vector<std::byte>& this_user() {
    static const std::vector<std::byte> user = user_of_process();
    return user;
}

bool is_this_user(PSID who) { return !this_user().empty() && ::EqualSid(who, sid_in(this_user())) != 0; }

// Who may do anything on the machine, whatever a list says; and who stands for the owner in a list.
bool is_above_lists(PSID who) {
    constexpr std::array kinds{WinLocalSystemSid, WinBuiltinAdministratorsSid, WinCreatorOwnerSid,
                               WinCreatorOwnerRightsSid};
    for (const WELL_KNOWN_SID_TYPE kind : kinds) {
        if (::IsWellKnownSid(who, kind) != 0) return true;
    }
    return false;
}

struct Made {
    Local<void> descriptor;
    SECURITY_ATTRIBUTES attributes{};
    int error = 0;
};

Made make_attributes(const wchar_t* inherited) {
    Made made;
    wchar_t* text = nullptr;
    if (this_user().empty() || ::ConvertSidToStringSidW(sid_in(this_user()), &text) == 0) {
        made.error = EPERM;
        return made;
    }
    const Local<wchar_t> sid(text);
    // Its owner, and a protected list with one entry: all rights for that one.
    const std::wstring description =
        L"O:" + std::wstring(text) + L"D:P(A;" + inherited + L";FA;;;" + std::wstring(text) + L")";
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (::ConvertStringSecurityDescriptorToSecurityDescriptorW(description.c_str(), SDDL_REVISION_1, &descriptor,
                                                               nullptr) == 0) {
        made.error = last_error_number();
        return made;
    }
    made.descriptor.reset(descriptor);
    made.attributes = {sizeof(SECURITY_ATTRIBUTES), descriptor, FALSE};
    return made;
}

Made& made_for(Kind kind) {
    static Made for_file = make_attributes(L"");
    static Made for_folder = make_attributes(L"OICI");
    return kind == Kind::File ? for_file : for_folder;
}

OthersMay rights_in(ACCESS_MASK mask) {
    constexpr ACCESS_MASK reading = FILE_READ_DATA | GENERIC_READ | GENERIC_ALL;
    constexpr ACCESS_MASK changing = FILE_WRITE_DATA | FILE_APPEND_DATA | FILE_DELETE_CHILD | DELETE | WRITE_DAC |
                                     WRITE_OWNER | GENERIC_WRITE | GENERIC_ALL;
    return {(mask & reading) != 0, (mask & changing) != 0};
}

// A refusal in the list is not counted: it may stand behind what allows.
Judgement judged(PSID owner, PACL list) {
    Judgement made;
    made.own = owner != nullptr && (is_this_user(owner) || is_above_lists(owner));
    if (list == nullptr) {  // no list at all, as on FAT: everybody may do everything
        made.others = {true, true};
        return made;
    }
    for (DWORD i = 0; i < list->AceCount; ++i) {
        void* entry = nullptr;
        if (::GetAce(list, i, &entry) == 0) continue;
        const auto* head = static_cast<const ACE_HEADER*>(entry);
        if ((head->AceFlags & INHERIT_ONLY_ACE) != 0) continue;
        if (head->AceType == ACCESS_DENIED_ACE_TYPE) continue;
        // Of other kinds it is not known whom they allow what.
        OthersMay may{true, true};
        if (head->AceType == ACCESS_ALLOWED_ACE_TYPE) {
            auto* allowed = static_cast<ACCESS_ALLOWED_ACE*>(entry);
            PSID who = &allowed->SidStart;
            const bool is_owner = owner != nullptr && ::EqualSid(who, owner) != 0;
            if (is_owner || is_this_user(who) || is_above_lists(who)) continue;
            may = rights_in(allowed->Mask);
        }
        made.others.read = made.others.read || may.read;
        made.others.change = made.others.change || may.change;
    }
    return made;
}

constexpr SECURITY_INFORMATION asked = OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;

bool knows_no_lists(DWORD error) {
    return error == ERROR_NOT_SUPPORTED || error == ERROR_INVALID_FUNCTION || error == ERROR_CALL_NOT_IMPLEMENTED ||
           error == ERROR_INVALID_PARAMETER || error == ERROR_ACCESS_DENIED || error == ERROR_WRITE_PROTECT;
}

}  // namespace

OwnAttributes own_attributes(Kind kind) {
    Made& made = made_for(kind);
    return made.error == 0 ? OwnAttributes{&made.attributes, 0} : OwnAttributes{nullptr, made.error};
}

Judgement judge(HANDLE open) {
    PSID owner = nullptr;
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    const DWORD error = ::GetSecurityInfo(open, SE_FILE_OBJECT, asked, &owner, nullptr, &list, nullptr, &descriptor);
    const Local<void> held(descriptor);
    if (error != ERROR_SUCCESS) return {{}, false, error_number_of(error)};
    return judged(owner, list);
}

Judgement judge(const std::wstring& name) {
    // Opened rather than asked by name: the call that asks by name knows no long ones.
    const Handle open(::CreateFileW(name.c_str(), READ_CONTROL, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                    nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, nullptr));
    if (!open.valid()) return {{}, false, last_error_number()};
    return judge(open.get());
}

bool make_own(const std::wstring& name, Kind kind) {
    const Judgement found = judge(name);
    if (found.error == 0 && !found.others.read && !found.others.change) return true;
    const Made& made = made_for(kind);
    if (made.error != 0) {
        ::SetLastError(ERROR_ACCESS_DENIED);
        return false;
    }
    const Handle open(::CreateFileW(name.c_str(), READ_CONTROL | WRITE_DAC,
                                    FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                                    FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT, nullptr));
    // As it is written, with nothing of the folder above it, and on nothing below it.
    constexpr SECURITY_INFORMATION what = DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION;
    const bool done = open.valid() && ::SetKernelObjectSecurity(open.get(), what, made.descriptor.get()) != 0;
    const DWORD error = done ? ERROR_SUCCESS : ::GetLastError();
    ::SetLastError(error);
    return error == ERROR_SUCCESS || knows_no_lists(error);
}

}  // namespace hamer
