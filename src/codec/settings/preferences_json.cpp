#include "codec/settings/preferences_json.h"

#include "base/attempt.h"
#include "codec/settings/broadcast_way.h"

namespace hamer {

namespace {

constexpr std::size_t longest_name = 200;

Preferences read_all(const Cursor& at) {
    at.keys({"format"},
            {"language", "dark", "text_percent", "motion", "sound", "statement_limit_seconds", "broadcast", "name"});
    if (at.at("format").integer(0, INT32_MAX) != 1) {
        at.at("format").fail("expected format 1, the one that this program reads", "Use a newer Hamer for a newer file",
                             Trouble::OtherVersion);
    }
    Preferences read;
    if (at.has("language")) {
        read.language = language_from(at.at("language").string());
        if (!read.language) at.at("language").fail("expected nl or en");
    }
    read.dark = at.boolean_or("dark", read.dark);
    if (at.has("text_percent")) read.text_percent = static_cast<int>(at.at("text_percent").integer(100, 200));
    read.motion = at.boolean_or("motion", read.motion);
    read.sound = at.boolean_or("sound", read.sound);
    if (at.has("statement_limit_seconds")) {
        read.statement_limit_seconds = static_cast<int>(at.at("statement_limit_seconds").integer(10, 3600));
    }
    if (at.has("broadcast")) read.broadcast = broadcast_way_from(at.at("broadcast"));
    if (at.has("name")) read.name = printable(at.at("name").string(longest_name), longest_name);
    return read;
}

}  // namespace

Result<Preferences> read_preferences(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(const auto json, parse_json(text, file));
    return reading(file, [&] { return read_all(Cursor(json, file)); });
}

std::string write_preferences(const Preferences& preferences) {
    Json json{{"format", 1},
              {"dark", preferences.dark},
              {"text_percent", preferences.text_percent},
              {"motion", preferences.motion},
              {"sound", preferences.sound}};
    if (preferences.language) json["language"] = std::string(code(*preferences.language));
    if (preferences.statement_limit_seconds) json["statement_limit_seconds"] = *preferences.statement_limit_seconds;
    if (preferences.broadcast) {
        json["broadcast"] = std::string(broadcast_way_words[static_cast<std::size_t>(*preferences.broadcast)]);
    }
    if (!preferences.name.empty()) json["name"] = preferences.name;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hamer
