// The page that a server gives out: files in memory, read once from one folder.
//
// A request is looked up in a map and never made a path of, so there is no way out of the folder; and what is put in
// the folder later is not given out before the next start, so no page changes under a meeting.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace hamer {

struct SiteFile {
    std::string bytes;
    std::string_view type;  // for Content-Type
    std::string tag;        // for ETag: another one where the bytes are others
};

// By the path of a request, such as "/index.html"; "/" is index.html too.
using Site = std::map<std::string, SiteFile, std::less<>>;

inline constexpr std::size_t most_site_bytes = 64u << 20;

// Plain files of plain names (letters, digits, . _ -) in the folder and below. Links, hidden files and others are left
// out; a folder that is not there, is a link, or has too much in it is refused.
[[nodiscard]] Result<Site> read_site(const std::filesystem::path& folder);

// The type of a name by its ending; "application/octet-stream" of any other.
[[nodiscard]] std::string_view type_of(std::string_view name);

}  // namespace hamer
