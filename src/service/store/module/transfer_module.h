// What the module hamer-transfer does: all that needs libcurl and libarchive. The functions are in the module alone;
// the program reaches them through the table, behind service/store/http_client.h and service/store/archive.h.
#pragma once

#include "service/store/archive.h"
#include "service/store/http_client.h"

namespace hamer {

[[nodiscard]] HttpAnswer ask_by_curl(const HttpRequest& request);
[[nodiscard]] Result<std::string> pack_files(const std::map<std::string, std::string>& files);
[[nodiscard]] Result<std::map<std::string, std::string>> unpack_files(std::string_view packed, const std::string& where,
                                                                      const ArchiveLimits& limits);

struct TransferModule {
    decltype(&ask_by_curl) ask;
    decltype(&pack_files) pack;
    decltype(&unpack_files) unpack;
};

}  // namespace hamer
