// A screen with every widget on it, laid out as the chair's will be; the tests of widgets together and the pictures use
// it.
#pragma once

#include "ui/toolkit/widgets/ui.h"

#include <string>

namespace hamer::ui::gallery {

struct Model {
    int log_rows = 40;
    int taps = 0;
    bool two_ways = false;  // the card that chooses between A and B
    bool idle = false;
    bool side_panel = false;
    std::string note = "Twee personen op de publieke tribune roepen door de spreker heen.";
    std::string name{};
    std::string who = "audience";
    bool consulted = true;
    std::string last{};
};

void draw(Ui& ui, Model& model);

}  // namespace hamer::ui::gallery
