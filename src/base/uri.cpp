#include "base/uri.h"

#include <algorithm>

namespace hamer {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool has(std::string_view text, char c) { return text.find(c) != std::string_view::npos; }

constexpr std::string_view unreserved = "-._~";
constexpr std::string_view sub_delimiters = "!$&'()*+,;=";

// Letters, digits, unreserved characters, sub-delimiters, percent-encoded bytes, and these.
bool is_made_of(std::string_view text, std::string_view others) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) return false;
            i += 2;
        } else if (!is_letter(c) && !is_digit(c) && !has(unreserved, c) && !has(sub_delimiters, c) && !has(others, c)) {
            return false;
        }
    }
    return true;
}

// What stands before the first `mark`, or all of it where there is none; it goes from `rest` with the mark.
std::string_view take_until(std::string_view& rest, char mark, bool& found) {
    const std::size_t at = rest.find(mark);
    found = at != std::string_view::npos;
    const std::string_view part = rest.substr(0, at);
    rest.remove_prefix(found ? at + 1 : rest.size());
    return part;
}

bool is_scheme(std::string_view text) {
    return !text.empty() && is_letter(text.front()) && std::ranges::all_of(text, [](char c) {
        return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
    });
}

bool is_ipv4(std::string_view text) {
    for (int part = 0; part < 4; ++part) {
        bool more = false;
        const std::string_view number = take_until(text, '.', more);
        const bool right = !number.empty() && number.size() <= 3 && std::ranges::all_of(number, is_digit) &&
                           (number.size() == 1 || number.front() != '0') && (number.size() < 3 || number <= "255");
        if (!right || more != (part < 3)) return false;
    }
    return true;
}

// How many groups of sixteen bits these are, with colons between; less than 0 where they are none.
int ipv6_groups(std::string_view text, bool may_end_in_ipv4) {
    if (text.empty()) return 0;
    for (int groups = 0;;) {
        bool more = false;
        const std::string_view group = take_until(text, ':', more);
        if (!more && may_end_in_ipv4 && is_ipv4(group)) return groups + 2;
        if (group.empty() || group.size() > 4 || !std::ranges::all_of(group, is_hex)) return -1;
        ++groups;
        if (!more) return groups;
    }
}

bool is_ipv6(std::string_view text) {
    const std::size_t gap = text.find("::");
    if (gap == std::string_view::npos) return ipv6_groups(text, true) == 8;
    const int before = ipv6_groups(text.substr(0, gap), false);
    const int after = ipv6_groups(text.substr(gap + 2), true);
    return before >= 0 && after >= 0 && before + after <= 7;
}

// What is between the brackets.
bool is_ip_literal(std::string_view text) {
    if (text.empty() || (text.front() != 'v' && text.front() != 'V')) return is_ipv6(text);
    bool dot = false;
    text.remove_prefix(1);
    const std::string_view version = take_until(text, '.', dot);
    return dot && !version.empty() && std::ranges::all_of(version, is_hex) && !text.empty() && !has(text, '%') &&
           is_made_of(text, ":");
}

int hex_value(char c) { return is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10; }

// In any case of letters; `lower` is in lower case.
bool takes_prefix(std::string_view& text, std::string_view lower) {
    const auto same = [](char c, char wanted) { return (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) == wanted; };
    if (!std::ranges::equal(text.substr(0, lower.size()), lower, same)) return false;
    text.remove_prefix(lower.size());
    return true;
}

bool is_authority(std::string_view text) {
    if (const std::size_t at = text.find('@'); at != std::string_view::npos) {
        if (!is_made_of(text.substr(0, at), ":")) return false;
        text.remove_prefix(at + 1);
    }
    const std::size_t closing = text.starts_with('[') ? text.find(']') : std::string_view::npos;
    const bool literal = closing != std::string_view::npos;
    const std::size_t end = literal ? closing + 1 : std::min(text.find(':'), text.size());
    const std::string_view host = text.substr(0, end), port = text.substr(end);
    if (!port.empty() && (port.front() != ':' || !std::ranges::all_of(port.substr(1), is_digit))) return false;
    return literal ? is_ip_literal(host.substr(1, host.size() - 2)) : is_made_of(host, "");
}

}  // namespace

bool is_uri_reference(std::string_view text) {
    bool found = false;
    std::string_view before_fragment = take_until(text, '#', found);
    if (!is_made_of(text, ":@/?")) return false;
    std::string_view rest = take_until(before_fragment, '?', found);
    if (!is_made_of(before_fragment, ":@/?")) return false;
    // A colon in the first segment of a path ends a scheme.
    const std::size_t colon = rest.substr(0, rest.find('/')).find(':');
    if (colon != std::string_view::npos) {
        if (!is_scheme(rest.substr(0, colon))) return false;
        rest.remove_prefix(colon + 1);
    }
    if (!rest.starts_with("//")) return is_made_of(rest, ":@/");
    rest.remove_prefix(2);
    const std::size_t path = std::min(rest.find('/'), rest.size());
    return is_authority(rest.substr(0, path)) && is_made_of(rest.substr(path), ":@/");
}

std::optional<std::string> file_of_uri(std::string_view uri) {
    if (!takes_prefix(uri, "file://")) return std::nullopt;
    if (!uri.starts_with('/') && (!takes_prefix(uri, "localhost") || !uri.starts_with('/'))) return std::nullopt;
    std::string path;
    for (std::size_t i = 0; i < uri.size(); ++i) {
        char byte = uri[i];
        if (byte == '\0' || byte == '?' || byte == '#') return std::nullopt;
        if (byte == '%') {
            if (i + 2 >= uri.size() || !is_hex(uri[i + 1]) || !is_hex(uri[i + 2])) return std::nullopt;
            byte = static_cast<char>(hex_value(uri[i + 1]) * 16 + hex_value(uri[i + 2]));
            if (byte == '\0' || byte == '/') return std::nullopt;
            i += 2;
        }
        path += byte;
    }
    return path;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string made;
    for (const char c : text) {
        if (is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~') {
            made += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        (made += '%') += digits[byte >> 4U];
        made += digits[byte & 15U];
    }
    return made;
}

}  // namespace hamer
