// The clipboard. What is on it may be another program's, which may be slow or hang: it is asked for, and comes later.
// One user, from one thread; no call waits.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace hamer {

class Clipboard {
  public:
    // How long after `ask` a text still comes. Whoever has it and takes longer is given up.
    static constexpr std::chrono::milliseconds patience{1000};
    // The same of a picture, which is larger, and may have to be made first.
    static constexpr std::chrono::milliseconds patience_for_picture{5000};
    static constexpr std::size_t longest_picture = 100u << 20;  // bytes; of a larger one nothing comes

    Clipboard() = default;
    virtual ~Clipboard() = default;
    Clipboard(const Clipboard&) = delete;
    Clipboard& operator=(const Clipboard&) = delete;

    // Asks for the text; what was asked before is given up.
    virtual void ask() = 0;
    // The same for a picture, as PNG.
    virtual void ask_picture() = 0;
    // What was asked for, once, as soon as it is there: of a text UTF-8, or what its owner takes for it; empty when
    // there is none to be had. A frame is drawn when it comes.
    [[nodiscard]] virtual std::optional<std::string> take() = 0;
    virtual void put(std::string text) = 0;
};

// Of this program alone, for where there is no desktop.
class OwnClipboard final : public Clipboard {
  public:
    void ask() override { asked_ = text_; }
    void ask_picture() override { asked_ = std::string(); }
    std::optional<std::string> take() override { return std::exchange(asked_, std::nullopt); }
    void put(std::string text) override { text_ = std::move(text); }

  private:
    std::string text_;
    std::optional<std::string> asked_;
};

// The machine's. `came` is called from another thread when a text that was asked for is there. Where the machine has
// none, texts come from this program alone. At its end it sees to it that its text outlives the program, where that
// takes no more than half a second.
[[nodiscard]] std::unique_ptr<Clipboard> system_clipboard(std::function<void()> came);

}  // namespace hamer
