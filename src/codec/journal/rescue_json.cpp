#include "codec/journal/rescue_json.h"

#include "codec/json/cursor.h"

namespace hamer {

std::string write_rescue_line(const RescuedEntry& rescued) {
    return Json{{"seq", rescued.seq},
                {"folder", rescued.folder},
                {"after", rescued.after},
                {"payload", rescued.entry.payload},
                {"private", rescued.entry.private_lines}}
        .dump();
}

std::optional<RescuedEntry> read_rescue_line(std::string_view line) {
    const auto json = parse_json(line, "");
    if (!json) return std::nullopt;
    auto rescued = reading("", [&] {
        const Cursor at(*json, "");
        at.keys({"seq", "folder", "after", "payload", "private"});
        RescuedEntry read{static_cast<std::uint64_t>(at.at("seq").integer(1, INT64_MAX)), {}, {}, {}};
        read.folder = at.at("folder").string(1u << 16);
        read.after = at.at("after").string();
        read.entry.payload = at.at("payload").string(1u << 24);
        for (const Cursor& text : at.at("private").items()) read.entry.private_lines.push_back(text.string(1u << 24));
        return read;
    });
    if (!rescued) return std::nullopt;
    return *std::move(rescued);
}

}  // namespace hamer
