// The installation's settings: config/hamer.json (config/schema/settings.schema.json).
#pragma once

#include "base/text.h"
#include "session/values.h"

#include <string>

namespace hamer {

struct Settings {
    Municipality municipality;
    Language language = Language::Dutch;
    std::string procedure = "procedures/leiden-2025.json";  // relative to the settings file
    std::string register_file = "register.db";              // relative to the data folder
    int statement_limit_seconds = 120;                      // scenario A's statement; reminds and never acts
    int retention_years = 5;                                // after which a record is due for deletion
};

}  // namespace hamer
