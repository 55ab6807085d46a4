// A list of keys under headings, as each place shows its own.
#pragma once

#include "base/text.h"
#include "ui/toolkit/widgets/card.h"

#include <string_view>
#include <vector>

namespace hamer::ui {

// Nothing where there are no rows.
void key_section(Ui& ui, Column& column, std::string_view title, const std::vector<KeyRow>& rows, std::string_view key);
// What every place has.
void keys_everywhere(Ui& ui, Column& column, const Say& say);

}  // namespace hamer::ui
