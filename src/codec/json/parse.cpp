#include "codec/json/parse.h"

#include "base/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace hamer {

namespace {

constexpr std::size_t usual_keys = 12;  // room for these is taken at once: an entry's keys, an event's

// Builds the value while watching the limits. `problem` says why it stopped.
class Builder final : public nlohmann::json_sax<Json> {
  public:
    explicit Builder(const JsonLimits& limits) : limits_(limits) {}

    std::string problem;
    std::size_t position = 0;
    Json root;

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t&) override { return stop("binary values are not JSON"); }

    bool start_object(std::size_t) override { return open(Json::object()); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        Json& object = *open_.back();
        if (object.contains(name)) return stop(fmt::format("the key “{}” stands twice", printable(name, 80)));
        if (object.size() >= limits_.keys) return stop(fmt::format("more than {} keys in one object", limits_.keys));
        key_ = std::move(name);
        return true;
    }

    bool parse_error(std::size_t at, const std::string& token, const nlohmann::json::exception&) override {
        position = at;
        return stop(token.empty() ? "this is not JSON"
                                  : fmt::format("this is not JSON, at “{}”", printable(token, 40)));
    }

  private:
    bool stop(std::string why) {
        problem = std::move(why);
        return false;
    }

    template <typename Value>
    bool add(Value&& value) {
        return place(Json(std::forward<Value>(value))) != nullptr;
    }

    Json* place(Json value) {
        if (++values_ > limits_.values) {
            stop(fmt::format("more than {} values", limits_.values));
            return nullptr;
        }
        if (open_.empty()) {
            root = std::move(value);
            return &root;
        }
        Json& parent = *open_.back();
        if (parent.is_array()) {
            parent.push_back(std::move(value));
            return &parent.back();
        }
        // The key is new: key() looked.
        return &parent.get_ref<Json::object_t&>().emplace_back(std::move(key_), std::move(value)).second;
    }

    bool open(Json value) {
        if (open_.size() >= limits_.depth) return stop(fmt::format("nested deeper than {} levels", limits_.depth));
        Json* placed = place(std::move(value));
        if (!placed) return false;
        if (placed->is_object()) placed->get_ref<Json::object_t&>().reserve(usual_keys);
        open_.push_back(placed);
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    JsonLimits limits_;
    std::size_t values_ = 0;
    std::vector<Json*> open_;
    std::string key_;
};

std::string line_and_column(std::string_view text, std::size_t position) {
    const std::string_view before = text.substr(0, std::min(position > 0 ? position - 1 : 0, text.size()));
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t start = before.rfind('\n');
    const std::size_t column = before.size() - (start == std::string_view::npos ? 0 : start + 1) + 1;
    return fmt::format("line {}, column {}", line, column);
}

}  // namespace

Result<Json> parse_json(std::string_view text, const std::string& where, const JsonLimits& limits) {
    Builder builder(limits);
    // The parser would take it for the end and never see what stands behind it.
    const std::size_t zero = text.find('\0');
    try {
        if (zero != std::string_view::npos) {
            builder.problem = "a zero byte is not JSON";
            builder.position = zero + 1;
        } else if (Json::sax_parse(text.begin(), text.end(), &builder)) {
            return std::move(builder.root);
        }
    } catch (const nlohmann::json::exception& error) {
        builder.problem = error.what();
    }
    // The parser refuses other bytes too, but does not say so in words for people.
    if (!is_utf8(text)) {
        return fail(ErrorKind::Usage, where, "expected UTF-8 text, found other bytes", "Save it as UTF-8",
                    Trouble::NotText);
    }
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
        return fail(
            ErrorKind::Usage, where, LocalText{"verwacht: JSON, gevonden: niets", "expected JSON, found nothing"},
            LocalText{"Controleer of dit het goede bestand is", "Check that it is the right file"}, Trouble::NotJson);
    }
    const std::string place =
        builder.position > 0 ? fmt::format("{}: {}", where, line_and_column(text, builder.position)) : where;
    return fail(ErrorKind::Usage, place, builder.problem, "Mend the JSON there", Trouble::NotJson);
}

}  // namespace hamer
