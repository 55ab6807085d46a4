// Which bodies were there, one on each line.
#pragma once

#include "record/dossier.h"
#include "ui/toolkit/widgets/lines.h"

#include <string>
#include <vector>

namespace hamer::ui {

// Keys are `key` and the body's number: "learning.bodies.0".
void choose_bodies(Lines& lines, const std::string& key, std::vector<Body>& bodies);

}  // namespace hamer::ui
