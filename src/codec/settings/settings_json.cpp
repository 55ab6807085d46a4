#include "codec/settings/settings_json.h"

#include "base/attempt.h"
#include "base/calendar.h"
#include "codec/json/clean_texts.h"
#include "codec/json/cursor.h"
#include "codec/settings/broadcast_way.h"
#include "codec/settings/delivery_settings.h"
#include "record/dossier.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace hamer {

namespace {

// Those of conduct_words.
constexpr std::array<const char*, conduct_words.size()> retention_classes = {"a", "b", "c", "d-threat", "d-violence"};

std::string read_number(const Cursor& numbers, const char* key, std::string otherwise) {
    if (!numbers.has(key)) return otherwise;
    return numbers.at(key).string(60);
}

int read_years(const Cursor& at) { return static_cast<int>(at.integer(1, 100)); }

// One term for all, or one for each class of conduct: {"default": 5, "d-violence": 10}.
void read_retention(const Cursor& at, Settings& settings) {
    if (!at.json().is_object()) {
        settings.retention_years = read_years(at);
        return;
    }
    for (const auto& [name, years] : at.keys({"default"}, retention_classes).members()) {
        if (name == "default")
            settings.retention_years = read_years(years);
        else
            settings.retention_of_class[name] = read_years(years);
    }
}

constexpr std::size_t longest_number_name = 60;

// The numbers that texts of procedures name besides the usual four: {"bhv_number": "toestel 4112"}.
std::map<std::string, std::string, std::less<>> read_own_numbers(const Cursor& at) {
    constexpr std::string_view ending = "_number";
    std::map<std::string, std::string, std::less<>> numbers;
    for (const auto& [name, value] : at.members()) {
        const bool named = name.size() > ending.size() && name.size() <= longest_number_name &&
                           name.ends_with(ending) &&
                           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
        if (!named) value.fail("expected a name of a-z and _ that ends in _number, such as bhv_number");
        if (std::ranges::find(known_placeholders, std::string_view(name)) != std::end(known_placeholders)) {
            value.fail("is a number that Hamer has already", "Put it in \"numbers\", beside \"municipality\"");
        }
        numbers[name] = value.string(60);
    }
    return numbers;
}

BroadcastSettings read_broadcast(const Cursor& at) {
    at.keys({}, {"way", "obs", "command"});
    BroadcastSettings made;
    if (at.has("obs")) {
        const Cursor obs = at.at("obs");
        obs.keys({}, {"host", "port", "scene", "mute", "password_file"});
        ObsSettings set;
        set.host = obs.string_or("host", set.host);
        if (obs.has("port")) set.port = static_cast<int>(obs.at("port").integer(1, 65535));
        set.scene = obs.string_or("scene", set.scene);
        if (set.scene.empty()) obs.at("scene").fail("expected the name of a scene in OBS");
        if (obs.has("mute")) {
            for (const Cursor& one : obs.at("mute").items()) set.mute.push_back(one.string(300));
        }
        set.password_file = obs.string_or("password_file", {});
        made.obs = std::move(set);
    }
    if (at.has("command")) {
        const Cursor command = at.at("command");
        command.keys({"program"}, {"seconds"});
        CommandSettings set;
        set.program = command.at("program").string(4000);
        if (!std::filesystem::path(set.program).is_absolute()) {
            // A path begins at the root of the machine, or at a drive.
            constexpr bool has_drives = std::filesystem::path::preferred_separator != '/';
            command.at("program").fail(has_drives ? "expected the whole path of a program, from its drive on"
                                                  : "expected the whole path of a program, from / on",
                                       "Hamer starts no other");
        }
        if (command.has("seconds")) set.seconds = static_cast<int>(command.at("seconds").integer(1, 60));
        made.command = std::move(set);
    }
    if (at.has("way")) made.way = broadcast_way_from(at.at("way"));
    if (made.way == BroadcastWay::Obs && !made.obs) made.obs.emplace();
    if (made.way == BroadcastWay::Command && !made.command) {
        at.at("way").fail("expected the program to start, under \"command\"", "Add it, or choose regie");
    }
    return made;
}

std::optional<TimeStampSettings> read_witness(const Cursor& at) {
    at.keys({}, {"timestamp"});
    if (!at.has("timestamp")) return std::nullopt;
    const Cursor stamp = at.at("timestamp");
    stamp.keys({"url"}, {"ca_file"});
    TimeStampSettings made{stamp.at("url").string(2000), stamp.string_or("ca_file", {})};
    if (!made.url.starts_with("https://") && !made.url.starts_with("http://")) {
        stamp.at("url").fail("expected an address that begins with https:// or http://");
    }
    check_address(stamp.at("url"), made.url);
    if (made.url.find('@') != std::string::npos) {
        stamp.at("url").fail("expected an address without user and password");
    }
    return made;
}

std::vector<CouncilTerm> read_terms(const Cursor& at) {
    std::vector<CouncilTerm> terms;
    for (const Cursor& one : at.items()) {
        one.keys({"from", "until"});
        CouncilTerm term{one.at("from").string(20), one.at("until").string(20)};
        for (const char* key : {"from", "until"}) {
            if (!day_from_iso(one.at(key).string())) one.at(key).fail("expected a day such as 2026-03-30");
        }
        if (term.until < term.from) one.at("until").fail("is before the day on which the term begins");
        terms.push_back(std::move(term));
    }
    return terms;
}

Settings read_all(const Cursor& at) {
    at.keys({"format", "municipality", "numbers"},
            {"$schema", "language", "procedure", "register", "deliver", "terms", "broadcast", "witness",
             "statement_limit_seconds", "answer_wait_seconds", "retention_years", "attachment_megabytes"});
    if (at.at("format").integer(0, INT32_MAX) != 1) {
        at.at("format").fail("expected format 1, the one that this program reads", "Use a newer Hamer for a newer file",
                             Trouble::OtherVersion);
    }
    Settings settings;
    const Cursor municipality = at.at("municipality");
    municipality.keys({"name", "address"}, {"place", "numbers"});
    settings.municipality.name = municipality.at("name").string(200);
    settings.municipality.address = municipality.at("address").string(200);
    if (municipality.has("place")) settings.municipality.place = municipality.at("place").string(200);
    if (municipality.has("numbers")) settings.municipality.numbers = read_own_numbers(municipality.at("numbers"));
    if (settings.municipality.name.empty())
        municipality.at("name").fail("expected the municipality's name, found nothing");
    const Cursor numbers = at.at("numbers");
    numbers.keys({}, {"emergency", "police", "regie", "security"});
    settings.municipality.emergency_number = read_number(numbers, "emergency", "112");
    settings.municipality.police_number = read_number(numbers, "police", "0900-8844");
    settings.municipality.regie_number = read_number(numbers, "regie", "");
    settings.municipality.security_number = read_number(numbers, "security", "");
    if (settings.municipality.emergency_number.empty())
        numbers.at("emergency").fail("expected the emergency number, 112");
    if (at.has("language")) {
        const auto language = language_from(at.at("language").string());
        if (!language) at.at("language").fail("expected nl or en");
        settings.language = *language;
    }
    settings.procedure = at.string_or("procedure", settings.procedure);
    settings.register_place = at.string_or("register", settings.register_place);
    if (at.has("deliver")) settings.deliver = read_delivery_targets(at.at("deliver"));
    if (at.has("terms")) settings.terms = read_terms(at.at("terms"));
    if (at.has("broadcast")) settings.broadcast = read_broadcast(at.at("broadcast"));
    if (at.has("witness")) settings.time_stamp = read_witness(at.at("witness"));
    if (at.has("statement_limit_seconds")) {
        settings.statement_limit_seconds = static_cast<int>(at.at("statement_limit_seconds").integer(10, 3600));
        settings.municipality.statement_limit_seconds = settings.statement_limit_seconds;
    }
    if (at.has("answer_wait_seconds")) {
        settings.answer_wait_seconds = static_cast<int>(at.at("answer_wait_seconds").integer(0, 10));
    }
    if (at.has("attachment_megabytes")) {
        settings.attachment_megabytes = static_cast<int>(at.at("attachment_megabytes").integer(1, 100));
    }
    if (at.has("retention_years")) {
        read_retention(at.at("retention_years"), settings);
    }
    return settings;
}

}  // namespace

Result<Settings> read_settings(std::string_view text, const std::string& file) {
    ASSIGN_OR_RETURN(auto json, parse_json(text, file));
    // Names in OBS are what they are there.
    Json broadcast;
    if (json.is_object() && json.contains("broadcast")) broadcast = json["broadcast"];
    clean_texts(json, TextLines::One);
    if (!broadcast.is_null()) json["broadcast"] = std::move(broadcast);
    return reading(file, [&] { return read_all(Cursor(json, file)); });
}

}  // namespace hamer
