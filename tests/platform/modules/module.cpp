// Modules for the tests of platform/module.h: MODULE_KIND says which.
#include "platform/module.h"

#if MODULE_KIND == 1  // one that is right

namespace {

struct Table {
    int (*twice)(int);
};
constexpr Table table{[](int number) { return number * 2; }};

}  // namespace

HAMER_MODULE(table);

#elif MODULE_KIND == 2  // of another version

extern "C" HAMER_EXPORTED const hamer::ModuleHead hamer_module;
const hamer::ModuleHead hamer_module{.version = "0.0.0", .table = nullptr};

#endif  // else: of another program
