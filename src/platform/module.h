// A part of the program in a file of its own, hamer-<name> with the system's ending, loaded when it is first needed, so
// that the start does not pay for the libraries that it needs (decision 10). It stays loaded. Safe from any thread.
//
// A module has one variable, `hamer_module`, of type ModuleHead. Its table is a struct of functions that the module and
// its user know from the same header; as both must be of the same build, another version is refused.
#pragma once

#include "base/result.h"
#include "base/version.h"

#include <cstdint>
#include <string>

namespace hamer {

struct ModuleHead {
    const char* version = program_version.data();
    const void* table = nullptr;
};

// What a module and its libraries may take of the process's address space. Where a limit (ulimit -v) leaves less the
// module is refused: some libraries end the program when they get no memory.
constexpr std::uint64_t usual_room = 64u << 20;

// The table of a module; an Error when its file is not there, is not of this version, or has no room.
[[nodiscard]] Result<const void*> load_module(const std::string& name, std::uint64_t room = usual_room);

template <typename Table>
[[nodiscard]] Result<const Table*> load_module_as(const std::string& name, std::uint64_t room = usual_room) {
    return load_module(name, room).map([](const void* table) { return static_cast<const Table*>(table); });
}

}  // namespace hamer

// In the module's own source, once. HAMER_EXPORTED, which the build gives, has others find it.
#define HAMER_MODULE(table)                                         \
    extern "C" HAMER_EXPORTED const hamer::ModuleHead hamer_module; \
    const hamer::ModuleHead hamer_module { .table = &(table) }
