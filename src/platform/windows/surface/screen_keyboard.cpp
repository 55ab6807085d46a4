// The shell has the keyboard: it is asked by objects that belong to a thread, which takes the shell's messages while it
// waits. Where one of them is missing no keyboard comes, or nothing is known of where it lies.
#include "platform/screen_keyboard.h"

#include "base/mutex.h"
#include "base/worker.h"
#include "platform/windows/surface/input_pane.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#define GLFW_EXPOSE_NATIVE_WIN32
#include <GLFW/glfw3native.h>
#include <algorithm>
#include <atomic>
#include <objbase.h>
#include <roapi.h>
#include <shobjidl.h>
#include <winstring.h>

namespace hamer {

namespace {

constexpr std::chrono::milliseconds patience_at_the_end{500};

struct Release {
    void operator()(IUnknown* object) const { object->Release(); }
};
template <typename Interface>
using Com = std::unique_ptr<Interface, Release>;

// What the window and the keyboard's thread share.
struct Asked {
    HWND window = nullptr;
    std::function<void()> changed{};
    Handle came{::CreateEventW(nullptr, FALSE, FALSE, nullptr)};
    std::atomic<bool> ended{false};
    std::atomic<bool> wished{false};
    std::atomic<unsigned> times{0};
    Mutex mutex{};
    RECT place{};  // on the screen, under `mutex`; empty: it is not there
};

// Hears from the shell where the keyboard comes.
// https://learn.microsoft.com/windows/win32/api/shobjidl_core/nn-shobjidl_core-iframeworkinputpanehandler
class Listener final : public IFrameworkInputPaneHandler {
  public:
    explicit Listener(std::shared_ptr<Asked> asked) : asked_(std::move(asked)) {}
    virtual ~Listener() = default;

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID which, void** object) override {
        const bool known = ::IsEqualIID(which, IID_IUnknown) || ::IsEqualIID(which, IID_IFrameworkInputPaneHandler);
        *object = known ? this : nullptr;
        if (known) AddRef();
        return known ? S_OK : E_NOINTERFACE;
    }
    ULONG STDMETHODCALLTYPE AddRef() override { return ++users_; }
    ULONG STDMETHODCALLTYPE Release() override {
        const ULONG left = --users_;
        if (left == 0) delete this;
        return left;
    }
    HRESULT STDMETHODCALLTYPE Showing(RECT* place, WINBOOL) override {
        tell(place == nullptr ? RECT{} : *place);
        return S_OK;
    }
    HRESULT STDMETHODCALLTYPE Hiding(WINBOOL) override {
        tell({});
        return S_OK;
    }

  private:
    void tell(const RECT& place) {
        {
            const MutexLock hold(asked_->mutex);
            asked_->place = place;
        }
        if (!asked_->ended) asked_->changed();
    }

    std::shared_ptr<Asked> asked_;
    std::atomic<ULONG> users_{1};
};

Com<InputPane2> pane_of(HWND window) {
    const auto make_name =
        system_function<decltype(&::WindowsCreateStringReference)>(L"combase.dll", "WindowsCreateStringReference");
    const auto find = system_function<decltype(&::RoGetActivationFactory)>(L"combase.dll", "RoGetActivationFactory");
    HSTRING_HEADER header{};
    HSTRING name = nullptr;
    const std::wstring_view text = input_pane_class;
    if (make_name == nullptr || find == nullptr ||
        FAILED(make_name(text.data(), static_cast<UINT32>(text.size()), &header, &name))) {
        return nullptr;
    }
    void* found = nullptr;
    if (FAILED(find(name, input_pane_interop_id, &found))) return nullptr;
    const Com<InputPaneInterop> interop(static_cast<InputPaneInterop*>(found));
    void* pane = nullptr;
    if (FAILED(interop->GetForWindow(window, input_pane_2_id, &pane))) return nullptr;
    return Com<InputPane2>(static_cast<InputPane2*>(pane));
}

// Of the screen's keyboard; with who listens to it, as long as it lives.
class Places {
  public:
    explicit Places(const std::shared_ptr<Asked>& asked) : listener_(new Listener(asked)) {
        void* made = nullptr;
        if (FAILED(::CoCreateInstance(CLSID_FrameworkInputPane, nullptr, CLSCTX_INPROC_SERVER, IID_IFrameworkInputPane,
                                      &made))) {
            return;
        }
        pane_.reset(static_cast<IFrameworkInputPane*>(made));
        if (FAILED(pane_->AdviseWithHWND(asked->window, listener_.get(), &number_))) pane_.reset();
    }
    ~Places() {
        if (pane_) pane_->Unadvise(number_);
    }
    Places(const Places&) = delete;
    Places& operator=(const Places&) = delete;

  private:
    Com<Listener> listener_;
    Com<IFrameworkInputPane> pane_;
    DWORD number_ = 0;
};

void take_messages() {
    MSG message{};
    while (::PeekMessageW(&message, nullptr, 0, 0, PM_REMOVE) != 0) {
        ::TranslateMessage(&message);
        ::DispatchMessageW(&message);
    }
}

void serve(const std::shared_ptr<Asked>& asked) {
    if (FAILED(::CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED | COINIT_DISABLE_OLE1DDE))) return;
    {
        const Places places(asked);
        const Com<InputPane2> pane = pane_of(asked->window);
        unsigned done = 0;
        while (!asked->ended) {
            if (const unsigned times = asked->times; times != done) {
                done = times;
                boolean took = FALSE;
                if (pane) asked->wished ? pane->TryShow(&took) : pane->TryHide(&took);
            }
            const HANDLE came = asked->came.get();
            ::MsgWaitForMultipleObjectsEx(1, &came, INFINITE, QS_ALLINPUT, MWMO_INPUTAVAILABLE);
            take_messages();
        }
    }
    ::CoUninitialize();
}

// A laptop with its own keyboard before one; a desktop does not say so.
// https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getsystemmetrics
bool is_laptop() { return ::GetSystemMetrics(SM_CONVERTIBLESLATEMODE) != 0; }

class ShellKeyboard final : public ScreenKeyboard {
  public:
    ShellKeyboard(HWND window, std::function<void()> changed) {
        asked_->window = window;
        asked_->changed = std::move(changed);
        worker_.wait_at_the_end(patience_at_the_end);
    }
    ~ShellKeyboard() override {
        asked_->ended = true;
        ::SetEvent(asked_->came.get());
    }
    ShellKeyboard(const ShellKeyboard&) = delete;
    ShellKeyboard& operator=(const ShellKeyboard&) = delete;

    void wish(bool shown) override {
        if (!asked_->came.valid() || (shown && is_laptop())) return;
        if (shown && !std::exchange(begun_, true)) worker_.give([asked = asked_] { serve(asked); });
        asked_->wished = shown;
        ++asked_->times;
        ::SetEvent(asked_->came.get());
    }
    [[nodiscard]] CoveredPart covers() const override {
        RECT place{};
        {
            const MutexLock hold(asked_->mutex);
            place = asked_->place;
        }
        if (::IsRectEmpty(&place) != 0) return {};
        RECT own{};
        ::GetClientRect(asked_->window, &own);
        ::MapWindowPoints(nullptr, asked_->window, reinterpret_cast<POINT*>(&place), 2);
        RECT both{};
        if (::IntersectRect(&both, &place, &own) == 0) return {};
        return {.left = static_cast<int>(both.left),
                .top = static_cast<int>(both.top),
                .right = static_cast<int>(both.right),
                .bottom = static_cast<int>(both.bottom)};
    }

  private:
    std::shared_ptr<Asked> asked_ = std::make_shared<Asked>();
    bool begun_ = false;
    Worker worker_;
};

}  // namespace

std::unique_ptr<ScreenKeyboard> screen_keyboard(GLFWwindow* window, std::function<void()> changed) {
    const HWND handle = glfwGetWin32Window(window);
    if (handle == nullptr) return nullptr;
    return std::make_unique<ShellKeyboard>(handle, std::move(changed));
}

}  // namespace hamer
