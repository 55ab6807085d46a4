#include "platform/text_file.h"

#include "base/attempt.h"
#include "base/text.h"
#include "platform/input_file.h"
#include "platform/private_files.h"

#include <fmt/format.h>

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
        const std::string typed = making_private(path.string());
        return fail(ErrorKind::Refused, path.string(),
                    LocalText{"anderen dan de eigenaar mogen dit geheim lezen of wijzigen",
                              "others than its owner may read or change this secret"},
                    LocalText{fmt::format("Geef: {}", typed), fmt::format("Use: {}", typed)}, Trouble::NotPrivate);
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
    ASSIGN_OR_RETURN(auto bytes, read_input_file(path, limit));
    if (!is_utf8(bytes)) {
        return fail(ErrorKind::Usage, path.string(), "expected UTF-8 text, found other bytes", "Save it as UTF-8",
                    Trouble::NotText);
    }
    bytes.erase(0, byte_order_mark(bytes));
    return bytes;
}

}  // namespace hamer
