// What goes to a case system and comes back from it, by VNG Realisatie's standard for case-based working (ZGW): Zaken
// API 1.5 and Documenten API 1.5, whose names the fields have. What a list of zaken shows tells of no person.
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "session/settings.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hamer {

// A name of at most forty characters, which is what the standard has room for: the name itself, or else the first forty
// digits of its SHA-256.
[[nodiscard]] std::string zgw_identification(const std::string& name);

struct ZgwZaak {
    std::string identification;
    std::string description;  // at most 80 characters
    std::string explanation;
    std::string start;  // "2026-03-12"
};
[[nodiscard]] std::string zaak_json(const ZgwZaak& zaak, const ZgwTarget& target);

struct ZgwDocument {
    std::string identification;
    std::string title;
    std::string author;
    std::string media_type;
    std::string file_name;
    std::string description;
    std::string day;  // that it was made: "2026-03-13"
    std::string_view bytes;
    std::string sha256;  // of the bytes
};
[[nodiscard]] std::string document_json(const ZgwDocument& document, const ZgwTarget& target);
[[nodiscard]] std::string link_json(const std::string& zaak, const std::string& document, const std::string& title);
[[nodiscard]] std::string status_json(const std::string& zaak, const std::string& type, Instant set);

// The token that each request goes with: a JWT, signed with HMAC-SHA-256 (RFC 7515, 7519) over who asks and when.
[[nodiscard]] std::string zgw_token(const std::string& client_id, std::string_view secret, Instant now);

// A thing that the case system has.
struct ZgwFound {
    std::string url;
    std::string sha256;  // of a document, where it has one
};
// Refused: what came is no thing, or no list of things, of the standard. `where` is who answered.
[[nodiscard]] Result<ZgwFound> read_zgw_made(std::string_view answer, const std::string& where);
// The first of a list, in a page or whole, that has these values; nothing where none has. A server that does not look
// at what it was asked for gives others too.
using ZgwFields = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] Result<std::optional<ZgwFound>> read_zgw_list(std::string_view answer, const ZgwFields& fields,
                                                            const std::string& where);

}  // namespace hamer
