#include "base/text_file.h"

#include "base/text.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <fstream>

namespace hamer {

Result<std::string> read_text_file(const std::filesystem::path& path, std::size_t limit) {
    std::error_code code;
    const auto status = std::filesystem::status(path, code);
    if (!std::filesystem::exists(status)) {
        return fail(ErrorKind::Usage, path.string(), "no such file", "Check the name");
    }
    if (!std::filesystem::is_regular_file(status)) {
        return fail(ErrorKind::Usage, path.string(), "expected a file, found something else", "Name a file");
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return fail(ErrorKind::Usage, path.string(), fmt::format("cannot be opened: {}", std::strerror(errno)),
                    "Check who may read it");
    }
    // In pieces, so that no more room is made ready than the file needs.
    constexpr std::size_t piece = 64 * 1024;
    std::string bytes;
    while (file && bytes.size() <= limit) {
        const std::size_t before = bytes.size();
        bytes.resize(std::min(before + piece, limit + 1));
        file.read(bytes.data() + before, static_cast<std::streamsize>(bytes.size() - before));
        bytes.resize(before + static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad()) return fail(ErrorKind::Usage, path.string(), "cannot be read to its end", "Check the disk");
    if (bytes.size() > limit) {
        return fail(ErrorKind::Usage, path.string(), fmt::format("larger than {} bytes", limit),
                    "Is it the right file?");
    }
    if (!is_utf8(bytes)) {
        return fail(ErrorKind::Usage, path.string(), "expected UTF-8 text, found other bytes", "Save it as UTF-8");
    }
    return bytes;
}

}  // namespace hamer
