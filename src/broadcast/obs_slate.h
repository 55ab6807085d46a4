// Makes the scene of the pause in OBS Studio, with a picture that fills the screen. Each answer leads to the next
// request: the size, the scene, the picture in it, and how it is stretched. A plain value.
#pragma once

#include "base/text.h"
#include "codec/obs/obs_message.h"

#include <optional>
#include <string>

namespace hamer {

class ObsSlate {
  public:
    ObsSlate(std::string scene, std::string picture) : scene_(std::move(scene)), picture_(std::move(picture)) {}

    [[nodiscard]] static ObsRequest begin() { return {"GetVideoSettings"}; }
    // The next request, or nothing: then done() says what came of it.
    [[nodiscard]] std::optional<ObsRequest> take(const ObsRequest& request, const ObsAnswer& answer);
    [[nodiscard]] const LocalText& done() const { return done_; }

  private:
    std::string scene_;
    std::string picture_;  // its file
    int width_ = 0;
    int height_ = 0;
    LocalText done_;
};

}  // namespace hamer
