// A drill's debrief on the screen, to talk through; the same as on paper.
#pragma once

#include "report/document.h"
#include "ui/dossier/record_page.h"
#include "ui/widgets/ui.h"

#include <string>

namespace hamer::ui {

class DebriefScreen {
  public:
    // `file` is where it stands on paper; empty: nowhere. `problem`: why it could not be written.
    DebriefScreen(const Document& debrief, std::string file, std::string problem);

    void draw(Ui& ui);

  private:
    RecordPage page_;
    std::string file_;
    std::string problem_;
};

}  // namespace hamer::ui
