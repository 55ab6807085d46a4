// The installation's settings: config/hamer.json (config/schema/settings.schema.json).
#pragma once

#include "base/text.h"
#include "session/values.h"

#include <optional>
#include <string>

namespace hamer {

// Where complete records go by themselves. Each is optional.
struct HttpsTarget {
    std::string url;         // https; http for this machine only
    std::string source;      // of the CloudEvents: "urn:nld:oin:<OIN>:systeem:hamer"
    std::string token_file;  // holds a bearer token; may be empty
    std::string ca_file;     // the certificates to trust, instead of the system's; may be empty
    int timeout_seconds = 30;
};
struct DeliveryTargets {
    std::string folder;
    std::optional<HttpsTarget> https;
};

struct Settings {
    Municipality municipality;
    Language language = Language::Dutch;
    std::string procedure = "procedures/leiden-2025.json";  // relative to the settings file
    // A file, relative to the data folder, or a server: postgresql://user@host/database.
    std::string register_place = "register.db";
    DeliveryTargets deliver;
    int statement_limit_seconds = 120;  // scenario A's statement; reminds and never acts
    int retention_years = 5;            // after which a record is due for deletion
};

}  // namespace hamer
