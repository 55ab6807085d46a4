// The chair's own screens in a drill, as the place for drills sees them. One thread.
#pragma once

#include "base/text.h"

#include <cstddef>
#include <functional>
#include <memory>

namespace hamer {
class MeetingService;
class Practice;
}  // namespace hamer

namespace hamer::ui {

class Ui;

class DrillWindow {
  public:
    virtual ~DrillWindow() = default;
    virtual void draw(Ui& ui) = 0;
    [[nodiscard]] virtual Language language() const = 0;
    // Of the session on the screen.
    [[nodiscard]] virtual std::size_t entries() const = 0;
};

// MeetingService and drill outlive what it gives.
using OpenDrillWindow =
    std::function<std::unique_ptr<DrillWindow>(MeetingService& service, Practice& practice, Language language)>;

}  // namespace hamer::ui
