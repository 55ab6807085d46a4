#include "chair.h"

namespace hamer::test {

namespace {

Command by_chair(std::string event, Fields with = {}) {
    return {Do{std::move(event), std::move(with)}, std::nullopt, "chair"};
}

Command by_clerk(std::string event, Fields with = {}) {
    return {Do{std::move(event), std::move(with)}, std::nullopt, "clerk"};
}

}  // namespace

const std::vector<Command>& whole_meeting() {
    const auto text = [](const char* words) { return std::string(words); };
    static const std::vector<Command> commands = {
        by_clerk("broadcast.start"),
        by_chair("meeting.open"),
        by_chair("disturbance.report", {{"what", text("geroep vanaf de tribune: “één grote schande”")}}),
        by_chair("meeting.suspend"),
        by_chair("address.a"),
        {Undo{"Verkeerde knop: het is scenario B"}, std::nullopt, "chair"},
        by_chair("address.b"),
        by_clerk("broadcast.paused"),
        by_chair("request.speak", {{"speaker", text("chair")}, {"to", text("mevrouw Özdemir en de heer Daniëls")}}),
        by_chair("request.refuse"),
        by_chair("security.call"),
        by_chair("request.speak", {{"to", text("de heer Daniëls")}}),
        by_chair("request.refuse"),
        by_chair("request.speak"),
        by_chair("request.refuse"),
        by_chair("police.call", {{"number", text("112")}, {"by", text("de griffier")}}),
        by_chair("room.clear"),
        {AddNote{"Mevrouw Özdemir is uit zichzelf vertrokken; er is € 12 schade."}, std::nullopt, "clerk"},
        {Deviate{{{"security", "removed"}}, "De beveiliging bracht de heer Daniëls naar buiten."}, std::nullopt,
         "chair"},
        by_chair("police.arrive"),
        by_chair("police.handover"),
        by_chair("disturbance.end", {{"how", text("één persoon overgedragen aan de politie")}}),
        {Amend{0, {{"what", text("geroep en gefluit vanaf de publieke tribune")}}}, std::nullopt, "clerk"},
        by_chair("room.reenter"),
        by_chair("meeting.resume"),
        by_chair("broadcast.resume"),
        by_clerk("broadcast.resumed"),
        by_chair("meeting.close"),
        by_clerk("broadcast.end"),
        by_chair("charges.decide",
                 {{"decision", text("file")}, {"clerk_consulted", text("yes")}, {"adviser_consulted", text("yes")}}),
    };
    return commands;
}

}  // namespace hamer::test
