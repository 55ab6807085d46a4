// What the program has in the module hamer-transfer, which is not loaded here: the archive's code itself.
#include "service/store/module/transfer_module.h"

namespace hamer {

Result<std::string> pack(const std::map<std::string, std::string>& files) { return pack_files(files); }

Result<std::map<std::string, std::string>> unpack(std::string_view archive, const std::string& where,
                                                  const ArchiveLimits& limits) {
    return unpack_files(archive, where, limits);
}

}  // namespace hamer
