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

MeetingKind read_meeting_kind(const Cursor& at) {
    const auto found = std::ranges::find(meeting_kind_words, at.string());
    if (found == meeting_kind_words.end()) at.fail("expected council, committee or other");
    return static_cast<MeetingKind>(found - meeting_kind_words.begin());
}

}  // namespace

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
    return read_wording(procedure, at);
}

LocalText read_letter(const Cursor& at) {
    const LocalText letter = at.is_string() ? LocalText{at.string(), at.string()} : at.text();
    for (const std::string* side : {&letter.nl, &letter.en}) {
        if (side->size() != 1 || side->front() < 'A' || side->front() > 'Z') at.fail("expected one capital, A to Z");
    }
    return letter;
}

namespace {

std::map<std::string, PresetValue> read_presets(const Procedure& procedure, const Cursor& at) {
    std::map<std::string, PresetValue> presets;
    for (const auto& [field, value] : at.members()) presets[field] = read_preset(procedure, value);
    return presets;
}

Option read_option(const Cursor& at) {
    at.keys({"mark", "title", "signs", "follows"});
    Option option{at.at("mark").string(4), at.at("title").text(), {}, at.at("follows").text()};
    for (const Cursor& sign : at.at("signs").items()) option.signs.push_back(sign.text());
    return option;
}

std::vector<std::size_t> read_event_names(const Procedure& procedure, const Cursor& at) {
    std::vector<std::size_t> events;
    for (const Cursor& name : at.items()) events.push_back(read_event_name(procedure, name));
    return events;
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
    if (!at.json().is_array()) return {read(at)};
    std::vector<Alert> alerts;
    for (const Cursor& each : at.items()) alerts.push_back(read(each));
    return alerts;
}

namespace {

Before read_before(const Procedure& procedure, const Cursor& at) {
    at.keys({"needs"}, {"event", "state", "times", "since"});
    if (at.has("event") == at.has("state")) at.fail("expected either an event or a state");
    Before before;
    if (at.has("event"))
        before.subject = read_event_name(procedure, at.at("event"));
    else
        before.subject = read_state_name(procedure, at.at("state"));
    before.needs = read_event_names(procedure, at.at("needs"));
    if (at.has("times")) before.times = static_cast<int>(at.at("times").integer(1, 100));
    if (at.has("since")) before.since = read_event_name(procedure, at.at("since"));
    return before;
}

Requires read_requires(const Procedure& procedure, const Cursor& at) {
    at.keys({"event", "field"}, {"one_of", "must"});
    Requires rule{read_event_name(procedure, at.at("event")), at.at("field").word(), {}, at.boolean_or("must", false)};
    if (at.has("one_of")) {
        for (const Cursor& id : at.at("one_of").items()) rule.one_of.push_back(id.word());
    }
    return rule;
}

Offered read_offered(const Procedure& procedure, const Cursor& at) {
    at.keys({"when", "events"}, {"on", "with"});
    Offered rule{read_guard(procedure, at.at("when")), read_event_names(procedure, at.at("events"))};
    if (at.has("on") < at.has("with")) at.fail("expected with only where there is on");
    if (at.has("with")) rule.with = read_presets(procedure, at.at("with"));
    if (!at.has("on")) return rule;
    const std::string place = at.at("on").string();
    if (place != "card" && place != "row" && place != "corner") at.at("on").fail("expected card, row or corner");
    rule.place = place == "card" ? Offered::Place::Card : place == "row" ? Offered::Place::Row : Offered::Place::Corner;
    return rule;
}

Leads read_leads(const Procedure& procedure, const Cursor& at) {
    Leads rule;
    for (const Cursor& way : at.items()) {
        way.keys({"event", "to"}, {"from"});
        std::optional<StateRef> from;
        if (way.has("from")) from = read_state_name(procedure, way.at("from"));
        rule.ways.push_back(
            {read_event_name(procedure, way.at("event")), from, read_state_name(procedure, way.at("to"))});
    }
    return rule;
}

Tagged read_tagged(const Procedure& procedure, const Cursor& at) {
    at.keys({"tag", "when"});
    const std::string tag = at.at("tag").string();
    if (tag != "open" && tag != "closed" && tag != "rest") at.at("tag").fail("expected open, closed or rest");
    return {tag == "open"     ? Tagged::Tag::Open
            : tag == "closed" ? Tagged::Tag::Closed
                              : Tagged::Tag::Rest,
            read_guard(procedure, at.at("when"))};
}

}  // namespace

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

Property read_property(const Procedure& procedure, const Cursor& at) {
    at.keys({"id", "title", "source"},
            {"never", "always", "only", "before", "requires", "private", "offered", "withheld", "leads", "tagged",
             "reachable", "off_card", "after", "held", "raises", "unsaid"});
    Property property;
    property.id = at.at("id").word();
    property.title = at.at("title").text();
    property.source = at.at("source").string();
    if (at.json().size() != 4) {
        at.fail(
            "expected exactly one rule: never, always, only, before, requires, private, offered, withheld, leads, "
            "tagged, reachable, off_card, after, held, raises or unsaid");
    }
    if (at.has("never")) property.rule = Never{read_guard(procedure, at.at("never"))};
    if (at.has("always")) property.rule = Always{read_guard(procedure, at.at("always"))};
    if (at.has("only")) {
        const Cursor only = at.at("only");
        only.keys({"event", "when"});
        property.rule = OnlyWhen{read_event_name(procedure, only.at("event")), read_guard(procedure, only.at("when"))};
    }
    if (at.has("before")) property.rule = read_before(procedure, at.at("before"));
    if (at.has("requires")) property.rule = read_requires(procedure, at.at("requires"));
    if (at.has("private")) {
        const Cursor kept = at.at("private");
        kept.keys({"event", "field"});
        property.rule = KeptPrivate{read_event_name(procedure, kept.at("event")), kept.at("field").word()};
    }
    if (at.has("offered")) property.rule = read_offered(procedure, at.at("offered"));
    if (at.has("withheld")) {
        const Cursor withheld = at.at("withheld");
        withheld.keys({"when", "for", "events"});
        withheld.at("for").keys({"event", "field", "in"});
        property.rule =
            Withheld{read_guard(procedure, withheld.at("when")), read_card_case(procedure, withheld.at("for")),
                     read_event_names(procedure, withheld.at("events"))};
    }
    if (at.has("off_card")) {
        const Cursor off = at.at("off_card");
        off.keys({"when", "events"});
        property.rule = OffCard{read_guard(procedure, off.at("when")), read_event_names(procedure, off.at("events"))};
    }
    if (at.has("after")) {
        const Cursor after = at.at("after");
        after.keys({"event", "when"});
        property.rule = After{read_event_name(procedure, after.at("event")), read_guard(procedure, after.at("when"))};
    }
    if (at.has("held")) property.rule = Held{read_event_name(procedure, at.at("held").keys({"event"}).at("event"))};
    if (at.has("raises")) {
        const Cursor raises = at.at("raises");
        raises.keys({"event", "raised"});
        property.rule =
            Raises{read_event_name(procedure, raises.at("event")), read_event_names(procedure, raises.at("raised"))};
    }
    if (at.has("unsaid")) {
        const Cursor unsaid = at.at("unsaid");
        unsaid.keys({"meeting", "words"});
        Unsaid rule;
        for (const Cursor& kind : unsaid.at("meeting").items()) rule.meetings.push_back(read_meeting_kind(kind));
        for (const Cursor& words : unsaid.at("words").items()) rule.words.push_back(words.text());
        property.rule = std::move(rule);
    }
    if (at.has("leads")) property.rule = read_leads(procedure, at.at("leads"));
    if (at.has("tagged")) property.rule = read_tagged(procedure, at.at("tagged"));
    if (at.has("reachable")) {
        const Cursor reachable = at.at("reachable");
        reachable.keys({"to"}, {"from"});
        const Guard from = reachable.has("from") ? read_guard(procedure, reachable.at("from")) : Guard{};
        property.rule = Reachable{from, read_guard(procedure, reachable.at("to"))};
    }
    return property;
}

}  // namespace hamer
