#include "codec/record/listing_json.h"

#include "codec/json/parse.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hamer {

namespace {

template <std::size_t Count>
Json word(const std::array<std::string_view, Count>& words, auto value) {
    return words[static_cast<std::size_t>(value)];
}

Json time_or_null(const std::optional<Instant>& time) { return time ? Json(to_rfc3339(*time)) : Json(); }

Json json(const RecordSummary& one) {
    return {{"id", one.id},
            {"revision", one.revision},
            {"kind", word(incident_kind_words, one.kind)},
            {"status", word(incident_status_words, one.status)},
            {"date", one.date},
            {"meeting", one.meeting},
            {"what", one.what},
            {"place", one.place},
            {"conduct", one.conduct ? word(conduct_words, *one.conduct) : Json()},
            {"repetition", one.repetition ? word(repetition_words, *one.repetition) : Json()},
            {"disturbers", one.disturbers},
            {"missing", one.missing},
            {"started", to_rfc3339(one.started)},
            {"ended", time_or_null(one.ended)},
            {"made_at", to_rfc3339(one.made_at)}};
}

Json json(const DueDuty& one) {
    return {{"record", one.record},
            {"kind", word(duty_words, one.kind)},
            {"person", one.person},
            {"from", to_rfc3339(one.from)},
            {"due", to_rfc3339(one.due)},
            {"advice", one.advice},
            {"done", time_or_null(one.done)},
            {"done_by", one.done_by},
            {"owner", one.owner}};
}

Json json(const Delivery& one) {
    return {
        {"record", one.record},     {"revision", one.revision},
        {"target", one.target},     {"state", word(delivery_state_words, one.state)},
        {"attempts", one.attempts}, {"next", one.state == DeliveryState::Waiting ? Json(to_rfc3339(one.next)) : Json()},
        {"problem", one.problem},   {"delivered", time_or_null(one.delivered)}};
}

Json json(const Access& one) {
    return {{"at", to_rfc3339(one.at)}, {"who", one.who}, {"what", one.what}, {"record", one.record}};
}

Json json(const Count& one) {
    return {{"month", one.month},
            {"conduct", one.conduct},
            {"place", one.place},
            {"repetition", one.repetition},
            {"records", one.records}};
}

Json json(const AnonymousCase& one) {
    Json affected = Json::array();
    for (const Office each : one.affected) affected.push_back(word(office_words, each));
    Json measures = Json::array();
    for (const MeasureKind each : one.measures) measures.push_back(word(measure_words, each));
    return {{"month", one.month},
            {"kind", word(incident_kind_words, one.kind)},
            {"scenario", word(scenario_words, one.scenario)},
            {"conduct", one.conduct ? word(conduct_words, *one.conduct) : Json()},
            {"channel", one.channel ? word(channel_words, *one.channel) : Json()},
            {"repetition", one.repetition ? word(repetition_words, *one.repetition) : Json()},
            {"minutes", one.minutes},
            {"requests", one.requests},
            {"suspended", one.suspended},
            {"room_cleared", one.room_cleared},
            {"police_called", one.police_called},
            {"emergency", one.emergency},
            {"injury", one.injury},
            {"damage", one.damage ? Json(*one.damage) : Json()},
            {"affected", affected},
            {"measures", measures},
            {"charges", one.charges.empty() ? Json() : Json(one.charges)},
            {"evaluated", one.evaluated}};
}

Json json(const Attachment& one) {
    return {{"id", one.id},         {"name", one.name},         {"type", one.type}, {"size", one.size},
            {"sha256", one.sha256}, {"at", to_rfc3339(one.at)}, {"by", one.by},     {"remark", one.remark}};
}

Json json(const HeldLearning& one) {
    Json bodies = Json::array();
    for (const Body each : one.bodies) bodies.push_back(body_words[static_cast<std::size_t>(each)]);
    return {{"kind", learning_kind_words[static_cast<std::size_t>(one.kind)]},
            {"day", one.day},
            {"bodies", bodies},
            {"present", one.present}};
}

Json json(const Change& one) { return {{"place", one.place}, {"before", one.before}, {"after", one.after}}; }

std::string text(const Json& value) { return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

template <typename Row>
std::string all(const std::vector<Row>& rows) {
    Json made = Json::array();
    for (const Row& row : rows) made.push_back(json(row));
    return text(made);
}

std::string shown(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// `flatten` gives each leaf its JSON pointer.
Json leaves(const std::string& record) {
    Json value = Json::parse(record, nullptr, false);
    if (!value.is_object()) return Json::object();
    value.erase("revision");
    if (value.contains("source") && value["source"].is_object()) value["source"].erase("head");
    return value.flatten();
}

}  // namespace

std::string as_json(const std::vector<RecordSummary>& records) { return all(records); }
std::string as_json(const std::vector<DueDuty>& duties) { return all(duties); }
std::string as_json(const std::vector<Delivery>& deliveries) { return all(deliveries); }
std::string as_json(const std::vector<Access>& accesses) { return all(accesses); }
std::string as_json(const std::vector<Count>& counts) { return all(counts); }
std::string as_json(const std::vector<AnonymousCase>& cases) { return all(cases); }
std::string as_json(const std::vector<Change>& changes) { return all(changes); }
std::string as_json(const std::vector<Attachment>& attachments) { return all(attachments); }

std::string as_json(const YearOfCases& year) {
    const YearTotals totals = totals_of(year);
    const auto tally = [](const Tally& one) { return Json{{"records", one.records}, {"before", one.before}}; };
    Json cases = Json::array();
    for (const AnonymousCase& one : year.cases) cases.push_back(json(one));
    Json learnt = Json::array();
    for (const HeldLearning& one : year.learnt) learnt.push_back(json(one));
    return text({{"year", year.year},
                 {"all", tally(totals.all)},
                 {"suspended", tally(totals.suspended)},
                 {"police_called", tally(totals.police)},
                 {"emergency", tally(totals.emergencies)},
                 {"injury", tally(totals.injuries)},
                 {"damage", tally(totals.damage)},
                 {"charges", tally(totals.charges)},
                 {"repeated", tally(totals.repeated)},
                 {"evaluated", tally(totals.evaluated)},
                 {"minutes", totals.minutes},
                 {"incomplete", year.incomplete},
                 {"unreadable", year.unreadable},
                 {"learning", learnt},
                 {"cases", cases}});
}

std::string as_json(const std::vector<Missing>& missing, Language language) {
    Json made = Json::array();
    for (const Missing& one : missing) made.push_back({{"place", one.place}, {"text", one.text.in(language)}});
    return text(made);
}

std::vector<Change> changes(const std::string& before, const std::string& after) {
    const Json first = leaves(before);
    const Json second = leaves(after);
    std::vector<Change> found;
    for (const auto& [place, value] : first.items()) {
        const bool there = second.contains(place);
        if (there && second[place] == value) continue;
        found.push_back({place, shown(value), there ? shown(second[place]) : ""});
    }
    for (const auto& [place, value] : second.items()) {
        if (!first.contains(place)) found.push_back({place, "", shown(value)});
    }
    return found;
}

}  // namespace hamer
