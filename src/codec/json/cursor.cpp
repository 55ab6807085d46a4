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

LocalText expected(const LocalText& what, const LocalText& found) {
    return {fmt::format("verwacht: {}, gevonden: {}", what.nl, found.nl),
            fmt::format("expected {}, found {}", what.en, found.en)};
}

LocalText as_written(const Json& number) { return {number.dump(), number.dump()}; }

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

void Cursor::fail_as_no(const LocalText& kind) const { fail(expected(kind, kind_of(*value_))); }

const Cursor& Cursor::object() const {
    if (!value_->is_object()) fail_as_no({"een object", "an object"});
    return *this;
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
    object();
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
    object();
    if (const auto found = value_->find(key); found != value_->end()) return child(*found, key);
    fail(missing(key), add_it);
}

std::vector<std::pair<std::string, Cursor>> Cursor::members() const {
    object();
    std::vector<std::pair<std::string, Cursor>> found;
    for (const auto& [key, value] : value_->items()) found.emplace_back(key, child(value, printable(key, 80)));
    return found;
}

std::vector<Cursor> Cursor::items() const {
    if (!value_->is_array()) fail_as_no({"een lijst", "an array"});
    std::vector<Cursor> found;
    for (std::size_t i = 0; i < value_->size(); ++i) found.push_back(child((*value_)[i], std::to_string(i)));
    return found;
}

std::string Cursor::string(std::size_t limit) const {
    if (!value_->is_string()) fail_as_no({"een tekst", "a string"});
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
        const std::string shown = fmt::format("“{}”", printable(text, 80));
        fail(expected({"een naam van letters, cijfers, '-', '_' en '.'", "a name of letters, digits, '-', '_' and '.'"},
                      text.empty() ? LocalText{"niets", "nothing"} : LocalText{shown, shown}));
    }
    return text;
}

LocalText Cursor::text() const {
    keys({"nl", "en"});
    return {at("nl").string(), at("en").string()};
}

bool Cursor::boolean() const {
    if (!value_->is_boolean()) fail_as_no({"true of false", "true or false"});
    return value_->get<bool>();
}

std::int64_t Cursor::integer(std::int64_t smallest, std::int64_t largest) const {
    if (!value_->is_number()) fail_as_no({"een geheel getal", "a whole number"});
    if (!value_->is_number_integer()) fail(expected({"een geheel getal", "a whole number"}, as_written(*value_)));
    const bool too_large = value_->is_number_unsigned() && value_->get<std::uint64_t>() > INT64_MAX;
    const auto number = too_large ? INT64_MAX : value_->get<std::int64_t>();
    if (too_large || number < smallest || number > largest) {
        fail(expected({fmt::format("een getal van {} tot en met {}", smallest, largest),
                       fmt::format("a number from {} to {}", smallest, largest)},
                      as_written(*value_)));
    }
    return number;
}

bool Cursor::boolean_or(const char* key, bool otherwise) const { return has(key) ? at(key).boolean() : otherwise; }

std::string Cursor::string_or(const char* key, std::string otherwise) const {
    return has(key) ? at(key).string() : std::move(otherwise);
}

}  // namespace hamer
