#include "codec/drill/drill_script.h"

#include "codec/journal/walk_json.h"
#include "codec/json/cursor.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr JsonLimits limits{.depth = 12, .keys = 64, .values = 1'000};
constexpr std::int64_t longest_seconds = longest_drill_ms / 1000;
constexpr std::size_t longest_text = 4000;

std::int64_t time_at_ms(const Json& line, const std::string& where) {
    const auto found = line.find("at");
    const bool good = found != line.end() && found->is_number() && found->get<double>() >= 0 &&
                      found->get<double>() <= static_cast<double>(longest_seconds);
    if (!good) throw ShapeError({ErrorKind::Usage, where, "expected “at”: seconds since the drill began", ""});
    return static_cast<std::int64_t>(std::llround(found->get<double>() * 1000));
}

// The key that names what a line does.
std::string_view key_of(TrainerAct::Kind kind) {
    using Kind = TrainerAct::Kind;
    switch (kind) {
        case Kind::Fire:
            return "fire";
        case Kind::Skip:
            return "skip";
        case Kind::Delay:
            return "delay";
        case Kind::Observe:
            return "observe";
        case Kind::Rate:
            return "rate";
        case Kind::Agree:
            return "agree";
        case Kind::Attend:
            return "attend";
        case Kind::End:
            return "end";
        case Kind::TakeBack:
            break;
    }
    return "take_back";
}

std::optional<TrainerAct> act_of(const Cursor& line) {
    using Kind = TrainerAct::Kind;
    for (const Kind kind : {Kind::Fire, Kind::Skip, Kind::Delay, Kind::Observe, Kind::Rate, Kind::Agree, Kind::Attend,
                            Kind::TakeBack, Kind::End}) {
        const char* key = key_of(kind).data();
        if (!line.has(key)) continue;
        TrainerAct act{.kind = kind};
        switch (kind) {
            case Kind::Fire:
            case Kind::Skip:
                line.keys({"at", key}, {"drill"});
                act.id = line.at(key).word();
                break;
            case Kind::Delay:
                line.keys({"at", key, "by"}, {"drill"});
                act.id = line.at(key).word();
                act.delay_ms = line.at("by").integer(0, longest_seconds) * 1000;
                break;
            case Kind::Rate:
                line.keys({"at", key, "as"}, {"drill"});
                act.id = line.at(key).word();
                act.rating = static_cast<int>(line.at("as").integer(1, 5));
                break;
            case Kind::Observe:
            case Kind::Agree:
            case Kind::Attend:
                line.keys({"at", key}, {"drill"});
                act.text = printable(line.at(key).string(longest_text));
                break;
            case Kind::TakeBack:
            case Kind::End:
                line.keys({"at", key}, {"drill"});
                if (!line.at(key).boolean()) line.at(key).fail("expected true");
                break;
        }
        return act;
    }
    return std::nullopt;
}

DrillLine drill_line(std::string_view text, const std::string& where) {
    const auto json = parse_json(text, where, limits);
    if (!json) throw ShapeError(json.error());
    const Cursor line(*json, where);
    line.object();
    DrillLine made{.at_ms = time_at_ms(*json, where)};
    made.act = act_of(line);
    if (made.act) {
        made.act->at_ms = made.at_ms;
        return made;
    }
    Json step = *json;
    step.erase("at");  // a walk line's own “at” is a time of day
    const auto command = read_walk_line(step.dump());
    if (!command) throw ShapeError({ErrorKind::Usage, where, command.error().message.en, ""});
    made.command = *command;
    return made;
}

}  // namespace

Result<std::vector<DrillLine>> read_drill_script(std::string_view text, const std::string& file) {
    return reading(file, [&] {
        std::vector<DrillLine> lines;
        std::size_t number = 0;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string_view line = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            const std::string where = fmt::format("{}: line {}", file, ++number);
            if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
            lines.push_back(drill_line(line, where));
            if (lines.size() > 1 && lines.back().at_ms < lines[lines.size() - 2].at_ms) {
                throw ShapeError({ErrorKind::Usage, where, "is before the line above it", "Times never go back"});
            }
        }
        return lines;
    });
}

std::string write_trainer_act(const TrainerAct& act) {
    using Kind = TrainerAct::Kind;
    Json line{{"drill", true}, {"at", static_cast<double>(act.at_ms) / 1000}};
    Json& value = line[std::string(key_of(act.kind))];
    switch (act.kind) {
        case Kind::Fire:
        case Kind::Skip:
            value = act.id;
            break;
        case Kind::Delay:
            value = act.id;
            line["by"] = act.delay_ms / 1000;
            break;
        case Kind::Rate:
            value = act.id;
            line["as"] = act.rating;
            break;
        case Kind::Observe:
        case Kind::Agree:
        case Kind::Attend:
            value = act.text;
            break;
        case Kind::TakeBack:
        case Kind::End:
            value = true;
            break;
    }
    return line.dump();
}

std::optional<TrainerAct> read_trainer_act(std::string_view line) {
    auto read = reading("", [&] { return drill_line(line, "").act; });
    return read ? *std::move(read) : std::nullopt;
}

}  // namespace hamer
