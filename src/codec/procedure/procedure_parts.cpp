#include "codec/procedure/procedure_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

StateRef read_state_name(const Procedure& procedure, const Cursor& at) {
    const std::string name = at.string();
    const auto ref = procedure.state(name);
    if (!ref) at.fail(fmt::format("no region has the state “{}”; expected region.state", printable(name, 80)));
    return *ref;
}

std::size_t read_event_name(const Procedure& procedure, const Cursor& at) {
    const std::string name = at.string();
    const auto number = procedure.event(name);
    if (!number) at.fail(fmt::format("events describes no event “{}”", printable(name, 80)));
    return *number;
}

Guard read_guard(const Procedure& procedure, const Cursor& at) {
    const std::string type = at.at("type").string();
    Guard guard;
    if (type == "in") {
        at.keys({"type", "params"});
        guard.kind = Guard::Kind::In;
        guard.in = read_state_name(procedure, at.at("params").keys({"state"}).at("state"));
    } else if (type == "not") {
        at.keys({"type", "guard"});
        guard.kind = Guard::Kind::Not;
        guard.of.push_back(read_guard(procedure, at.at("guard")));
    } else if (type == "and" || type == "or") {
        at.keys({"type", "guards"});
        guard.kind = type == "and" ? Guard::Kind::And : Guard::Kind::Or;
        for (const Cursor& part : at.at("guards").items()) guard.of.push_back(read_guard(procedure, part));
    } else {
        at.at("type").fail("expected in, not, and, or");
    }
    return guard;
}

namespace {

Entered read_entered(const Procedure& procedure, const Cursor& at) {
    at.keys({"region"}, {"by", "after"});
    const auto region = [&](const Cursor& name) {
        const auto found = std::ranges::find(procedure.regions, name.string(), &Region::id);
        if (found == procedure.regions.end()) name.fail("there is no region of this name");
        return static_cast<std::uint8_t>(found - procedure.regions.begin());
    };
    Entered entered{region(at.at("region")), {}, std::nullopt};
    if (at.has("after")) entered.after = region(at.at("after"));
    if (at.has("by")) {
        for (const Cursor& event : at.at("by").items()) entered.by.push_back(read_event_name(procedure, event));
    }
    return entered;
}

}  // namespace

MeetingKind read_meeting_kind(const Cursor& at) {
    const auto found = std::ranges::find(meeting_kind_words, at.string());
    if (found == meeting_kind_words.end()) at.fail("expected council, committee or other");
    return static_cast<MeetingKind>(found - meeting_kind_words.begin());
}

std::vector<MeetingKind> read_meeting_kinds(const Cursor& at) {
    std::vector<MeetingKind> kinds;
    for (const Cursor& kind : at.items()) kinds.push_back(read_meeting_kind(kind));
    if (kinds.empty()) at.fail("expected at least one of council, committee and other");
    return kinds;
}

Condition read_condition(const Procedure& procedure, const Cursor& at) {
    at.keys({}, {"when", "meeting", "event", "field", "in", "entered", "incidents"});
    Condition condition;
    if (at.has("when")) condition.when = read_guard(procedure, at.at("when"));
    if (at.has("meeting")) {
        for (const Cursor& kind : at.at("meeting").items()) condition.meetings.push_back(read_meeting_kind(kind));
    }
    if (at.has("event")) condition.recorded = read_card_case(procedure, at);
    if (at.has("entered")) condition.entered = read_entered(procedure, at.at("entered"));
    if (at.has("incidents")) {
        if (at.at("incidents").string() != "undecided") at.at("incidents").fail("expected undecided");
        condition.undecided = true;
    }
    if (at.json().empty()) at.fail("expected a condition, such as meeting or when");
    return condition;
}

Wording read_wording(const Procedure& procedure, const Cursor& at) {
    if (!at.json().is_structured()) at.fail_as_no({"een object of een lijst", "an object or an array"});
    if (!at.json().is_array()) {
        if (!at.has("for")) return at.text();
        at.keys({"for", "nl", "en"});
        Wording one;
        one.cases.push_back({read_condition(procedure, at.at("for")), {at.at("nl").string(), at.at("en").string()}});
        return one;
    }
    Wording wording;
    for (const Cursor& each : at.items()) {
        each.keys({"nl", "en"}, {"for"});
        std::optional<Condition> only_for;
        if (each.has("for")) only_for = read_condition(procedure, each.at("for"));
        wording.cases.push_back({std::move(only_for), {each.at("nl").string(), each.at("en").string()}});
    }
    if (wording.empty()) at.fail("expected at least one text");
    return wording;
}

PresetValue read_preset(const Procedure& procedure, const Cursor& at) {
    if (at.is_boolean()) return at.boolean();
    if (at.is_string()) return Wording(LocalText{at.string(), at.string()});
    if (!at.json().is_structured())
        at.fail_as_no({"een tekst, een object of true of false", "a string, an object or true or false"});
    return read_wording(procedure, at);
}

std::map<std::string, PresetValue> read_presets(const Procedure& procedure, const Cursor& at) {
    std::map<std::string, PresetValue> presets;
    for (const auto& [field, value] : at.members()) presets[field] = read_preset(procedure, value);
    return presets;
}

std::vector<std::size_t> read_event_names(const Procedure& procedure, const Cursor& at) {
    std::vector<std::size_t> events;
    for (const Cursor& name : at.items()) events.push_back(read_event_name(procedure, name));
    return events;
}

LocalText read_letter(const Cursor& at) {
    if (!at.is_string() && !at.json().is_object()) at.fail_as_no({"een tekst of een object", "a string or an object"});
    const LocalText letter = at.is_string() ? LocalText{at.string(), at.string()} : at.text();
    for (const std::string* side : {&letter.nl, &letter.en}) {
        if (side->size() != 1 || side->front() < 'A' || side->front() > 'Z') at.fail("expected one capital, A to Z");
    }
    return letter;
}

namespace {

Option read_option(const Cursor& at) {
    at.keys({"mark", "title", "signs", "follows"});
    Option option{at.at("mark").string(4), at.at("title").text(), {}, at.at("follows").text()};
    for (const Cursor& sign : at.at("signs").items()) option.signs.push_back(sign.text());
    return option;
}

}  // namespace

Limit read_limit(const Cursor& at) {
    at.keys({"of", "label", "over"});
    if (at.at("of").string() != "statement") at.at("of").fail("expected statement, the one limit there is");
    return {Limit::Of::Statement, at.at("label").text(), at.at("over").text()};
}

TrailItem read_trail_item(const Procedure& procedure, const Cursor& at) {
    at.keys({"source", "label", "done"}, {"applies", "rule"});
    TrailItem item{at.at("source").string(), at.at("label").text(), read_event_names(procedure, at.at("done")), {}};
    if (at.has("applies")) item.applies = read_guard(procedure, at.at("applies"));
    item.rule = at.boolean_or("rule", false);
    return item;
}

Button read_button(const Procedure& procedure, const Cursor& at) {
    at.keys({"event"}, {"label", "with", "say", "option", "letter"});
    Button button;
    button.event = read_event_name(procedure, at.at("event"));
    button.label = at.has("label") ? read_wording(procedure, at.at("label")) : procedure.events[button.event].label;
    if (at.has("with")) button.with = read_presets(procedure, at.at("with"));
    if (at.has("say")) button.say = read_wording(procedure, at.at("say"));
    if (at.has("option")) button.option = read_option(at.at("option"));
    if (at.has("letter")) button.letter = read_letter(at.at("letter"));
    return button;
}

std::vector<Alert> read_alerts(const Procedure& procedure, const Cursor& at) {
    const auto read = [&](const Cursor& one) {
        one.keys({"text", "do"}, {"for", "or"});
        Alert alert{std::nullopt, read_wording(procedure, one.at("text")), read_button(procedure, one.at("do")), {}};
        if (one.has("for")) alert.only_for = read_condition(procedure, one.at("for"));
        if (one.has("or")) alert.other = read_button(procedure, one.at("or"));
        return alert;
    };
    if (!at.json().is_structured()) at.fail_as_no({"een object of een lijst", "an object or an array"});
    if (!at.json().is_array()) return {read(at)};
    std::vector<Alert> alerts;
    for (const Cursor& each : at.items()) alerts.push_back(read(each));
    return alerts;
}

CardCase read_card_case(const Procedure& procedure, const Cursor& at) {
    if (!at.has("field") || !at.has("in")) at.fail("expected field and in beside event");
    CardCase only_for{read_event_name(procedure, at.at("event")), at.at("field").word(), {}};
    const Field* field = procedure.events[only_for.event].field(only_for.field);
    if (!field) at.at("field").fail("the event has no such field");
    for (const Cursor& value : at.at("in").items()) {
        only_for.among.push_back(value.string());
        if (field->kind == FieldKind::Choice && !field->choice(only_for.among.back())) {
            value.fail("the field has no such choice");
        }
    }
    return only_for;
}

}  // namespace hamer
