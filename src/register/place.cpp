#include "register/place.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <string_view>

namespace hamer {

namespace {

constexpr std::array schemes = {"postgresql", "postgres"};
constexpr std::string_view hidden = "…";
// Libpq's words (its documentation, "Parameter Key Words"): each may be the first of a place, and none is a file's name
// that could be shown whole.
constexpr std::array keywords = {
    // clang-format off
    "host", "hostaddr", "port", "dbname", "user", "password", "passfile", "require_auth", "channel_binding",
    "connect_timeout", "client_encoding", "options", "application_name", "fallback_application_name", "keepalives",
    "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout", "replication", "gssencmode",
    "sslmode", "requiressl", "sslnegotiation", "sslcompression", "sslcert", "sslkey", "sslkeylogfile", "sslpassword",
    "sslcertmode", "sslrootcert", "sslcrl", "sslcrldir", "sslsni", "requirepeer", "ssl_min_protocol_version",
    "ssl_max_protocol_version", "min_protocol_version", "max_protocol_version", "krbsrvname", "gsslib",
    "gssdelegation", "scram_client_key", "scram_server_key", "service", "servicefile", "target_session_attrs",
    "load_balance_hosts", "oauth_issuer", "oauth_client_id", "oauth_client_secret", "oauth_scope"
    // clang-format on
};
// Those that people may read.
constexpr std::array shown_keywords = {"host", "hostaddr", "port", "dbname", "user", "service"};

template <typename Words>
bool is_one_of(const Words& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool tells_a_secret(std::string_view text) {
    return text.find("password") != std::string_view::npos || text.find("secret") != std::string_view::npos ||
           text.find("scram_") != std::string_view::npos;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// One host, its port, or both: what no rest of a password is taken for.
bool is_host(std::string_view text) {
    if (const auto end = text.find(']'); text.starts_with('[') && end != std::string_view::npos) {
        if (!std::ranges::all_of(text.substr(1, end - 1), [](char c) { return is_hex(c) || c == ':' || c == '.'; })) {
            return false;
        }
        text.remove_prefix(end + 1);
        if (!text.empty() && text[0] != ':') return false;
    }
    const std::string_view name = text.substr(0, text.find(':'));
    const auto plain = [](char c) {
        return is_digit(c) || is_letter(c) || c == '.' || c == '-' || c == '_' || c == '%';
    };
    const std::string_view port = name.size() < text.size() ? text.substr(name.size() + 1) : std::string_view();
    return std::ranges::all_of(name, plain) && std::ranges::all_of(port, is_digit);
}

// host:port,host:port/database
bool is_server_part(std::string_view text) {
    std::string_view hosts = text.substr(0, text.find('/'));
    for (;;) {
        const auto comma = hosts.find(',');
        if (!is_host(hosts.substr(0, comma))) return false;
        if (comma == std::string_view::npos) return true;
        hosts.remove_prefix(comma + 1);
    }
}

// key=value&key=value
bool is_query(std::string_view text) {
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        const std::string_view key = pair.substr(0, pair.find('='));
        const auto plain = [](char c) { return is_digit(c) || is_letter(c) || c == '_' || c == '%'; };
        if (key.empty() || key.size() == pair.size() || !std::ranges::all_of(key, plain)) return false;
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
    }
    return true;
}

// As %XX, save what libpq takes as it is; what is %XX already stays.
std::string encoded(std::string_view text) {
    std::string made;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool escape = c == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
        const bool plain = is_digit(c) || is_letter(c) || c == '.' || c == '-' || c == '_' || c == '~' || escape;
        made += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return made;
}

std::string decoded(std::string_view text) {
    std::string made;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
        made += escape ? static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16)) : text[i];
        i += escape ? 2 : 0;
    }
    return made;
}

struct Url {
    std::string_view user{};
    std::optional<std::string_view> password{};
    std::string_view server{};
    std::string_view query{};
    bool has_user = false;
};

// A password may hold any of @ : / ? # itself, so that of all ways to read a URL the first is taken whose host, port
// and query can be some.
std::optional<Url> read_url(std::string_view rest) {
    for (std::size_t mark = rest.find('?');; mark = rest.find('?', mark + 1)) {
        const bool last = mark == std::string_view::npos;
        const std::string_view head = rest.substr(0, mark);
        Url url{.query = last ? std::string_view() : rest.substr(mark + 1)};
        const auto at = head.rfind('@');
        url.has_user = at != std::string_view::npos;
        url.server = url.has_user ? head.substr(at + 1) : head;
        if (is_query(url.query) && is_server_part(url.server)) {
            // An @ in the query alone: of a password as well, whose beginning looks like a host and a port by chance.
            if (!url.has_user) return url.query.find('@') == std::string_view::npos ? std::optional(url) : std::nullopt;
            const std::string_view owner = head.substr(0, at);
            const auto colon = owner.find(':');
            url.user = owner.substr(0, colon);
            if (colon != std::string_view::npos) url.password = owner.substr(colon + 1);
            return url;
        }
        if (last) return std::nullopt;
    }
}

RegisterPlace place_of_url(const std::string& text, std::size_t scheme_end) {
    const std::string scheme = text.substr(0, scheme_end);
    // Then it is none, and may be a user with the beginning of a password.
    if (!std::ranges::all_of(scheme, is_letter)) return {RegisterPlace::Kind::Unknown, std::string(hidden), {}, true};
    const auto url = read_url(std::string_view(text).substr(scheme_end + 3));
    RegisterPlace place{.kind = RegisterPlace::Kind::Unknown, .shown = scheme + "://" + std::string(hidden)};
    place.has_password = text.find('@') != std::string::npos || tells_a_secret(text);
    if (!url) return place;
    if (is_one_of(schemes, scheme)) place.kind = RegisterPlace::Kind::Server;
    place.has_password = url->password.has_value() || tells_a_secret(decoded(url->query));
    std::string user = encoded(url->user);
    if (url->password) user += ':' + encoded(*url->password);
    place.connection = fmt::format("{}://{}{}{}{}{}", scheme, user, url->has_user ? "@" : "", url->server,
                                   url->query.empty() ? "" : "?", url->query);
    place.shown = fmt::format("{}://{}{}{}", scheme, url->user, url->has_user ? "@" : "", url->server);
    return place;
}

// key = value, with '…' round a value and \ before a character, as PQconninfoParse reads them; nothing when it is not.
std::optional<std::map<std::string, std::string>> read_words(std::string_view text) {
    std::map<std::string, std::string> words;
    std::size_t i = 0;
    const auto skip = [&] {
        while (i < text.size() && is_space(text[i])) ++i;
    };
    for (skip(); i < text.size(); skip()) {
        std::string key, value;
        for (; i < text.size() && text[i] != '=' && !is_space(text[i]); ++i) key += text[i];
        skip();
        if (i == text.size() || text[i] != '=' || key.empty()) return std::nullopt;
        ++i;
        skip();
        const bool quoted = i < text.size() && text[i] == '\'';
        if (quoted) ++i;
        for (; i < text.size() && (quoted ? text[i] != '\'' : !is_space(text[i])); ++i) {
            if (text[i] == '\\' && i + 1 < text.size()) ++i;
            value += text[i];
        }
        if (quoted && i++ == text.size()) return std::nullopt;
        words[key] = value;
    }
    return words;
}

RegisterPlace place_of_words(const std::string& text, const std::string& first) {
    RegisterPlace place{.kind = RegisterPlace::Kind::Unknown, .shown = fmt::format("{}={}", first, hidden)};
    place.has_password = tells_a_secret(text);
    const auto words = read_words(text);
    if (!words) return place;
    place.kind = RegisterPlace::Kind::Server;
    place.connection = text;
    std::string shown;
    for (const char* key : shown_keywords) {
        const auto found = words->find(key);
        // Libpq takes a whole place as the database's name too.
        if (found == words->end() || found->second.find_first_of("=@") != std::string::npos) continue;
        shown += fmt::format("{}{}={}", shown.empty() ? "" : " ", key, found->second);
    }
    if (!shown.empty()) place.shown = shown;
    return place;
}

std::string first_word(std::string_view text) {
    std::string word;
    std::size_t i = 0;
    while (i < text.size() && is_space(text[i])) ++i;
    for (; i < text.size() && (is_letter(text[i]) || text[i] == '_'); ++i) word += text[i];
    while (i < text.size() && is_space(text[i])) ++i;
    return i < text.size() && text[i] == '=' ? word : "";
}

}  // namespace

RegisterPlace read_place(const std::string& text) {
    // Where paths have drives, C:\folder is one; elsewhere it is none.
    const bool has_drive = text.size() > 2 && text[1] == ':' && std::filesystem::path(text).has_root_name();
    const bool absolute = (text.starts_with('/') && !text.starts_with("//")) || has_drive;
    if (absolute) return {.shown = text};
    if (const auto scheme = text.find("://"); scheme != std::string::npos) return place_of_url(text, scheme);
    if (const std::string word = first_word(text); is_one_of(keywords, word)) return place_of_words(text, word);
    // A server whose beginning was left out or misspelt. No part of it may be shown as if it were a file's name.
    const auto colon = text.find(':');
    if (colon != std::string::npos && text.find('@', colon) != std::string::npos) {
        return {RegisterPlace::Kind::Unknown, text.substr(0, colon + 1) + std::string(hidden), {}, true};
    }
    return {.shown = text};
}

}  // namespace hamer
