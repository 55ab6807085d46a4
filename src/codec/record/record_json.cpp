#include "codec/record/record_json.h"

#include "base/attempt.h"
#include "base/typed_time.h"
#include "codec/json/clean_texts.h"
#include "codec/record/record_visitors.h"

namespace hamer {

namespace {

// Derived from the rest, for those who read the JSON: it must fit.
void check_derived(const Cursor& at, const char* key, std::string_view expected) {
    if (at.at(key).string() != expected) {
        at.at(key).fail(fmt::format("expected “{}”, which follows from the rest of the record", expected));
    }
}

IncidentRecord read_all(const Cursor& at) {
    const auto format = at.at("format").integer(0, std::numeric_limits<int>::max());
    if (format < first_record_format || format > record_format) {
        at.at("format").fail(
            fmt::format("expected format {} to {}, which this program reads", first_record_format, record_format),
            "Use a newer Hamer for a newer record", Trouble::OtherVersion);
    }
    IncidentRecord record;
    RecordReader::object(at, record, UtcZone(), {"format", "status", "scenario"});
    record.withdrawn =
        at.at("status").string() == incident_status_words[static_cast<std::size_t>(IncidentStatus::Withdrawn)];
    check_derived(at, "status", incident_status_words[static_cast<std::size_t>(status(record))]);
    check_derived(at, "scenario", scenario_words[static_cast<std::size_t>(scenario(record))]);
    return record;
}

Json json_of(const IncidentRecord& record) {
    Json json = {{"format", record.dossier ? record_format : first_record_format},
                 {"status", incident_status_words[static_cast<std::size_t>(status(record))]},
                 {"scenario", scenario_words[static_cast<std::size_t>(scenario(record))]}};
    const Json rest = RecordWriter::object(record);
    for (const auto& [key, value] : rest.items()) json[key] = value;
    return json;
}

std::string text_of(const Json& json) {
    // Texts came in as UTF-8; should one not be, a replaced byte is better than no record.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

// Days and moments as a person typed them, the way data has them. What is neither stays, and is refused by what reads
// it.
void as_data(Json& typed, const Zone& zone, std::optional<Day> today) {
    const auto each_text = [&](const char* key, const auto& read) {
        if (!typed.is_object()) return;
        const auto found = typed.find(key);
        if (found != typed.end() && found->is_string()) read(*found, found->template get<std::string>());
    };
    std::optional<Day> from = today;
    each_text("at", [&](Json& value, const std::string& text) {
        if (from_rfc3339(text)) return;
        if (const auto moment = moment_typed(text, zone, today)) value = to_rfc3339(*moment);
    });
    each_text("from", [&](Json& value, const std::string& text) {
        if (const auto day = day_typed(text, today)) {
            value = to_iso(*day);
            from = *day;
        }
    });
    each_text("until", [&](Json& value, const std::string& text) {
        if (const auto day = day_typed(text, from ? std::optional(end_near(*from)) : std::nullopt))
            value = to_iso(*day);
    });
    for (const char* past : {"date", "since", "talked", "team", "adviser", "mayor", "answered"}) {
        each_text(past, [&](Json& value, const std::string& text) {
            if (const auto day = day_typed(text, today ? std::optional(past_near(*today)) : std::nullopt))
                value = to_iso(*day);
        });
    }
    each_text("day", [&](Json& value, const std::string& text) {
        if (const auto day = day_typed(text, today)) value = to_iso(*day);
    });
    if (!typed.is_structured()) return;
    for (Json& inner : typed) as_data(inner, zone, today);
}

}  // namespace

std::string write_record(const IncidentRecord& record) { return text_of(json_of(record)); }

RecordTexts write_record_texts(const IncidentRecord& record) {
    Json json = json_of(record);
    RecordTexts texts{text_of(json), {}};
    json["revision"] = 0;
    json["source"]["head"] = "";
    texts.compared = text_of(json);
    return texts;
}

Result<Dossier> patch_dossier(const Dossier& dossier, std::string_view patch, const std::string& where,
                              const Zone& zone, std::optional<Day> today) {
    ASSIGN_OR_RETURN(auto given, parse_json(patch, where));
    clean_texts(given, TextLines::Many);
    return reading(where, [&] {
        (void)Cursor(given, where).members();  // an object
        as_data(given, zone, today);
        Json merged = RecordWriter::object(dossier);
        merged.merge_patch(given);
        Dossier made;
        RecordReader::object(Cursor(merged, where), made, zone);
        return made;
    });
}

std::string write_dossier(const Dossier& dossier) {
    return RecordWriter::object(dossier).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<IncidentRecord> read_record(std::string_view text, const std::string& where) {
    ASSIGN_OR_RETURN(const auto json, parse_json(text, where));
    return reading(where, [&] { return read_all(Cursor(json, where)); });
}

}  // namespace hamer
