#include "codec/journal/session_summary_json.h"

#include "codec/json/cursor.h"

#include <algorithm>

namespace hamer {

std::string write_session_summary(const SessionSummary& summary) {
    Json json{{"id", summary.id},
              {"files", summary.files},
              {"date", summary.date},
              {"name", summary.name},
              {"room", summary.room},
              {"entries", summary.entries},
              {"head", summary.head},
              {"incidents", summary.incidents},
              {"log", log_state_words[static_cast<std::size_t>(summary.log)]},
              {"readable", summary.readable},
              {"closed", summary.closed},
              {"put_away", summary.put_away},
              {"drill", summary.drill}};
    if (summary.origin) json["origin"] = {{"device", summary.origin->device}, {"key", summary.origin->key}};
    return json.dump();
}

std::optional<SessionSummary> read_session_summary(std::string_view line) {
    const auto json = parse_json(line, "");
    if (!json) return std::nullopt;
    auto summary = reading("", [&] {
        const Cursor at(*json, "");
        SessionSummary read;
        read.id = at.at("id").string();
        read.files = at.at("files").string();
        read.date = at.at("date").string();
        read.name = at.at("name").string();
        read.room = at.at("room").string();
        read.entries = static_cast<std::uint64_t>(at.at("entries").integer(0, INT64_MAX));
        read.head = at.at("head").string();
        read.incidents = static_cast<std::uint64_t>(at.at("incidents").integer(0, INT64_MAX));
        const auto log = std::ranges::find(log_state_words, at.at("log").string());
        if (log == log_state_words.end()) at.at("log").fail("expected whole, torn or damaged");
        read.log = static_cast<LogState>(log - log_state_words.begin());
        read.readable = at.at("readable").boolean();
        read.closed = at.at("closed").boolean();
        read.put_away = at.at("put_away").boolean();
        read.drill = at.at("drill").boolean();
        if (at.has("origin")) {
            const Cursor origin = at.at("origin");
            read.origin = SessionOrigin{origin.at("device").string(), origin.at("key").string()};
        }
        return read;
    });
    if (!summary) return std::nullopt;
    return *std::move(summary);
}

}  // namespace hamer
