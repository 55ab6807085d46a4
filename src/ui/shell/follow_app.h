// The screen of one who only looks on, on one follower: builds the view anew only after something was read, and says
// when to draw again. Whoever drives it polls the follower when the folder changed; while something cannot be read, it
// tries again by itself each second. One thread.
#pragma once

#include "ui/meeting/follow_screen.h"
#include "ui/toolkit/widgets/ui.h"

#include <cstdint>
#include <optional>

namespace hamer::ui {

class FollowApp {
  public:
    FollowApp(Follower& follower, Language language);  // the follower outlives it

    void draw(Ui& ui);
    [[nodiscard]] Language language() const { return language_; }
    // How often a view model was built; for tests.
    [[nodiscard]] std::uint64_t views() const { return views_; }

  private:
    struct Stamp {
        std::uint64_t version = 0;
        bool late = false;
        Language language = Language::Dutch;
        bool operator==(const Stamp&) const = default;
    };
    void refresh(Ui& ui);

    Follower& follower_;
    Language language_;
    FollowScreen screen_;
    std::optional<FollowView> view_;
    Stamp stamp_;
    std::int64_t tried_ms_ = 0;
    std::uint64_t views_ = 0;
};

}  // namespace hamer::ui
