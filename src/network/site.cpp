#include "network/site.h"

#include "base/attempt.h"
#include "base/sha256.h"
#include "platform/folder_files.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hamer {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> types = {{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".data", "application/octet-stream"},
}};

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
}

}  // namespace

std::string_view type_of(std::string_view name) {
    for (const auto& [ending, type] : types) {
        if (name.ends_with(ending)) return type;
    }
    return "application/octet-stream";
}

Result<Site> read_site(const std::filesystem::path& folder) {
    const auto wanted = [](std::string_view name) {
        return !name.empty() && name.front() != '.' && std::all_of(name.begin(), name.end(), is_plain);
    };
    ASSIGN_OR_RETURN(auto files, read_folder_files(folder, most_site_bytes, wanted));
    Site site;
    for (auto& [way, bytes] : files) {
        const std::string tag = sha256_hex(bytes).substr(0, 32);
        site.emplace("/" + way, SiteFile{std::move(bytes), type_of(way), tag});
    }
    if (const auto index = site.find("/index.html"); index != site.end()) site.emplace("/", index->second);
    return site;
}

}  // namespace hamer
