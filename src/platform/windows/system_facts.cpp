#include "platform/system_facts.h"

#include "platform/windows/system.h"

#include <fmt/format.h>

namespace hamer {

namespace {

std::string_view processor() {
    SYSTEM_INFO about{};
    ::GetNativeSystemInfo(&about);
    switch (about.wProcessorArchitecture) {
        case PROCESSOR_ARCHITECTURE_AMD64:
            return "x86_64";
        case PROCESSOR_ARCHITECTURE_ARM64:
            return "arm64";
        default:
            return "another processor";
    }
}

}  // namespace

// GetVersionEx tells each program the version that it was made for.
// https://learn.microsoft.com/windows/win32/devnotes/rtlgetversion
std::string system_in_words() {
    using Ask = LONG(WINAPI*)(OSVERSIONINFOW*);
    OSVERSIONINFOW version{};
    version.dwOSVersionInfoSize = sizeof version;
    const auto ask = system_function<Ask>(L"ntdll.dll", "RtlGetVersion");
    if (ask == nullptr || ask(&version) != 0) return fmt::format("Windows, {}", processor());
    constexpr DWORD first_of_11 = 22000;
    return fmt::format(
        "Windows {} ({}.{}.{}), {}",
        version.dwMajorVersion == 10 && version.dwBuildNumber >= first_of_11 ? 11 : version.dwMajorVersion,
        version.dwMajorVersion, version.dwMinorVersion, version.dwBuildNumber, processor());
}

std::string zone_name() {
    DYNAMIC_TIME_ZONE_INFORMATION zone{};
    if (::GetDynamicTimeZoneInformation(&zone) == TIME_ZONE_ID_INVALID) return {};
    return to_utf8(zone.TimeZoneKeyName);
}

// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getsystemmetrics
std::optional<bool> has_touch_screen() {
    const int found = ::GetSystemMetrics(SM_DIGITIZER);
    return (found & NID_READY) != 0 && (found & (NID_INTEGRATED_TOUCH | NID_EXTERNAL_TOUCH)) != 0;
}

std::optional<std::filesystem::path> user_home() {
    std::wstring value(32768, L'\0');
    const DWORD size = ::GetEnvironmentVariableW(L"USERPROFILE", value.data(), static_cast<DWORD>(value.size()));
    value.resize(size < value.size() ? size : 0);
    if (value.empty()) return std::nullopt;
    return std::filesystem::path(value);
}

}  // namespace hamer
