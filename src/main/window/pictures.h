// A picture of each card that a meeting comes past, drawn without a display.
#pragma once

#include "base/result.h"
#include "service/meeting/meeting_service.h"
#include "ui/surface/offscreen.h"

#include <filesystem>
#include <memory>
#include <string>

namespace hamer {

class CardPictures {
  public:
    explicit CardPictures(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // Draws the chair's screen as it is now to "<number>-<card>.png", when the card changed since the last picture.
    [[nodiscard]] Status draw(MeetingService& service);
    [[nodiscard]] int count() const { return count_; }

  private:
    std::filesystem::path folder_;
    std::unique_ptr<ui::Offscreen> offscreen_;
    std::string last_card_;
    int count_ = 0;
};

}  // namespace hamer
