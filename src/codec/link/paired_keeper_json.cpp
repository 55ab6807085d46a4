#include "codec/link/paired_keeper_json.h"

#include "base/attempt.h"
#include "base/text.h"
#include "codec/json/cursor.h"

#include <algorithm>

namespace hamer {

namespace {

constexpr std::size_t longest_address = 300;
constexpr std::size_t longest_device = 80;
constexpr std::size_t key_digits = 64;

bool is_key(std::string_view text) {
    return text.size() == key_digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

PairedKeeper read_all(const Cursor& at) {
    at.keys({"format", "address", "device", "role", "key"}, {"roots"});
    if (at.at("format").integer(0, INT32_MAX) != 1) {
        at.at("format").fail("expected format 1, the one that this program reads", "Use a newer Hamer for a newer file",
                             Trouble::OtherVersion);
    }
    PairedKeeper read;
    read.address = at.at("address").string(longest_address);
    read.device = at.at("device").string(longest_device);
    const auto role = link_role_from(at.at("role").string());
    if (!role) at.at("role").fail("expected chair, clerk, onlooker or trainer");
    read.role = *role;
    read.key = at.at("key").string(key_digits);
    if (!is_key(read.key)) at.at("key").fail("expected 64 hexadecimal digits");
    if (at.has("roots")) read.roots = at.at("roots").string(longest_roots);
    return read;
}

}  // namespace

Result<PairedKeeper> read_paired_keeper(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(const auto json, parse_json(text, file));
    return reading(file, [&] { return read_all(Cursor(json, file)); });
}

std::string write_paired_keeper(const PairedKeeper& paired) {
    Json json{{"format", 1},
              {"address", paired.address},
              {"device", paired.device},
              {"role", word(paired.role)},
              {"key", paired.key}};
    if (!paired.roots.empty()) json["roots"] = paired.roots;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace hamer
