#include "platform/module.h"

#include <dlfcn.h>
#include <fmt/format.h>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

namespace hamer {

namespace {

tl::unexpected<Error> missing(const std::string& file, const std::string& problem) {
    return fail(ErrorKind::Storage, file, problem,
                "Close Hamer and start it again; if that does not help, install it again", Trouble::PartMissing);
}

// True also where the system does not say how much is in use.
bool has_room(std::uint64_t bytes) {
    rlimit allowed{};
    if (::getrlimit(RLIMIT_AS, &allowed) != 0 || allowed.rlim_cur == RLIM_INFINITY) return true;
    std::uint64_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) + bytes <= allowed.rlim_cur;
}

}  // namespace

Result<const void*> load_module(const std::string& name, std::uint64_t room) {
    // Where the program was linked to look for it: lib/hamer/modules.
    const std::string file = fmt::format("hamer-{}.so", name);
    if (!has_room(room)) {
        return fail(ErrorKind::Storage, file,
                    LocalText{"er is te weinig geheugen voor dit deel van het programma",
                              "there is not enough memory for this part of the program"},
                    LocalText{"Sluit andere programma's, of sta meer geheugen toe (ulimit -v)",
                              "Close other programs, or allow more memory (ulimit -v)"});
    }
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
