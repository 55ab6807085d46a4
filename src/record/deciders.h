// Who decided on a measure, as somebody typed it: "de burgemeester", "loco-burgemeester J. de Wit".
#pragma once

#include <string>

namespace hamer {

// Neither "oud-burgemeester" nor "niet de burgemeester", and not "fractievoorzitter".
[[nodiscard]] bool is_by_mayor(const std::string& decided_by);
// The mayor is the council's chair.
[[nodiscard]] bool is_by_chair(const std::string& decided_by);

}  // namespace hamer
