#include "codec/json/cursor.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace hamer {

namespace {

LocalText kind_of(const Json& value) {
    switch (value.type()) {
        case Json::value_t::object:
            return {"een object", "an object"};
        case Json::value_t::array:
            return {"een lijst", "an array"};
        case Json::value_t::string:
            return {"een tekst", "a string"};
        case Json::value_t::boolean:
            return {"true of false", "true or false"};
        case Json::value_t::null:
            return {"null", "null"};
        default:
            return {"een getal", "a number"};
    }
}

LocalText expected(const LocalText& what, const Json& found) {
    const LocalText kind = kind_of(found);
    return {fmt::format("verwacht: {}, gevonden: {}", what.nl, kind.nl),
            fmt::format("expected {}, found {}", what.en, kind.en)};
}

LocalText missing(const char* key) {
    return {fmt::format("de sleutel “{}” ontbreekt", key), fmt::format("the key “{}” is missing", key)};
}

const LocalText add_it{"Voeg die toe", "Add it"};

bool among(std::string_view key, std::span<const char* const> keys) {
    return std::ranges::find(keys, key) != keys.end();
}

}  // namespace

std::string Cursor::where() const {
    return pointer_.empty() ? std::string(file_) : fmt::format("{}: {}", file_, pointer_);
}

void Cursor::fail(const std::string& problem, const std::string& advice, Trouble trouble) const {
    throw ShapeError(Error{ErrorKind::Usage, where(), problem, advice, trouble});
}

void Cursor::fail(const LocalText& problem, const LocalText& advice) const {
    throw ShapeError(hamer::fail(ErrorKind::Usage, where(), problem, advice, Trouble::WrongShape).value());
}

Cursor Cursor::child(const Json& value, std::string_view name) const {
    std::string pointer;
    pointer.reserve(pointer_.size() + 1 + name.size());
    pointer.append(pointer_).append("/").append(name);
    return Cursor(value, file_, std::move(pointer));
}

const Cursor& Cursor::keys(std::initializer_list<const char*> required,
                           std::initializer_list<const char*> optional) const {
    return keys(required, std::span(optional.begin(), optional.size()));
}

const Cursor& Cursor::keys(std::initializer_list<const char*> required, std::span<const char* const> optional) const {
    if (!value_->is_object()) fail(expected({"een object", "an object"}, *value_));
    for (const char* key : required) {
        if (!value_->contains(key)) fail(missing(key), add_it);
    }
    for (const auto& [key, value] : value_->items()) {
        if (!among(key, std::span(required.begin(), required.size())) && !among(key, optional)) {
            const std::string shown = printable(key, 80);
            fail(LocalText{fmt::format("onbekende sleutel “{}”", shown), fmt::format("unknown key “{}”", shown)},
                 {"Haal die weg, of zoek op hoe u die schrijft", "Take it away, or look up its spelling"});
        }
    }
    return *this;
}

bool Cursor::has(const char* key) const { return value_->is_object() && value_->contains(key); }

Cursor Cursor::at(const char* key) const {
    if (value_->is_object()) {
        if (const auto found = value_->find(key); found != value_->end()) return child(*found, key);
    }
    fail(missing(key), add_it);
}

std::vector<std::pair<std::string, Cursor>> Cursor::members() const {
    if (!value_->is_object()) fail(expected({"een object", "an object"}, *value_));
    std::vector<std::pair<std::string, Cursor>> found;
    for (const auto& [key, value] : value_->items()) found.emplace_back(key, child(value, printable(key, 80)));
    return found;
}

std::vector<Cursor> Cursor::items() const {
    if (!value_->is_array()) fail(expected({"een lijst", "an array"}, *value_));
    std::vector<Cursor> found;
    for (std::size_t i = 0; i < value_->size(); ++i) found.push_back(child((*value_)[i], std::to_string(i)));
    return found;
}

std::string Cursor::string(std::size_t limit) const {
    if (!value_->is_string()) fail(expected({"een tekst", "a string"}, *value_));
    auto text = value_->get<std::string>();
    if (text.size() > limit) {
        fail(LocalText{fmt::format("verwacht: hooguit {} bytes tekst, gevonden: {}", limit, text.size()),
                       fmt::format("expected at most {} bytes of text, found {}", limit, text.size())});
    }
    return text;
}

std::string Cursor::word() const {
    auto text = string(100);
    const auto fits = [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_' || c == '.'; };
    if (text.empty() || !std::ranges::all_of(text, fits)) {
        fail(LocalText{"verwacht: een naam van letters, cijfers, '-', '_' en '.'",
                       "expected a name of letters, digits, '-', '_' and '.'"});
    }
    return text;
}

LocalText Cursor::text() const {
    keys({"nl", "en"});
    return {at("nl").string(), at("en").string()};
}

bool Cursor::boolean() const {
    if (!value_->is_boolean()) fail(expected({"true of false", "true or false"}, *value_));
    return value_->get<bool>();
}

std::int64_t Cursor::integer(std::int64_t smallest, std::int64_t largest) const {
    if (!value_->is_number_integer()) fail(expected({"een geheel getal", "a whole number"}, *value_));
    const bool too_large = value_->is_number_unsigned() && value_->get<std::uint64_t>() > INT64_MAX;
    const auto number = too_large ? INT64_MAX : value_->get<std::int64_t>();
    if (too_large || number < smallest || number > largest) {
        fail(LocalText{fmt::format("verwacht: een getal van {} tot en met {}", smallest, largest),
                       fmt::format("expected a number from {} to {}", smallest, largest)});
    }
    return number;
}

bool Cursor::boolean_or(const char* key, bool otherwise) const { return has(key) ? at(key).boolean() : otherwise; }

std::string Cursor::string_or(const char* key, std::string otherwise) const {
    return has(key) ? at(key).string() : std::move(otherwise);
}

}  // namespace hamer
