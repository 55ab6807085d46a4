#include "codec/record/paper_json.h"

#include "codec/json/cursor.h"

#include <limits>

namespace hamer {

std::string write_paper_line(const Paper& paper) {
    return Json{{"file", paper.file},       {"record", paper.record}, {"revision", paper.revision},
                {"session", paper.session}, {"sha256", paper.sha256}, {"stale", paper.stale}}
        .dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Paper> read_paper_line(std::string_view line) {
    const auto json = parse_json(line, "");
    if (!json) return std::nullopt;
    auto paper = reading("", [&] {
        const Cursor at(*json, "");
        Paper read{.file = at.at("file").string(1u << 16), .record = at.at("record").string()};
        read.revision = static_cast<int>(at.at("revision").integer(0, std::numeric_limits<int>::max()));
        read.session = at.at("session").string();
        read.sha256 = at.at("sha256").string();
        read.stale = at.boolean_or("stale", false);
        return read;
    });
    if (!paper) return std::nullopt;
    return *std::move(paper);
}

}  // namespace hamer
