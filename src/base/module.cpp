#include "base/module.h"

#include <dlfcn.h>
#include <fmt/format.h>

namespace hamer {

namespace {

tl::unexpected<Error> missing(const std::string& file, const std::string& problem) {
    return fail(ErrorKind::Storage, file, problem,
                "Close Hamer and start it again; if that does not help, install it again", Trouble::PartMissing);
}

}  // namespace

Result<const void*> load_module(const std::string& name) {
    // Where the program was linked to look for it: lib/hamer.
    const std::string file = fmt::format("hamer-{}.so", name);
    void* loaded = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (loaded == nullptr)
        return missing(file, fmt::format("this part of the program cannot be loaded: {}", dlerror()));
    const auto* head = static_cast<const ModuleHead*>(dlsym(loaded, "hamer_module"));
    if (head == nullptr) return missing(file, "this is no part of Hamer");
    if (head->version != program_version) {
        return missing(file, fmt::format("expected the part of version {}, found {}", program_version, head->version));
    }
    return head->table;
}

}  // namespace hamer
