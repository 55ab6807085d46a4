#include "platform/folder_files.h"

#include "base/attempt.h"
#include "platform/error_number.h"
#include "platform/input_file.h"

#include <fmt/format.h>

namespace hamer {

namespace {

namespace fs = std::filesystem;
constexpr int deepest = 8;

tl::unexpected<Error> cannot_be_read(const fs::path& path, const std::error_code& code) {
    return fail(ErrorKind::Usage, path.string(), fmt::format("cannot be read: {}", words_for(code.value())),
                "Check who may read it", trouble_of(code.value()));
}

// What is left of the limit goes down with each file.
Status add_files(const fs::path& folder, const std::string& way, std::size_t& left, int depth,
                 const std::function<bool(std::string_view)>& wanted, std::map<std::string, std::string>& files) {
    std::error_code code;
    for (fs::directory_iterator one(folder, code), end; !code && one != end; one.increment(code)) {
        const std::string name = one->path().filename().string();
        const fs::file_type type = one->symlink_status(code).type();
        if (code) break;
        if (!wanted(name)) continue;
        if (type == fs::file_type::directory) {
            if (depth == deepest) {
                return fail(ErrorKind::Usage, one->path().string(), fmt::format("deeper than {} folders", deepest),
                            "Is it the right folder?", Trouble::TooLarge);
            }
            RETURN_IF_ERROR(add_files(one->path(), way + name + "/", left, depth + 1, wanted, files));
        } else if (type == fs::file_type::regular) {
            ASSIGN_OR_RETURN(std::string bytes, read_input_file(one->path(), left));
            left -= bytes.size();
            files.emplace(way + name, std::move(bytes));
        }
    }
    if (code) return cannot_be_read(folder, code);
    return {};
}

}  // namespace

Result<std::map<std::string, std::string>> read_folder_files(const fs::path& folder, std::size_t limit,
                                                             const std::function<bool(std::string_view name)>& wanted) {
    std::error_code code;
    const fs::file_type type = fs::symlink_status(folder, code).type();
    if (type == fs::file_type::not_found)
        return fail(ErrorKind::Usage, folder.string(), "no such folder", "Check the name", Trouble::NotThere);
    if (type == fs::file_type::none) return cannot_be_read(folder, code);
    if (type != fs::file_type::directory) {
        return fail(ErrorKind::Usage, folder.string(),
                    LocalText{"verwacht: een map, en geen koppeling daarheen", "expected a folder, and no link to one"},
                    {"Noem de map zelf", "Name the folder itself"}, Trouble::NotAFile);
    }
    std::map<std::string, std::string> files;
    std::size_t left = limit;
    RETURN_IF_ERROR(add_files(folder, "", left, 0, wanted, files));
    return files;
}

}  // namespace hamer
