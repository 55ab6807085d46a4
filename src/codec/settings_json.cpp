#include "codec/settings_json.h"

#include "codec/cursor.h"
#include "codec/meeting_json.h"

namespace hamer {

namespace {

std::string read_number(const Cursor& numbers, const char* key, std::string otherwise) {
    if (!numbers.has(key)) return otherwise;
    std::string number = numbers.at(key).string(60);
    if (printable(number) != number) numbers.at(key).fail("expected a telephone number without control characters");
    return number;
}

Settings read_all(const Cursor& at) {
    at.keys({"format", "municipality", "numbers"},
            {"$schema", "language", "procedure", "register", "statement_limit_seconds", "retention_years"});
    if (at.at("format").integer(0, INT32_MAX) != 1) {
        at.at("format").fail("expected format 1, the one that this program reads",
                             "Use a newer Hamer for a newer file");
    }
    Settings settings;
    const Cursor municipality = at.at("municipality");
    municipality.keys({"name", "address"});
    settings.municipality.name = municipality.at("name").string(200);
    settings.municipality.address = municipality.at("address").string(200);
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
    settings.register_file = at.string_or("register", settings.register_file);
    if (settings.register_file.find("://") != std::string::npos) {
        at.at("register").fail("expected a file name; this version keeps the register in a file", "Name a file");
    }
    if (at.has("statement_limit_seconds")) {
        settings.statement_limit_seconds = static_cast<int>(at.at("statement_limit_seconds").integer(10, 3600));
    }
    if (at.has("retention_years")) {
        settings.retention_years = static_cast<int>(at.at("retention_years").integer(1, 100));
    }
    return settings;
}

}  // namespace

Result<Settings> read_settings(std::string_view text, const std::string& file) {
    const auto json = parse_json(text, file);
    if (!json) return tl::unexpected<Error>(json.error());
    return reading(file, [&] { return read_all(Cursor(*json, file)); });
}

Result<Meeting> read_meeting(std::string_view text, const std::string& where) {
    const auto json = parse_json(text, where);
    if (!json) return tl::unexpected<Error>(json.error());
    return reading(where, [&] { return meeting_from(Cursor(*json, where)); });
}

std::string write_meeting(const Meeting& meeting) { return to_json(meeting).dump(2) + "\n"; }

Meeting meeting_from(const Cursor& at) {
    at.keys({"name"}, {"date", "chair", "clerk", "room", "broadcast"});
    const auto line = [&](const char* key) { return printable(at.has(key) ? at.at(key).string(300) : "", 300); };
    return {line("name"), line("date"), line("chair"), line("clerk"), line("room"), at.boolean_or("broadcast", true)};
}

Json to_json(const Meeting& meeting) {
    return Json{{"name", meeting.name},   {"date", meeting.date}, {"chair", meeting.chair},
                {"clerk", meeting.clerk}, {"room", meeting.room}, {"broadcast", meeting.broadcast}};
}

}  // namespace hamer
