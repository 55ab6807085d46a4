#include "base/attempt.h"
#include "base/session_id.h"
#include "codec/json/cursor.h"
#include "codec/link/link_message.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::int64_t largest = (std::int64_t{1} << 53) - 1;  // exact in a browser
constexpr std::size_t most_texts = 256;                        // of one line, or to be erased at once
constexpr JsonLimits shape{8, 64, 40'000};

const LocalText compare_programs{"Controleer of beide apparaten dezelfde Hamer hebben",
                                 "See that both devices have the same Hamer"};

[[noreturn]] void refuse(const Cursor& at, std::string nl, std::string en) {
    at.fail(LocalText{std::move(nl), std::move(en)}, compare_programs);
}

std::uint64_t count(const Cursor& at) { return static_cast<std::uint64_t>(at.integer(0, largest)); }

std::string digits(const Cursor& at, std::size_t number, std::string_view allowed) {
    auto text = at.string(number);
    if (text.size() != number || text.find_first_not_of(allowed) != std::string::npos) {
        refuse(at, fmt::format("verwacht: {} tekens van “{}”", number, allowed),
               fmt::format("expected {} characters of “{}”", number, allowed));
    }
    return text;
}
std::string hash(const Cursor& at) { return digits(at, 64, "0123456789abcdef"); }

LinkPlace place(const Cursor& at) {
    at.keys({"seq", "hash"});
    LinkPlace read{count(at.at("seq")), hash(at.at("hash"))};
    if ((read.seq == 0) != (read.hash == LinkPlace{}.hash)) {
        refuse(at, "verwacht: vóór de eerste regel 0 en nullen", "expected 0 and zeros before the first line");
    }
    return read;
}

std::string shown(const Cursor& at, std::size_t limit) {
    auto text = at.string(limit);
    if (text.empty() || printable(text, limit) != text) {
        refuse(at, "verwacht: een tekst zonder stuurtekens", "expected a text without control characters");
    }
    return text;
}

std::string name_or_nothing(const Cursor& at) { return at.string(100).empty() ? std::string() : at.word(); }

// It becomes the name of a folder.
std::string session(const Cursor& at) {
    auto id = at.word();
    if (!is_session_id(id)) {
        refuse(at, "verwacht: de naam van een sessie, zoals 20260312T191405Z-5f0c9a2b",
               "expected a session's id, as 20260312T191405Z-5f0c9a2b");
    }
    return id;
}

std::vector<Cursor> items(const Cursor& at, std::size_t least, std::size_t most) {
    auto all = at.items();
    if (all.size() < least || all.size() > most) {
        refuse(at, fmt::format("verwacht: {} tot en met {} waarden, gevonden: {}", least, most, all.size()),
               fmt::format("expected {} to {} values, found {}", least, most, all.size()));
    }
    return all;
}

LinkRole role(const Cursor& at) {
    const auto read = link_role_from(at.string());
    if (!read) refuse(at, "deze rol is er niet", "there is no such role");
    return *read;
}

LinkCode code(const Cursor& at) {
    const auto read = link_code_from(at.string());
    if (!read) refuse(at, "deze code is er niet", "there is no such code");
    return *read;
}

int course(const Cursor& at) { return static_cast<int>(at.integer(0, max_courses - 1)); }

std::vector<int> protocols(const Cursor& at) {
    std::vector<int> read;
    for (const Cursor& one : items(at, 1, 8)) read.push_back(static_cast<int>(one.integer(1, 1'000'000)));
    return read;
}

LinkHello hello(const Cursor& at) {
    at.keys({"kind", "protocols", "program", "key"});
    return {protocols(at.at("protocols")), shown(at.at("program"), 80), hash(at.at("key"))};
}

LinkPair pair(const Cursor& at) {
    at.keys({"kind", "protocols", "program", "code", "name"});
    return {protocols(at.at("protocols")), shown(at.at("program"), 80), digits(at.at("code"), 6, "0123456789"),
            shown(at.at("name"), 80)};
}

LinkWelcome welcome(const Cursor& at) {
    at.keys({"kind", "protocol", "program", "keeper", "device", "role"});
    return {static_cast<int>(at.at("protocol").integer(1, 1'000'000)), shown(at.at("program"), 80),
            at.at("keeper").word(), at.at("device").word(), role(at.at("role"))};
}

LinkPaired paired(const Cursor& at) {
    at.keys({"kind", "device", "role", "key"});
    return {at.at("device").word(), role(at.at("role")), hash(at.at("key"))};
}

LinkRefused refused(const Cursor& at) {
    at.keys({"kind", "code", "with"}, {"session"});
    LinkRefused read{code(at.at("code"))};
    const auto with = at.at("with").members();
    if (with.size() > 8) refuse(at.at("with"), "verwacht: hooguit 8 waarden", "expected at most 8 values");
    for (const auto& [name, value] : with) read.with[printable(name, 40)] = printable(value.string(), 300);
    if (at.has("session")) read.session = session(at.at("session"));
    return read;
}

LinkOffer offer(const Cursor& at) {
    at.keys({"kind", "session", "drill", "round", "head", "known", "run", "commands"});
    return {session(at.at("session")), at.at("drill").boolean(), count(at.at("round")),      place(at.at("head")),
            place(at.at("known")),     at.at("run").word(),      at.at("commands").boolean()};
}

LinkHave have(const Cursor& at) {
    at.keys({"kind", "session", "round", "courses"});
    LinkHave read{session(at.at("session")), count(at.at("round")), {}};
    for (const Cursor& one : items(at.at("courses"), 0, max_courses)) {
        one.keys({"head", "passes", "procedure"});
        read.courses.push_back({place(one.at("head")), one.at("passes").boolean(), one.at("procedure").boolean()});
    }
    return read;
}

LinkFile file(const Cursor& at) {
    at.keys({"kind", "session", "course", "name", "sha256", "text"});
    if (at.at("name").string() != "procedure.json") {
        refuse(at.at("name"), "verwacht: procedure.json", "expected procedure.json");
    }
    return {session(at.at("session")), course(at.at("course")), hash(at.at("sha256")),
            at.at("text").string(max_link_file)};
}

LinkLine line(const Cursor& at) {
    at.keys({"line"}, {"texts"});
    LinkLine read{at.at("line").string(max_link_line)};
    if (!at.has("texts")) return read;
    for (const Cursor& text : items(at.at("texts"), 1, most_texts)) read.texts.push_back(text.string(max_link_line));
    return read;
}

LinkLines lines(const Cursor& at) {
    at.keys({"kind", "session", "course", "lines"});
    LinkLines read{session(at.at("session")), course(at.at("course")), {}};
    for (const Cursor& one : items(at.at("lines"), 1, max_link_lines)) read.lines.push_back(line(one));
    return read;
}

LinkSynced synced(const Cursor& at) {
    at.keys({"kind", "session", "course", "head"});
    return {session(at.at("session")), course(at.at("course")), place(at.at("head"))};
}

LinkEnd end(const Cursor& at) {
    at.keys({"kind", "session", "course", "head"});
    return {session(at.at("session")), course(at.at("course")), place(at.at("head"))};
}

LinkEnded ended(const Cursor& at) {
    at.keys({"kind", "session", "head"});
    return {session(at.at("session")), place(at.at("head"))};
}

LinkErase erase(const Cursor& at) {
    at.keys({"kind", "session", "id", "texts"});
    LinkErase read{session(at.at("session")), at.at("id").word(), {}};
    for (const Cursor& one : items(at.at("texts"), 1, most_texts)) {
        one.keys({"seq", "name"});
        read.texts.push_back({static_cast<std::uint64_t>(one.at("seq").integer(1, largest)), one.at("name").word()});
    }
    return read;
}

LinkErased erased(const Cursor& at) {
    at.keys({"kind", "session", "id"}, {"code"});
    LinkErased read{session(at.at("session")), at.at("id").word()};
    if (at.has("code")) read.code = code(at.at("code"));
    return read;
}

LinkFollow follow(const Cursor& at) {
    at.keys({"kind", "session", "head"});
    return {at.at("session").string(100).empty() ? std::string() : session(at.at("session")), place(at.at("head"))};
}

LinkState state(const Cursor& at) {
    at.keys({"kind", "session", "drill", "run", "writer", "commands", "texts", "head"});
    return {session(at.at("session")), at.at("drill").boolean(),    name_or_nothing(at.at("run")),
            at.at("writer").boolean(), at.at("commands").boolean(), at.at("texts").boolean(),
            place(at.at("head"))};
}

LinkCommand command_in(const Cursor& at) {
    return {session(at.at("session")), at.at("run").word(), at.at("id").word(), count(at.at("seen")),
            at.at("line").string(max_command_line)};
}

LinkCommand command(const Cursor& at) {
    at.keys({"kind", "session", "run", "id", "seen", "line"});
    return command_in(at);
}

LinkAsked asked(const Cursor& at) {
    at.keys({"kind", "session", "run", "id", "seen", "line", "device", "role"});
    return {command_in(at), at.at("device").word(), role(at.at("role"))};
}

LinkAnswer answer(const Cursor& at) {
    at.keys({"kind", "session", "id", "device"}, {"seq", "refusal"});
    LinkAnswer read{session(at.at("session")), at.at("id").word(), at.at("device").word(), std::uint64_t{0}};
    if (at.has("seq") == at.has("refusal")) {
        refuse(at, "verwacht: seq of refusal, een van beide", "expected seq or refusal, one of them");
    }
    if (at.has("seq")) {
        read.decision = static_cast<std::uint64_t>(at.at("seq").integer(1, largest));
        return read;
    }
    const Cursor refusal = at.at("refusal");
    refusal.keys({"code", "nl", "en"});
    read.decision = LinkRefusal{refusal.at("code").word(),
                                {printable(refusal.at("nl").string()), printable(refusal.at("en").string())}};
    return read;
}

LinkSwitch switched(const Cursor& at) {
    at.keys({"kind", "session", "run", "on"});
    return {session(at.at("session")), at.at("run").word(), at.at("on").boolean()};
}

LinkBeat beat(const Cursor& at) {
    at.keys({"kind"});
    return {};
}

template <auto read>
LinkMessage as_message(const Cursor& at) {
    return read(at);
}

struct Kind {
    std::string_view word;
    LinkMessage (*read)(const Cursor&);
};
// In the order of LinkMessage.
constexpr Kind kinds[] = {
    {"hello", as_message<hello>},   {"pair", as_message<pair>},         {"welcome", as_message<welcome>},
    {"paired", as_message<paired>}, {"refused", as_message<refused>},   {"offer", as_message<offer>},
    {"have", as_message<have>},     {"file", as_message<file>},         {"lines", as_message<lines>},
    {"synced", as_message<synced>}, {"end", as_message<end>},           {"ended", as_message<ended>},
    {"erase", as_message<erase>},   {"erased", as_message<erased>},     {"follow", as_message<follow>},
    {"state", as_message<state>},   {"command", as_message<command>},   {"asked", as_message<asked>},
    {"answer", as_message<answer>}, {"commands", as_message<switched>}, {"beat", as_message<beat>}};
static_assert(std::size(kinds) == std::variant_size_v<LinkMessage>);

}  // namespace

std::string_view kind_of(const LinkMessage& message) { return kinds[message.index()].word; }

Result<LinkMessage> read_link_message(std::string_view text, const std::string& where, std::size_t limit) {
    if (text.size() > limit) {
        return fail(ErrorKind::Usage, where,
                    LocalText{fmt::format("het bericht is langer dan {} bytes", limit),
                              fmt::format("the message is longer than {} bytes", limit)},
                    compare_programs, Trouble::TooLarge);
    }
    ASSIGN_OR_RETURN(const auto json, parse_json(text, where, shape));
    // The parser passes over a byte order mark, and takes a zero byte for the end.
    if (!text.starts_with('{') || !text.ends_with('}') || text.find('\0') != std::string_view::npos) {
        return fail(ErrorKind::Usage, where,
                    LocalText{"verwacht: één JSON-object en niets daaromheen",
                              "expected one JSON object and nothing around it"},
                    compare_programs, Trouble::WrongShape);
    }
    return reading(where, [&]() -> LinkMessage {
        const Cursor at(json, where);
        const std::string kind = at.at("kind").string(100);
        const auto found = std::ranges::find(kinds, std::string_view(kind), &Kind::word);
        if (found == std::end(kinds)) {
            refuse(at.at("kind"), fmt::format("dit soort bericht is er niet: “{}”", printable(kind, 80)),
                   fmt::format("there is no such message: “{}”", printable(kind, 80)));
        }
        return found->read(at);
    });
}

}  // namespace hamer
