#include "codec/link/link_message.h"

#include <nlohmann/json.hpp>

namespace hamer {

namespace {

using Json = nlohmann::ordered_json;

Json place(const LinkPlace& at) { return {{"seq", at.seq}, {"hash", at.hash}}; }

void put(Json& to, const LinkHello& hello) {
    to["protocols"] = hello.protocols;
    to["program"] = hello.program;
    to["key"] = hello.key;
}

void put(Json& to, const LinkPair& pair) {
    to["protocols"] = pair.protocols;
    to["program"] = pair.program;
    to["code"] = pair.code;
    to["name"] = pair.name;
}

void put(Json& to, const LinkWelcome& welcome) {
    to["protocol"] = welcome.protocol;
    to["program"] = welcome.program;
    to["keeper"] = welcome.keeper;
    to["device"] = welcome.device;
    to["role"] = word(welcome.role);
}

void put(Json& to, const LinkPaired& paired) {
    to["device"] = paired.device;
    to["role"] = word(paired.role);
    to["key"] = paired.key;
}

void put(Json& to, const LinkRefused& refused) {
    to["code"] = word(refused.code);
    to["with"] = Json::object();
    for (const auto& [name, value] : refused.with) to["with"][name] = value;
    if (!refused.session.empty()) to["session"] = refused.session;
}

void put(Json& to, const LinkOffer& offer) {
    to["session"] = offer.session;
    to["drill"] = offer.drill;
    to["round"] = offer.round;
    to["head"] = place(offer.head);
    to["known"] = place(offer.known);
    to["run"] = offer.run;
    to["commands"] = offer.commands;
}

void put(Json& to, const LinkHave& have) {
    to["session"] = have.session;
    to["round"] = have.round;
    to["courses"] = Json::array();
    for (const LinkCourse& course : have.courses) {
        to["courses"].push_back(
            {{"head", place(course.head)}, {"passes", course.passes}, {"procedure", course.procedure}});
    }
}

void put(Json& to, const LinkFile& file) {
    to["session"] = file.session;
    to["course"] = file.course;
    to["name"] = "procedure.json";
    to["sha256"] = file.sha256;
    to["text"] = file.text;
}

void put(Json& to, const LinkLines& lines) {
    to["session"] = lines.session;
    to["course"] = lines.course;
    to["lines"] = Json::array();
    for (const LinkLine& one : lines.lines) {
        Json line{{"line", one.line}};
        if (!one.texts.empty()) line["texts"] = one.texts;
        to["lines"].push_back(std::move(line));
    }
}

void put(Json& to, const LinkSynced& synced) {
    to["session"] = synced.session;
    to["course"] = synced.course;
    to["head"] = place(synced.head);
}

void put(Json& to, const LinkEnd& end) {
    to["session"] = end.session;
    to["course"] = end.course;
    to["head"] = place(end.head);
}

void put(Json& to, const LinkEnded& ended) {
    to["session"] = ended.session;
    to["head"] = place(ended.head);
}

void put(Json& to, const LinkErase& erase) {
    to["session"] = erase.session;
    to["id"] = erase.id;
    to["texts"] = Json::array();
    for (const LinkTextName& text : erase.texts) to["texts"].push_back({{"seq", text.seq}, {"name", text.name}});
}

void put(Json& to, const LinkErased& erased) {
    to["session"] = erased.session;
    to["id"] = erased.id;
    if (erased.code) to["code"] = word(*erased.code);
}

void put(Json& to, const LinkFollow& follow) {
    to["session"] = follow.session;
    to["head"] = place(follow.head);
}

void put(Json& to, const LinkState& state) {
    to["session"] = state.session;
    to["drill"] = state.drill;
    to["run"] = state.run;
    to["writer"] = state.writer;
    to["commands"] = state.commands;
    to["texts"] = state.texts;
    to["head"] = place(state.head);
}

void put(Json& to, const LinkCommand& command) {
    to["session"] = command.session;
    to["run"] = command.run;
    to["id"] = command.id;
    to["seen"] = command.seen;
    to["line"] = command.line;
}

void put(Json& to, const LinkAsked& asked) {
    put(to, asked.command);
    to["device"] = asked.device;
    to["role"] = word(asked.role);
}

void put(Json& to, const LinkAnswer& answer) {
    to["session"] = answer.session;
    to["id"] = answer.id;
    to["device"] = answer.device;
    if (const auto* seq = std::get_if<std::uint64_t>(&answer.decision)) {
        to["seq"] = *seq;
        return;
    }
    const auto& refusal = std::get<LinkRefusal>(answer.decision);
    to["refusal"] = {{"code", refusal.code}, {"nl", refusal.message.nl}, {"en", refusal.message.en}};
}

void put(Json& to, const LinkSwitch& switched) {
    to["session"] = switched.session;
    to["run"] = switched.run;
    to["on"] = switched.on;
}

void put(Json&, const LinkBeat&) {}

}  // namespace

std::string write_link_message(const LinkMessage& message) {
    Json json{{"kind", kind_of(message)}};
    std::visit([&](const auto& one) { put(json, one); }, message);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace hamer
