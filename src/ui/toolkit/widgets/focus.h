// Where the keyboard is. ImGui's own navigation is off: it visits only some widgets in the packaged version, and the
// order here is the order of drawing, as read.
//
// The walk uses the list of the last frame, and takes effect in this one.
#pragma once

#include "ui/toolkit/widgets/shown.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

class Focus {
  public:
    [[nodiscard]] const std::string& key() const { return key_; }
    [[nodiscard]] bool on(std::string_view key) const { return !key.empty() && key_ == key; }
    // Whether to show it: the keyboard was used after the pointer.
    [[nodiscard]] bool shown() const { return shown_; }

    void by_pointer(std::string_view key);
    void by_keyboard(std::string_view key);
    void clear() { key_.clear(); }
    // The pointer was used: the ring goes, the place stays.
    void hide() { shown_ = false; }

    enum class Way { Forward, Back };
    // One stop further around `last`; from nowhere, the first or the last. True when there is any stop.
    bool walk(const std::vector<ShownWidget>& last, Way way);
    // After a frame: where the widget is gone, the place among the others is kept, so that the next walk goes on there.
    void settle(const std::vector<ShownWidget>& drawn);

  private:
    std::string key_;
    std::vector<std::string> before_;  // the stops up to and including the focus, when it was last seen
    bool shown_ = false;
    int grace_ = 0;  // frames in which a widget that was given the focus may still appear
};

}  // namespace hamer::ui
