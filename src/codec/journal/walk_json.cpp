#include "codec/journal/walk_json.h"

#include "codec/journal/meeting_json.h"
#include "codec/json/clean_texts.h"
#include "codec/json/cursor.h"
#include "procedure/guide.h"
#include "procedure/machine.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::size_t max_line = 1u << 20;  // bytes

// A refusal on its way out of the reading functions below.
struct Refused {
    Refusal refusal;
};

[[noreturn]] void refuse(RefusalCode code, const std::string& nl, const std::string& en) {
    throw Refused{{code, {nl, en}}};
}

[[noreturn]] void refuse(const Error& error) { refuse(RefusalCode::BadJson, describe(error), describe(error)); }

std::string text(const Json& value, const std::string& name) {
    if (!value.is_string()) {
        refuse(RefusalCode::BadField, fmt::format("“{}” vraagt om een tekst", name),
               fmt::format("“{}” expects a text", name));
    }
    return value.get<std::string>();
}

std::string text_in(const Json& with, const char* key, bool required) {
    if (!with.contains(key)) {
        if (required) {
            refuse(RefusalCode::MissingField, fmt::format("Nog nodig: {}", key), fmt::format("Still needed: {}", key));
        }
        return {};
    }
    return text(with[key], key);
}

Fields fields(const Json& object) {
    Fields values;
    for (const auto& [id, value] : object.items()) {
        if (value.is_boolean())
            values[id] = value.get<bool>();
        else if (value.is_number_unsigned())
            values[id] = std::to_string(value.get<std::uint64_t>());  // such as an incident's
        else
            values[id] = text(value, printable(id, 80));
    }
    return values;
}

const Json& object_in(const Json& with, const char* key) {
    if (!with.contains(key) || !with[key].is_object()) {
        refuse(RefusalCode::MissingField, fmt::format("Nog nodig: {}, een object", key),
               fmt::format("Still needed: {}, an object", key));
    }
    return with[key];
}

void only(const Json& with, std::initializer_list<const char*> keys) {
    for (const auto& [key, value] : with.items()) {
        if (std::ranges::find(keys, key) != keys.end()) continue;
        refuse(RefusalCode::BadField, fmt::format("“{}” hoort hier niet", printable(key, 80)),
               fmt::format("“{}” does not belong here", printable(key, 80)));
    }
}

Amend read_amend(const Json& with) {
    only(with, {"seq", "fields"});
    if (!with.contains("seq") || !with["seq"].is_number_unsigned()) {
        refuse(RefusalCode::MissingField, "Nog nodig: seq, het nummer van de stap",
               "Still needed: seq, the step's number");
    }
    return {with["seq"].get<std::uint64_t>(), fields(object_in(with, "fields"))};
}

Deviate read_deviate(const Json& with) {
    only(with, {"to", "why"});
    Deviate deviate{{}, text_in(with, "why", true)};
    for (const auto& [region, state] : object_in(with, "to").items()) deviate.to[region] = text(state, region);
    return deviate;
}

CorrectMeeting read_correction(const Json& with, const Meeting& meeting) {
    if (with.empty()) {
        refuse(RefusalCode::MissingField, "Nog nodig: wat er verandert, zoals room",
               "Still needed: what changes, such as room");
    }
    try {
        return {meeting_from(Cursor(with, "with"), meeting)};
    } catch (const ShapeError& wrong) {
        refuse(RefusalCode::BadField, describe(wrong.error()), describe(wrong.error()));
    }
}

Command read(const Json& line, const Meeting& meeting) {
    if (!line.is_object() || !line.contains("do") || !line["do"].is_string()) {
        refuse(RefusalCode::BadJson, "Verwacht een object met “do”, de naam van een gebeurtenis",
               "Expected an object with “do”, the name of an event");
    }
    for (const auto& [key, value] : line.items()) {
        if (key == "do" || key == "with" || key == "at" || key == "actor") continue;
        refuse(RefusalCode::BadJson, fmt::format("Onbekend: “{}”", printable(key, 80)),
               fmt::format("Unknown key “{}”", printable(key, 80)));
    }
    const Json with = line.contains("with") ? line["with"] : Json::object();
    if (!with.is_object()) {
        refuse(RefusalCode::BadJson, "“with” vraagt om een object", "“with” expects an object");
    }
    Command command;
    const auto what = line["do"].get<std::string>();
    if (what == "note") {
        only(with, {"text"});
        command.what = AddNote{text_in(with, "text", true)};
    } else if (what == "undo") {
        only(with, {"why"});
        command.what = Undo{text_in(with, "why", false)};
    } else if (what == "amend") {
        command.what = read_amend(with);
    } else if (what == "deviate") {
        command.what = read_deviate(with);
    } else if (what == "correct-meeting") {
        command.what = read_correction(with, meeting);
    } else {
        command.what = Do{what, fields(with)};
    }
    if (line.contains("actor")) {
        constexpr std::size_t longest = 80;
        command.actor = text(line["actor"], "actor");
        if (command.actor.size() > longest || command.actor.find_first_not_of(' ') == std::string::npos) {
            refuse(RefusalCode::BadField, "“actor” vraagt om een naam van 1 tot 80 tekens",
                   "“actor” expects a name of 1 to 80 characters");
        }
    }
    if (line.contains("at")) {
        command.occurred = line["at"].is_string() ? from_rfc3339(line["at"].get<std::string>()) : std::nullopt;
        if (!command.occurred) {
            refuse(RefusalCode::BadTime, "“at” vraagt om een tijd zoals 2026-03-12T20:14:05.120+01:00",
                   "“at” expects a time such as 2026-03-12T20:14:05.120+01:00");
        }
    }
    return command;
}

void add_state(Json& answer, const Session& session) {
    const Procedure& procedure = session.procedure();
    Json situation = Json::object();
    for (std::size_t i = 0; i < procedure.regions.size(); ++i) {
        situation[procedure.regions[i].id] = procedure.active(session.configuration(), i).id;
    }
    answer["situation"] = std::move(situation);
    const Card* card = session.card();
    answer["card"] = card ? Json(card->id) : Json(nullptr);
    Json offers = Json::array();
    if (card) {
        for (const Button* button : usable(procedure, session.configuration(), card->buttons)) {
            const std::string& event = procedure.events[button->event].id;
            if (std::find(offers.begin(), offers.end(), event) == offers.end()) offers.push_back(event);
        }
    }
    answer["offers"] = std::move(offers);
    Json enabled = Json::array();
    for (const std::size_t event : enabled_events(procedure, session.configuration())) {
        enabled.push_back(procedure.events[event].id);
    }
    answer["enabled"] = std::move(enabled);
}

}  // namespace

Decision<Command> read_walk_line(std::string_view line, const Meeting& meeting) {
    try {
        if (line.size() > max_line) {
            refuse(RefusalCode::BadJson, fmt::format("De regel is langer dan {} bytes", max_line),
                   fmt::format("The line is longer than {} bytes", max_line));
        }
        auto json = parse_json(line, "line");
        if (!json) refuse(json.error());
        clean_texts(*json, TextLines::One);
        return read(*json, meeting);
    } catch (const Refused& refused) {
        return tl::unexpected<Refusal>(refused.refusal);
    }
}

std::string walk_answer(const Session& session, std::uint64_t seq) {
    Json answer = {{"ok", true}, {"seq", seq}};
    add_state(answer, session);
    return answer.dump();
}

std::string walk_refusal(const Session& session, const Refusal& refusal, Language language) {
    Json answer = {{"ok", false}, {"error", {{"code", word(refusal.code)}, {"message", refusal.message.in(language)}}}};
    add_state(answer, session);
    return answer.dump();
}

}  // namespace hamer
