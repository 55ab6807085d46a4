// The clipboard's conversation with the X server, on one thread and one connection: takes the text of the clipboard's
// owner, and gives its own to whoever asks. No call waits for another program than the X server.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace hamer {

class X11Selection {
  public:
    using Clock = std::chrono::steady_clock;

    // Null where there is no X display.
    [[nodiscard]] static std::unique_ptr<X11Selection> open();
    ~X11Selection();
    X11Selection(const X11Selection&) = delete;
    X11Selection& operator=(const X11Selection&) = delete;

    // Asks for the text, or for a picture as PNG; `came` is called once by tend(), before `until`, with nothing where
    // there is none, unless it is asked for anew before. Of a text that is longer the first part comes; of a picture
    // nothing.
    enum class Wanted { Text, Picture };
    void ask(Wanted wanted, Clock::time_point until, std::size_t longest, std::function<void(std::string)> came);
    void put(std::string text);
    // Asks the clipboard manager to keep what was put; false when there is nothing to do.
    [[nodiscard]] bool hand_over();
    [[nodiscard]] bool handing_over() const;

    // To wait on until it can be read, or until `wake` where that is not for ever; then `tend` does what came. False
    // when the connection is gone.
    [[nodiscard]] int descriptor() const;
    [[nodiscard]] std::optional<Clock::time_point> wake() const;
    [[nodiscard]] bool tend();

  private:
    struct Parts;
    explicit X11Selection(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace hamer
