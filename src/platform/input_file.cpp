#include "platform/input_file.h"

#include "base/attempt.h"
#include "platform/error_number.h"

#include <cerrno>
#include <fmt/format.h>
#include <fstream>

namespace hamer {

namespace {

namespace fs = std::filesystem;

LocalText kind_of(fs::file_type type) {
    switch (type) {
        case fs::file_type::directory:
            return {"een map", "a folder"};
        case fs::file_type::fifo:
            return {"een pijp", "a pipe"};
        case fs::file_type::socket:
            return {"een socket", "a socket"};
        case fs::file_type::character:
        case fs::file_type::block:
            return {"een apparaat", "a device"};
        default:
            return {"iets anders", "something else"};
    }
}

tl::unexpected<Error> cannot_be_opened(const fs::path& path, int error) {
    return fail(ErrorKind::Usage, path.string(), fmt::format("cannot be opened: {}", words_for(error)),
                "Check who may read it", trouble_of(error));
}

}  // namespace

Status expect_file(const fs::path& path) {
    std::error_code code;
    const fs::file_type type = fs::status(path, code).type();
    if (type == fs::file_type::regular) return {};
    if (type == fs::file_type::not_found)
        return fail(ErrorKind::Usage, path.string(), "no such file", "Check the name", Trouble::NotThere);
    if (type == fs::file_type::none) return cannot_be_opened(path, code.value());
    const LocalText found = kind_of(type);
    return fail(ErrorKind::Usage, path.string(),
                LocalText{"verwacht: een bestand, gevonden: " + found.nl, "expected a file, found " + found.en},
                {"Noem een bestand", "Name a file"}, Trouble::NotAFile);
}

Result<std::string> read_input_file(const fs::path& path, std::size_t limit) {
    RETURN_IF_ERROR(expect_file(path));
    std::error_code code;
    const std::uintmax_t size = fs::file_size(path, code);
    if (code) return cannot_be_opened(path, code.value());
    if (size > limit) {
        return fail(ErrorKind::Usage, path.string(), fmt::format("larger than {} bytes", limit),
                    "Is it the right file?", Trouble::TooLarge);
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) return cannot_be_opened(path, errno);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    if (size > 0) file.read(bytes.data(), static_cast<std::streamsize>(size));
    if (file.bad())
        return fail(ErrorKind::Usage, path.string(), "cannot be read to its end", "Check the disk", Trouble::Disk);
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

}  // namespace hamer
