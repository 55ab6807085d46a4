// The messages between devices, as values (docs/link.md, "Messages"; config/schema/link.schema.json). Protocol 1.
//
// Reading is strict: another version has another number, so an unknown or missing key, a value out of its range or a
// message that is too large is an error that names the place. What may come when is for link/ to say.
#pragma once

#include "base/result.h"
#include "base/text.h"
#include "codec/link/link_code.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hamer {

inline constexpr int link_protocol = 1;
inline constexpr std::size_t max_link_message = 16u << 20;     // bytes
inline constexpr std::size_t max_greeting_message = 4u << 10;  // before `welcome`
inline constexpr std::size_t max_link_line = 1u << 20;         // with its texts
inline constexpr std::size_t max_link_lines = 64;              // in one message
inline constexpr std::size_t max_link_file = 4u << 20;
inline constexpr std::size_t max_command_line = 64u << 10;
inline constexpr int max_courses = 10;

// A number and its hash: they stand for all lines up to there. Before the first: 0 and zeros.
struct LinkPlace {
    std::uint64_t seq = 0;
    std::string hash = std::string(64, '0');
    bool operator==(const LinkPlace&) const = default;
};

struct LinkHello {
    std::vector<int> protocols;
    std::string program;
    std::string key;
    bool operator==(const LinkHello&) const = default;
};
struct LinkPair {
    std::vector<int> protocols;
    std::string program;
    std::string code;  // six digits
    std::string name;  // of the device
    bool operator==(const LinkPair&) const = default;
};
struct LinkWelcome {
    int protocol = link_protocol;
    std::string program;
    std::string keeper;
    std::string device;
    LinkRole role = LinkRole::Onlooker;
    bool operator==(const LinkWelcome&) const = default;
};
struct LinkPaired {
    std::string device;
    LinkRole role = LinkRole::Onlooker;
    std::string key;
    bool operator==(const LinkPaired&) const = default;
};
struct LinkRefused {
    LinkCode code = LinkCode::BadMessage;
    std::map<std::string, std::string> with{};  // what the sentence names
    std::string session{};                      // empty: it is about the connection
    bool operator==(const LinkRefused&) const = default;
};
struct LinkOffer {
    std::string session;
    bool drill = false;
    std::uint64_t round = 0;
    LinkPlace head;
    LinkPlace known;  // what this keeper acknowledged last
    std::string run;
    bool commands = true;
    bool operator==(const LinkOffer&) const = default;
};
struct LinkCourse {
    LinkPlace head;
    bool passes = false;     // it is longer, and has the writer's head
    bool procedure = false;  // procedure.json is there
    bool operator==(const LinkCourse&) const = default;
};
struct LinkHave {
    std::string session;
    std::uint64_t round = 0;
    std::vector<LinkCourse> courses;  // the session, then its forks
    bool operator==(const LinkHave&) const = default;
};
struct LinkFile {
    std::string session;
    int course = 0;
    std::string sha256;
    std::string text;  // procedure.json, byte for byte
    bool operator==(const LinkFile&) const = default;
};
struct LinkLine {
    std::string line;                  // byte for byte, without its newline
    std::vector<std::string> texts{};  // its lines of private.jsonl
    bool operator==(const LinkLine&) const = default;
};
struct LinkLines {
    std::string session;
    int course = 0;
    std::vector<LinkLine> lines;
    bool operator==(const LinkLines&) const = default;
};
struct LinkSynced {
    std::string session;
    int course = 0;
    LinkPlace head;
    bool operator==(const LinkSynced&) const = default;
};
struct LinkEnd {
    std::string session;
    int course = 0;
    LinkPlace head;
    bool operator==(const LinkEnd&) const = default;
};
struct LinkEnded {
    std::string session;
    LinkPlace head;
    bool operator==(const LinkEnded&) const = default;
};
struct LinkTextName {
    std::uint64_t seq = 0;
    std::string name;
    bool operator==(const LinkTextName&) const = default;
};
struct LinkErase {
    std::string session;
    std::string id;
    std::vector<LinkTextName> texts;
    bool operator==(const LinkErase&) const = default;
};
struct LinkErased {
    std::string session;
    std::string id;
    std::optional<LinkCode> code{};  // why not
    bool operator==(const LinkErased&) const = default;
};
struct LinkFollow {
    std::string session;  // empty: the one that runs
    LinkPlace head;
    bool operator==(const LinkFollow&) const = default;
};
struct LinkState {
    std::string session;
    bool drill = false;
    std::string run;
    bool writer = false;  // it is heard
    bool commands = false;
    bool texts = false;
    LinkPlace head;  // at the keeper
    bool operator==(const LinkState&) const = default;
};
struct LinkCommand {
    std::string session;
    std::string run;
    std::string id;
    std::uint64_t seen = 0;
    std::string line;  // as for `hamer walk`, or of trainer.jsonl
    bool operator==(const LinkCommand&) const = default;
};
struct LinkAsked {
    LinkCommand command;
    std::string device;
    LinkRole role = LinkRole::Clerk;
    bool operator==(const LinkAsked&) const = default;
};
struct LinkRefusal {
    std::string code;
    LocalText message;
    bool operator==(const LinkRefusal&) const = default;
};
struct LinkAnswer {
    std::string session;
    std::string id;
    std::string device;
    std::variant<std::uint64_t, LinkRefusal> decision;  // the line that it became, or why not
    bool operator==(const LinkAnswer&) const = default;
};
struct LinkSwitch {
    std::string session;
    std::string run;
    bool on = true;
    bool operator==(const LinkSwitch&) const = default;
};
struct LinkBeat {
    bool operator==(const LinkBeat&) const = default;
};

using LinkMessage = std::variant<LinkHello, LinkPair, LinkWelcome, LinkPaired, LinkRefused, LinkOffer, LinkHave,
                                 LinkFile, LinkLines, LinkSynced, LinkEnd, LinkEnded, LinkErase, LinkErased, LinkFollow,
                                 LinkState, LinkCommand, LinkAsked, LinkAnswer, LinkSwitch, LinkBeat>;

// The word of its `kind`.
[[nodiscard]] std::string_view kind_of(const LinkMessage& message);

// `where` names the message in errors. A greeting is what comes before `welcome`: max_greeting_message.
[[nodiscard]] Result<LinkMessage> read_link_message(std::string_view text, const std::string& where,
                                                    std::size_t limit = max_link_message);
// One line of JSON. Bytes that are no UTF-8 are replaced, so that whoever reads a line sees that its hash is wrong.
[[nodiscard]] std::string write_link_message(const LinkMessage& message);

}  // namespace hamer
