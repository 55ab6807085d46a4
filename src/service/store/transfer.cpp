#include "base/attempt.h"
#include "platform/input_file.h"
#include "platform/module.h"
#include "service/store/archive.h"
#include "service/store/http_client.h"
#include "service/store/module/transfer_module.h"

namespace hamer {

namespace {

Result<const TransferModule*> transfer_module() { return load_module_as<TransferModule>("transfer"); }

}  // namespace

HttpAnswer ask(const HttpRequest& request) {
    const auto module = transfer_module();
    if (!module) return {.problem = describe(module.error())};
    // libcurl would read one that has no end, or wait for it without a limit.
    if (const auto ca = request.ca_file.empty() ? Status{} : expect_file(request.ca_file); !ca)
        return {.problem = describe(ca.error())};
    return (*module)->ask(request);
}

Result<std::string> pack(const std::map<std::string, std::string>& files) {
    ASSIGN_OR_RETURN(const auto module, transfer_module());
    return module->pack(files);
}

Result<std::map<std::string, std::string>> unpack(std::string_view archive, const std::string& where,
                                                  const ArchiveLimits& limits) {
    ASSIGN_OR_RETURN(const auto module, transfer_module());
    return module->unpack(archive, where, limits);
}

}  // namespace hamer
