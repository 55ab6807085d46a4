#include "platform/private_files.h"

#include "platform/random.h"
#include "platform/windows/names.h"
#include "platform/windows/own_access.h"

#include <cerrno>
#include <fmt/format.h>

namespace hamer {

namespace {

// What is not there is nobody's; what cannot be asked may be anybody's.
OthersMay of_others(const std::filesystem::path& path) {
    const auto name = system_name(path);
    if (!name) return {};
    const Judgement found = judge(*name);
    if (found.error == ENOENT || found.error == ENOTDIR) return {};
    return found.error == 0 ? found.others : OthersMay{true, true};
}

}  // namespace

bool others_may_read(const std::filesystem::path& path) { return of_others(path).read; }

bool others_may_change(const std::filesystem::path& path) { return of_others(path).change; }

bool others_may_use(const std::filesystem::path& path) {
    const OthersMay others = of_others(path);
    return others.read || others.change;
}

// https://learn.microsoft.com/windows-server/administration/windows-commands/icacls
std::string making_private(std::string_view file) {
    return fmt::format("icacls \"{}\" /inheritance:r /grant:r %USERNAME%:F", file);
}

std::string making_folder_private(std::string_view folder) {
    return fmt::format("icacls \"{}\" /inheritance:r /grant:r %USERNAME%:(OI)(CI)F", folder);
}

// Of the group of all users of the machine, whatever it is called in the system's language.
std::string keeping_from_change(std::string_view file) {
    return fmt::format("icacls \"{}\" /inheritance:r /grant:r %USERNAME%:F /grant:r *S-1-5-32-545:R", file);
}

bool new_files_are_private(const std::filesystem::path& folder) {
    const auto name = system_name(folder / (".hamer-" + random_hex(4)));
    const OwnAttributes own = own_attributes(Kind::File);
    if (!name || own.error != 0) return true;
    const Handle made(::CreateFileW(name->c_str(), GENERIC_READ | DELETE, 0, own.attributes, CREATE_NEW,
                                    FILE_ATTRIBUTE_NORMAL | FILE_FLAG_DELETE_ON_CLOSE, nullptr));
    if (!made.valid()) return true;
    const Judgement found = judge(made.get());
    return found.error == 0 && !found.others.read;
}

}  // namespace hamer
