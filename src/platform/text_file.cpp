#include "platform/text_file.h"

#include "base/text.h"
#include "platform/error_number.h"
#include "platform/private_files.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <fstream>

namespace hamer {

namespace {

// How many bytes of a byte order mark it begins with.
std::size_t byte_order_mark(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.starts_with(mark) ? mark.size() : 0;
}

}  // namespace

Result<std::string> read_secret_file(const std::filesystem::path& path, std::size_t limit) {
    if (others_may_use(path)) {
        return fail(ErrorKind::Refused, path.string(),
                    LocalText{"anderen dan de eigenaar mogen dit geheim lezen of wijzigen",
                              "others than its owner may read or change this secret"},
                    LocalText{fmt::format("Geef: {}", making_private()), fmt::format("{} this file", making_private())},
                    Trouble::NotPrivate);
    }
    auto text = read_text_file(path, limit);
    if (!text) return text;
    return clean_secret(*std::move(text), path.string());
}

Result<std::string> clean_secret(std::string text, const std::string& where) {
    text.erase(0, byte_order_mark(text));
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    text.erase(0, text.find_first_not_of(" \t\r\n"));
    if (text.empty()) {
        return fail(ErrorKind::Usage, where, LocalText{"er staat geen geheim in", "there is no secret in it"},
                    LocalText{"Zet het op één regel", "Put it on one line"});
    }
    if (printable(text, std::string::npos) != text) {
        return fail(ErrorKind::Usage, where,
                    LocalText{"verwacht één regel; er staan meer regels of stuurtekens in",
                              "expected a secret of one line, found more lines or control characters"},
                    LocalText{"Laat alleen het geheim staan", "Leave only the secret in it"});
    }
    return text;
}

Result<std::string> read_text_file(const std::filesystem::path& path, std::size_t limit) {
    std::error_code code;
    const auto status = std::filesystem::status(path, code);
    if (!std::filesystem::exists(status)) {
        return fail(ErrorKind::Usage, path.string(), "no such file", "Check the name", Trouble::NotThere);
    }
    if (!std::filesystem::is_regular_file(status)) {
        return fail(ErrorKind::Usage, path.string(), "expected a file, found something else", "Name a file",
                    Trouble::NotAFile);
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return fail(ErrorKind::Usage, path.string(), fmt::format("cannot be opened: {}", words_for(errno)),
                    "Check who may read it", trouble_of(errno));
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
    if (file.bad())
        return fail(ErrorKind::Usage, path.string(), "cannot be read to its end", "Check the disk", Trouble::Disk);
    if (bytes.size() > limit) {
        return fail(ErrorKind::Usage, path.string(), fmt::format("larger than {} bytes", limit),
                    "Is it the right file?", Trouble::TooLarge);
    }
    if (!is_utf8(bytes)) {
        return fail(ErrorKind::Usage, path.string(), "expected UTF-8 text, found other bytes", "Save it as UTF-8",
                    Trouble::NotText);
    }
    bytes.erase(0, byte_order_mark(bytes));
    return bytes;
}

}  // namespace hamer
