// Preparing a meeting: who, where, when, and whether there is a broadcast. The last meeting's values stand there
// already.
#pragma once

#include "ui/screens/say.h"
#include "ui/view/chair_view.h"

#include <string>
#include <vector>

namespace hamer::ui {

class Ui;

class PreparationScreen {
  public:
    explicit PreparationScreen(Meeting meeting) : meeting_(std::move(meeting)) {}

    // `problem` is what went wrong at the last try, in words; empty: nothing.
    void draw(Ui& ui, const Desk& desk, const std::string& problem, Language language, std::vector<Action>& actions);

  private:
    Meeting meeting_;
};

}  // namespace hamer::ui
