#include "codec/journal/refusal_reason.h"

#include "base/text.h"
#include "codec/json/parse.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace hamer {

namespace {

constexpr std::size_t longest = 200;
constexpr int deepest = 4;

// A part of a longer answer may end in the middle of a character.
std::string_view without_cut_character(std::string_view bytes) {
    std::size_t end = bytes.size();
    while (end > 0 && bytes.size() - end < 4 && (static_cast<unsigned char>(bytes[end - 1]) & 0xC0) == 0x80) --end;
    if (end == 0 || static_cast<unsigned char>(bytes[end - 1]) < 0xC0 || is_utf8(bytes.substr(end - 1))) return bytes;
    return bytes.substr(0, end - 1);
}

std::string as_utf8(std::string_view bytes) {
    bytes = without_cut_character(bytes);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (is_utf8(bytes)) return std::string(bytes);
    std::string text;
    for (const char c : bytes) {
        const auto code = static_cast<unsigned char>(c);
        if (code >= 0x80) text += static_cast<char>(0xC0 | (code >> 6));
        text += static_cast<char>(code < 0x80 ? code : 0x80 | (code & 0x3F));
    }
    return text;
}

// One space between words, and none around them.
std::string in_one_line(const std::string& text) {
    std::string line;
    for (const char c : printable(text, std::string::npos)) {
        if (c != ' ' || (!line.empty() && line.back() != ' ')) line += c;
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

std::string shortened(const std::string& line) {
    if (line.size() <= longest) return line;
    std::string part = printable(line, longest);
    // At a word, where one ends near by.
    if (const auto space = part.rfind(' '); space != std::string::npos && space > longest / 2) part.resize(space);
    return part + "…";
}

void join(std::string& text, const std::string& more, std::string_view between) {
    if (more.empty() || text.find(more) != std::string::npos) return;
    if (text.ends_with('.')) text.pop_back();  // a sentence that goes on
    text += (text.empty() ? "" : std::string(between)) + more;
}

std::string reason_of(const Json& value, int depth);

// The first of these keys that says something.
template <std::size_t Count>
std::string first_of(const Json& object, const std::array<const char*, Count>& keys, int depth) {
    for (const char* key : keys) {
        const auto found = object.find(key);
        if (found == object.end()) continue;
        if (std::string text = reason_of(*found, depth + 1); !text.empty()) return text;
    }
    return {};
}

std::string place_in(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_array()) return {};
    std::string path;
    for (const Json& part : value) {
        join(path, part.is_string() ? part.get<std::string>() : part.dump(), ".");
    }
    return path;
}

// "title: detail; field: what is wrong with it"
std::string reason_of_object(const Json& object, int depth) {
    static constexpr std::array titles = {"title", "titel"};
    static constexpr std::array details = {"detail",       "details",     "message", "error_description", "description",
                                           "reason",       "foutmelding", "melding", "omschrijving",      "msg",
                                           "errorMessage", "error",       "fault",   "faultstring"};
    static constexpr std::array lists = {"invalidParams", "invalid-params", "errors", "violations", "fouten"};
    static constexpr std::array places = {"name", "field", "path", "pointer", "loc", "source"};
    std::string text = first_of(object, titles, depth);
    join(text, first_of(object, details, depth), ": ");
    join(text, first_of(object, lists, depth), "; ");
    if (depth == 0 || text.empty()) return text;
    for (const char* key : places) {
        const auto found = object.find(key);
        const std::string place = found == object.end() ? "" : place_in(*found);
        if (!place.empty()) return place + ": " + text;
    }
    return text;
}

std::string reason_of(const Json& value, int depth) {
    if (depth > deepest) return {};
    if (value.is_string()) return value.get<std::string>();
    if (value.is_object()) {
        std::string text = reason_of_object(value, depth);
        // {"errors": {"name": ["is required"]}}
        if (text.empty() && depth > 0) {
            for (const auto& [key, one] : value.items()) {
                const std::string said = reason_of(one, depth + 1);
                if (!said.empty()) join(text, key + ": " + said, "; ");
            }
        }
        return text;
    }
    std::string text;
    if (value.is_array()) {
        for (const Json& one : value) join(text, reason_of(one, depth + 1), "; ");
    }
    return text;
}

bool is_markup(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '<';
}

// What a reader of the page sees, without <head>, scripts and styles.
std::string words_of_markup(const std::string& page) {
    static constexpr std::array<std::string_view, 4> hidden = {"head", "script", "style", "!--"};
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> entities = {{{"&lt;", "<"},
                                                                                               {"&gt;", ">"},
                                                                                               {"&quot;", "\""},
                                                                                               {"&#39;", "'"},
                                                                                               {"&apos;", "'"},
                                                                                               {"&nbsp;", " "},
                                                                                               {"&amp;", "&"}}};
    std::string lower = page;
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    std::string text;
    for (std::size_t at = 0; at < page.size();) {
        if (page[at] != '<') {
            text += page[at++];
            continue;
        }
        std::string end = ">";
        for (const std::string_view tag : hidden) {
            const char after = at + 1 + tag.size() < page.size() ? page[at + 1 + tag.size()] : '>';
            const bool whole = tag == "!--" || after == '>' || after == ' ';
            if (whole && lower.compare(at + 1, tag.size(), tag) == 0)
                end = tag == "!--" ? "-->" : "</" + std::string(tag) + ">";
        }
        const std::size_t stop = lower.find(end, at);
        at = stop == std::string::npos ? page.size() : stop + end.size();
        text += ' ';
    }
    for (const auto& [entity, character] : entities) {
        for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + character.size()))
            text.replace(at, entity.size(), character);
    }
    return text;
}

}  // namespace

std::string refusal_reason(std::string_view body) {
    const std::string text = as_utf8(body);
    if (const auto json = parse_json(text, {})) {
        if (std::string said = in_one_line(reason_of(*json, 0)); !said.empty()) return shortened(said);
        if (json->is_number() || json->is_boolean() || json->empty()) return {};
    }
    return shortened(in_one_line(is_markup(text) ? words_of_markup(text) : text));
}

}  // namespace hamer
