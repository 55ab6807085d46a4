// The clipboard of an X display, by a connection of its own on a thread of its own (ICCCM 2; the clipboard manager by
// freedesktop.org's ClipboardManager). Whoever owns the clipboard, or manages it, may hang: no call here waits for
// that.
#pragma once

#include "platform/clipboard.h"
#include "platform/posix/surface/x11_selection.h"

#include <functional>
#include <memory>

namespace hamer {

class X11Clipboard final : public Clipboard {
  public:
    // Of a longer text the first part is taken, at a whole character.
    static constexpr std::size_t longest_text = 256 * 1024;

    // `came` is called from the other thread when a text that was asked for is there. Where there is no X display,
    // texts come from this program alone.
    explicit X11Clipboard(std::function<void()> came);
    // Hands its text to the clipboard manager, so that it outlives the program; waits half a second for that, no more.
    ~X11Clipboard() override;

    void ask() override { ask(X11Selection::Wanted::Text); }
    void ask_picture() override { ask(X11Selection::Wanted::Picture); }
    std::optional<std::string> take() override;
    void put(std::string text) override;

  private:
    void ask(X11Selection::Wanted wanted);

    struct Shared;
    std::shared_ptr<Shared> shared_;
};

}  // namespace hamer
