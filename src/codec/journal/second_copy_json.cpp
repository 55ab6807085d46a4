#include "codec/journal/second_copy_json.h"

#include "codec/json/cursor.h"

namespace hamer {

std::string write_second_copy_line(const SecondCopyLine& brought_back) {
    return Json{{"seq", brought_back.seq},
                {"folder", brought_back.folder},
                {"after", brought_back.after},
                {"payload", brought_back.entry.payload},
                {"private", brought_back.entry.private_lines}}
        .dump();
}

std::optional<SecondCopyLine> read_second_copy_line(std::string_view line) {
    const auto json = parse_json(line, "");
    if (!json) return std::nullopt;
    auto brought_back = reading("", [&] {
        const Cursor at(*json, "");
        at.keys({"seq", "folder", "after", "payload", "private"});
        SecondCopyLine read{static_cast<std::uint64_t>(at.at("seq").integer(1, INT64_MAX)), {}, {}, {}};
        read.folder = at.at("folder").string(1u << 16);
        read.after = at.at("after").string();
        read.entry.payload = at.at("payload").string(1u << 24);
        for (const Cursor& text : at.at("private").items()) read.entry.private_lines.push_back(text.string(1u << 24));
        return read;
    });
    if (!brought_back) return std::nullopt;
    return *std::move(brought_back);
}

}  // namespace hamer
