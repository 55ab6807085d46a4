// Registers for measuring, written past the register, which would sync each record.
#pragma once

#include <filesystem>

namespace hamer::bench {

// Records of one every ten minutes, with 2,500 names, of which the last thousandth part have duties that are still
// open. The register is there already and is empty. Throws Trouble.
void fill_register(const std::filesystem::path& file, int records);

}  // namespace hamer::bench
