// The system's own header (the C++ library has it leave out macros for `min` and `max`); a handle that closes itself;
// and texts as the system has them, UTF-16, and as Hamer has them, UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

namespace hamer {

class Handle {
  public:
    Handle() = default;
    explicit Handle(HANDLE handle) : handle_(handle) {}
    ~Handle() { close(); }
    Handle(Handle&& other) noexcept : handle_(std::exchange(other.handle_, INVALID_HANDLE_VALUE)) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }

    [[nodiscard]] HANDLE get() const { return handle_; }
    // Some calls give null for a handle that there is none of, others INVALID_HANDLE_VALUE.
    [[nodiscard]] bool valid() const { return handle_ != INVALID_HANDLE_VALUE && handle_ != nullptr; }
    void close() {
        if (valid()) ::CloseHandle(handle_);
        handle_ = INVALID_HANDLE_VALUE;
    }

  private:
    HANDLE handle_ = INVALID_HANDLE_VALUE;
};

// What is no text in the one comes out as U+FFFD in the other.
[[nodiscard]] std::wstring to_wide(std::string_view text);
[[nodiscard]] std::string to_utf8(std::wstring_view text);

// A function of a library of the system's that older versions, or Wine, do not have; null where it is not there.
template <typename Function>
[[nodiscard]] Function system_function(const wchar_t* library, const char* name) {
    // From the system's folder alone. It stays loaded.
    const HMODULE loaded = ::LoadLibraryExW(library, nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (loaded == nullptr) return nullptr;
    return reinterpret_cast<Function>(reinterpret_cast<void*>(::GetProcAddress(loaded, name)));
}

}  // namespace hamer
