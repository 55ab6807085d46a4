#include "codec/link/keeper_files.h"

#include "base/attempt.h"
#include "codec/json/cursor.h"

#include <fmt/format.h>

namespace hamer {

namespace {

constexpr int format = 1;
constexpr std::int64_t largest = (std::int64_t{1} << 53) - 1;

void known_format(const Cursor& at) {
    if (at.at("format").integer(1, 1'000'000) == format) return;
    at.at("format").fail(LocalText{"een nieuwere Hamer heeft dit geschreven", "a newer Hamer wrote this"},
                         LocalText{"Werk Hamer bij", "Renew Hamer"});
}

Instant instant(const Cursor& at) {
    const auto read = from_rfc3339(at.string(40));
    if (!read) at.fail(LocalText{"verwacht: een tijdstip", "expected a time"});
    return *read;
}

std::vector<LinkTextName> texts(const Cursor& at, std::size_t most) {
    const auto items = at.items();
    if (items.size() > most) {
        at.fail(LocalText{fmt::format("verwacht: hooguit {} waarden", most),
                          fmt::format("expected at most {} values", most)});
    }
    std::vector<LinkTextName> read;
    for (const Cursor& one : items) {
        one.keys({"seq", "name"});
        read.push_back({static_cast<std::uint64_t>(one.at("seq").integer(1, largest)), one.at("name").word()});
    }
    return read;
}

Json written(const std::vector<LinkTextName>& texts) {
    Json all = Json::array();
    for (const LinkTextName& one : texts) all.push_back(Json{{"seq", one.seq}, {"name", one.name}});
    return all;
}

DeviceEntry device(const Cursor& at) {
    at.keys({"device", "role", "name", "key_sha256", "paired", "heard"});
    const auto role = link_role_from(at.at("role").string());
    if (!role) at.at("role").fail(LocalText{"deze rol is er niet", "there is no such role"});
    std::string sum = at.at("key_sha256").string(64);
    if (sum.size() != 64 || sum.find_first_not_of("0123456789abcdef") != std::string::npos) {
        at.at("key_sha256").fail(LocalText{"verwacht: 64 cijfers", "expected 64 hexadecimal digits"});
    }
    return {
        at.at("device").word(), *role, printable(at.at("name").string(), 80), std::move(sum), instant(at.at("paired")),
        instant(at.at("heard"))};
}

}  // namespace

Result<std::vector<DeviceEntry>> read_devices(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(const auto json, parse_json(text, file));
    return reading(file, [&] {
        const Cursor at(json, file);
        known_format(at);
        at.keys({"format", "devices"});
        std::vector<DeviceEntry> read;
        for (const Cursor& one : at.at("devices").items()) read.push_back(device(one));
        return read;
    });
}

std::string write_devices(const std::vector<DeviceEntry>& devices) {
    Json all = Json::array();
    for (const DeviceEntry& one : devices) {
        all.push_back(Json{{"device", one.device},
                           {"role", word(one.role)},
                           {"name", one.name},
                           {"key_sha256", one.key_sha256},
                           {"paired", to_rfc3339(one.paired)},
                           {"heard", to_rfc3339(one.heard)}});
    }
    return Json{{"format", format}, {"devices", std::move(all)}}.dump(2) + "\n";
}

Result<KeptNotes> read_kept_notes(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(const auto json, parse_json(text, file));
    return reading(file, [&] {
        const Cursor at(json, file);
        known_format(at);
        at.keys({"format", "writers", "erased", "owed"});
        KeptNotes notes;
        for (const Cursor& one : at.at("writers").items()) notes.writers.push_back(one.word());
        notes.erased = texts(at.at("erased"), most_erased_texts);
        for (const Cursor& one : at.at("owed").items()) {
            one.keys({"device", "id", "texts"});
            notes.owed.push_back({one.at("device").word(), one.at("id").word(), texts(one.at("texts"), 256)});
        }
        return notes;
    });
}

std::string write_kept_notes(const KeptNotes& notes) {
    Json owed = Json::array();
    for (const OwedTexts& one : notes.owed) {
        owed.push_back(Json{{"device", one.device}, {"id", one.id}, {"texts", written(one.texts)}});
    }
    return Json{{"format", format},
                {"writers", notes.writers},
                {"erased", written(notes.erased)},
                {"owed", std::move(owed)}}
               .dump() +
           "\n";
}

}  // namespace hamer
