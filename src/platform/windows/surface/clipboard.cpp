// The clipboard of Windows. Who put something there may make it only when it is asked for, and may hang: so it is asked
// on a thread of its own. https://learn.microsoft.com/windows/win32/dataxchg/using-the-clipboard
#include "platform/clipboard.h"

#include "base/mutex.h"
#include "base/worker.h"
#include "platform/windows/system.h"

#include <chrono>
#include <cstring>
#include <thread>

namespace hamer {

namespace {

constexpr std::size_t longest_text = 256 * 1024;  // in UTF-16; of a longer one the first part is taken
constexpr auto patience_at_the_end = std::chrono::milliseconds(500);

// Open for as long as it lives. Another program may have it for a moment.
class OpenClipboardOf {
  public:
    explicit OpenClipboardOf(HWND owner) {
        const auto until = std::chrono::steady_clock::now() + Clipboard::patience;
        while (!(open_ = ::OpenClipboard(owner) != 0) && std::chrono::steady_clock::now() < until) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
    ~OpenClipboardOf() {
        if (open_) ::CloseClipboard();
    }
    OpenClipboardOf(const OpenClipboardOf&) = delete;
    OpenClipboardOf& operator=(const OpenClipboardOf&) = delete;
    [[nodiscard]] bool open() const { return open_; }

  private:
    bool open_ = false;
};

std::string read_text() {
    const OpenClipboardOf clipboard(nullptr);
    if (!clipboard.open()) return {};
    const HANDLE data = ::GetClipboardData(CF_UNICODETEXT);
    if (data == nullptr) return {};
    const auto* text = static_cast<const wchar_t*>(::GlobalLock(data));
    if (text == nullptr) return {};
    const std::size_t room = std::min(::GlobalSize(data) / sizeof(wchar_t), longest_text);
    std::size_t size = 0;
    while (size < room && text[size] != L'\0') ++size;
    // Not half a character at the end.
    if (size > 0 && IS_HIGH_SURROGATE(text[size - 1])) --size;
    std::string read = to_utf8({text, size});
    ::GlobalUnlock(data);
    std::erase(read, '\r');  // an end of a line is one character here
    return read;
}

// As programs that copy pictures put it there, besides the system's own kind.
std::string read_picture() {
    const OpenClipboardOf clipboard(nullptr);
    if (!clipboard.open()) return {};
    const HANDLE data = ::GetClipboardData(::RegisterClipboardFormatW(L"PNG"));
    if (data == nullptr) return {};
    const std::size_t size = ::GlobalSize(data);
    const auto* bytes = static_cast<const char*>(::GlobalLock(data));
    if (bytes == nullptr) return {};
    std::string read;
    if (size <= Clipboard::longest_picture) read.assign(bytes, size);
    ::GlobalUnlock(data);
    return read;
}

std::wstring with_ends_of_lines(const std::string& text) {
    std::wstring wide;
    for (const wchar_t character : to_wide(text)) {
        if (character == L'\n') wide += L'\r';
        wide += character;
    }
    return wide;
}

void write_text(const std::string& text) {
    // Whoever fills the clipboard needs a window. It goes at once, as nobody here would answer what is sent to it.
    const HWND owner = ::CreateWindowExW(0, L"STATIC", L"", 0, 0, 0, 0, 0, HWND_MESSAGE, nullptr,
                                         ::GetModuleHandleW(nullptr), nullptr);
    {
        const OpenClipboardOf clipboard(owner);
        const std::wstring wide = with_ends_of_lines(text);
        const std::size_t bytes = (wide.size() + 1) * sizeof(wchar_t);
        HGLOBAL memory = clipboard.open() && ::EmptyClipboard() != 0 ? ::GlobalAlloc(GMEM_MOVEABLE, bytes) : nullptr;
        void* room = memory == nullptr ? nullptr : ::GlobalLock(memory);
        if (room != nullptr) {
            std::memcpy(room, wide.c_str(), bytes);
            ::GlobalUnlock(memory);
            // It belongs to the system from now on, and stays when Hamer ends.
            if (::SetClipboardData(CF_UNICODETEXT, memory) != nullptr) memory = nullptr;
        }
        if (memory != nullptr) ::GlobalFree(memory);
    }
    if (owner != nullptr) ::DestroyWindow(owner);
}

class WindowsClipboard final : public Clipboard {
  public:
    explicit WindowsClipboard(std::function<void()> came) : shared_(std::make_shared<Shared>()) {
        shared_->came = std::move(came);
        worker_.wait_at_the_end(patience_at_the_end);
    }

    void ask() override { ask(&read_text, patience); }
    void ask_picture() override { ask(&read_picture, patience_for_picture); }
    std::optional<std::string> take() override {
        const MutexLock hold(shared_->mutex);
        return std::exchange(shared_->text, std::nullopt);
    }
    void put(std::string text) override {
        worker_.give([text = std::move(text)] { write_text(text); });
    }

  private:
    void ask(std::string (*read_it)(), std::chrono::milliseconds limit) {
        std::uint64_t number = 0;
        {
            const MutexLock hold(shared_->mutex);
            number = ++shared_->asked;
            shared_->text.reset();
            shared_->until = std::chrono::steady_clock::now() + limit;
        }
        worker_.give([shared = shared_, number, read_it] {
            std::string read = read_it();
            {
                const MutexLock hold(shared->mutex);
                if (number != shared->asked || std::chrono::steady_clock::now() > shared->until) return;
                shared->text = std::move(read);
            }
            shared->came();
        });
    }

    struct Shared {
        std::function<void()> came;
        Mutex mutex;
        std::uint64_t asked = 0;  // how often
        std::chrono::steady_clock::time_point until{};
        std::optional<std::string> text{};
    };
    std::shared_ptr<Shared> shared_;
    Worker worker_;
};

}  // namespace

std::unique_ptr<Clipboard> system_clipboard(std::function<void()> came) {
    return std::make_unique<WindowsClipboard>(std::move(came));
}

}  // namespace hamer
