#include "codec/procedure/slips.h"

#include "base/attempt.h"
#include "codec/json/parse.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

namespace hamer {

namespace {

// The lists that say nothing, or something else than they seem to, when they name nothing: a rule about no events, a
// condition that no value meets. A list under a name of the file's own (an event, a field) is never empty: the reader
// refuses that.
constexpr std::array<std::string_view, 10> must_name_something = {"alert",   "by",    "events", "in",     "leads",
                                                                  "meeting", "needs", "one_of", "raised", "words"};

// What an item goes by: itself, or its id. Empty for what has no name.
std::string name_of(const Json& item) {
    if (item.is_string()) return item.get<std::string>();
    if (!item.is_object()) return {};
    const auto id = item.find("id");
    return id != item.end() && id->is_string() ? id->get<std::string>() : std::string();
}

class Finder {
  public:
    std::vector<Slip> found;

    void look(const Json& value, const std::string& place, std::string_view key) {
        if (value.is_object()) {
            for (const auto& [name, member] : value.items()) look(member, place + "/" + name, name);
        } else if (value.is_array()) {
            if (value.empty() && std::ranges::find(must_name_something, key) != must_name_something.end())
                found.push_back({Slip::Kind::Empty, place, {}});
            items(value, place, key);
        }
    }

  private:
    void items(const Json& list, const std::string& place, std::string_view key) {
        // Words that people wrote may be the same in two languages.
        const bool has_names = key != "in";
        std::set<std::string> names;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string at = place + "/" + std::to_string(i);
            const std::string name = name_of(list[i]);
            if (has_names && !name.empty() && !names.insert(name).second)
                found.push_back({Slip::Kind::Twice, list[i].is_object() ? at + "/id" : at, name});
            look(list[i], at, {});
        }
    }
};

}  // namespace

Result<std::vector<Slip>> slips_in(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(const auto json, parse_json(text, file));
    Finder finder;
    finder.look(json, {}, {});
    return std::move(finder.found);
}

}  // namespace hamer
