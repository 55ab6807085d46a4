#include "platform/clock.h"

#include "platform/random.h"
#include "platform/windows/system.h"
#include "platform/windows/zone_rules.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace hamer {

namespace {

// Which start of the machine this is. Windows has no name for it that every version keeps, so Hamer gives one itself:
// in a key of the registry that is not kept (REG_OPTION_VOLATILE), which is gone once the user has logged off or the
// machine was switched off. A new name where the old one would still do only means that two readings of the monotonic
// clock are not compared. https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regcreatekeyexw
constexpr auto boot_key = L"Software\\Hamer\\Boot";
constexpr auto boot_value = L"Id";

std::optional<std::string> stored(HKEY key) {
    wchar_t text[64] = {};
    DWORD size = sizeof text - sizeof(wchar_t);
    if (::RegGetValueW(key, nullptr, boot_value, RRF_RT_REG_SZ, nullptr, text, &size) != ERROR_SUCCESS)
        return std::nullopt;
    return to_utf8(text);
}

std::string read_boot_id() {
    const std::string made = random_hex(16);
    // Two programs that begin at once agree.
    const Handle turn(::CreateMutexW(nullptr, FALSE, L"Local\\HamerBoot"));
    if (turn.valid()) ::WaitForSingleObject(turn.get(), 2000);
    HKEY key = nullptr;
    std::string id = made;
    if (::RegCreateKeyExW(HKEY_CURRENT_USER, boot_key, 0, nullptr, REG_OPTION_VOLATILE, KEY_READ | KEY_WRITE, nullptr,
                          &key, nullptr) == ERROR_SUCCESS) {
        if (const auto found = stored(key)) {
            id = *found;
        } else {
            const std::wstring text = to_wide(made);
            ::RegSetValueExW(key, boot_value, 0, REG_SZ, reinterpret_cast<const BYTE*>(text.c_str()),
                             static_cast<DWORD>((text.size() + 1) * sizeof(wchar_t)));
        }
        ::RegCloseKey(key);
    }
    if (turn.valid()) ::ReleaseMutex(turn.get());
    return id;
}

// With the time that the machine slept: https://learn.microsoft.com/windows/win32/sysinfo/interrupt-time
std::int64_t since_start_ms() {
    using Query = void(WINAPI*)(ULONGLONG*);
    static const auto query = system_function<Query>(L"kernelbase.dll", "QueryInterruptTime");
    constexpr std::uint64_t ticks_a_millisecond = 10'000;
    ULONGLONG ticks = 0;
    if (query == nullptr) return static_cast<std::int64_t>(::GetTickCount64());
    query(&ticks);
    return static_cast<std::int64_t>(ticks / ticks_a_millisecond);
}

}  // namespace

SystemClock::SystemClock() : boot_(read_boot_id()) {}

Stamp SystemClock::now() const {
    const auto wall = std::chrono::system_clock::now().time_since_epoch();
    const std::int64_t wall_ms = std::chrono::duration_cast<std::chrono::milliseconds>(wall).count();
    return {{wall_ms, offset_at(wall_ms)}, boot_, since_start_ms()};
}

}  // namespace hamer
