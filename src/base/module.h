// A part of the program in a file of its own, hamer-<name>.so, loaded when it is first needed, so that the start does
// not pay for the libraries that it needs (decision 10). It stays loaded. Safe from any thread.
//
// A module has one variable, `hamer_module`, of type ModuleHead. Its table is a struct of functions that the module and
// its user know from the same header; as both must be of the same build, another version is refused.
#pragma once

#include "base/result.h"
#include "base/version.h"

#include <string>

namespace hamer {

struct ModuleHead {
    const char* version = program_version.data();
    const void* table = nullptr;
};

// The table of a module; an Error when its file is not there, or is not of this version.
[[nodiscard]] Result<const void*> load_module(const std::string& name);

template <typename Table>
[[nodiscard]] Result<const Table*> load_module_as(const std::string& name) {
    return load_module(name).map([](const void* table) { return static_cast<const Table*>(table); });
}

}  // namespace hamer

// In the module's own source, once.
#define HAMER_MODULE(table)                                                                 \
    extern "C" __attribute__((visibility("default"))) const hamer::ModuleHead hamer_module; \
    const hamer::ModuleHead hamer_module { .table = &(table) }
