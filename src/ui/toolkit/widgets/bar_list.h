// Quantities under each other: a name, a bar as long as its share of the largest, and the number itself, so that
// nothing has to be read from a scale.
#pragma once

#include "ui/toolkit/widgets/ui.h"

#include <string>
#include <vector>

namespace hamer::ui {

struct Quantity {
    std::string name;
    int number = 0;
};

[[nodiscard]] float bar_list_height(Ui& ui, const std::vector<Quantity>& quantities, float width);
void bar_list(Ui& ui, Rect rect, const std::vector<Quantity>& quantities);

}  // namespace hamer::ui
