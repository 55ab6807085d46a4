#include "codec/procedure/property_json.h"

#include "codec/procedure/procedure_parts.h"

#include <array>
#include <fmt/format.h>

namespace hamer {

namespace {

using Rule = decltype(Property::rule);

Rule read_never(const Procedure& procedure, const Cursor& at) { return Never{read_guard(procedure, at)}; }

Rule read_always(const Procedure& procedure, const Cursor& at) { return Always{read_guard(procedure, at)}; }

Rule read_only(const Procedure& procedure, const Cursor& at) {
    at.keys({"event", "when"});
    return OnlyWhen{read_event_name(procedure, at.at("event")), read_guard(procedure, at.at("when"))};
}

Rule read_before(const Procedure& procedure, const Cursor& at) {
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

Rule read_requires(const Procedure& procedure, const Cursor& at) {
    at.keys({"event", "field"}, {"one_of", "must"});
    Requires rule{read_event_name(procedure, at.at("event")), at.at("field").word(), {}, at.boolean_or("must", false)};
    if (at.has("one_of")) {
        for (const Cursor& id : at.at("one_of").items()) rule.one_of.push_back(id.word());
    }
    return rule;
}

Rule read_offered(const Procedure& procedure, const Cursor& at) {
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

Rule read_leads(const Procedure& procedure, const Cursor& at) {
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

Rule read_tagged(const Procedure& procedure, const Cursor& at) {
    at.keys({"tag", "when"});
    const std::string tag = at.at("tag").string();
    if (tag != "open" && tag != "closed" && tag != "rest") at.at("tag").fail("expected open, closed or rest");
    return Tagged{tag == "open"     ? Tagged::Tag::Open
                  : tag == "closed" ? Tagged::Tag::Closed
                                    : Tagged::Tag::Rest,
                  read_guard(procedure, at.at("when"))};
}

Rule read_private(const Procedure& procedure, const Cursor& at) {
    at.keys({"event", "field"});
    return KeptPrivate{read_event_name(procedure, at.at("event")), at.at("field").word()};
}

Rule read_withheld(const Procedure& procedure, const Cursor& at) {
    at.keys({"when", "for", "events"});
    at.at("for").keys({"event", "field", "in"});
    return Withheld{read_guard(procedure, at.at("when")), read_card_case(procedure, at.at("for")),
                    read_event_names(procedure, at.at("events"))};
}

Rule read_off_card(const Procedure& procedure, const Cursor& at) {
    at.keys({"when", "events"});
    return OffCard{read_guard(procedure, at.at("when")), read_event_names(procedure, at.at("events"))};
}

Rule read_after(const Procedure& procedure, const Cursor& at) {
    at.keys({"event", "when"});
    return After{read_event_name(procedure, at.at("event")), read_guard(procedure, at.at("when"))};
}

Rule read_held(const Procedure& procedure, const Cursor& at) {
    return Held{read_event_name(procedure, at.keys({"event"}).at("event"))};
}

Rule read_raises(const Procedure& procedure, const Cursor& at) {
    at.keys({"event", "raised"});
    return Raises{read_event_name(procedure, at.at("event")), read_event_names(procedure, at.at("raised"))};
}

Rule read_unsaid(const Procedure&, const Cursor& at) {
    at.keys({"meeting", "words"});
    Unsaid rule;
    for (const Cursor& kind : at.at("meeting").items()) rule.meetings.push_back(read_meeting_kind(kind));
    for (const Cursor& words : at.at("words").items()) rule.words.push_back(words.text());
    return rule;
}

Rule read_reachable(const Procedure& procedure, const Cursor& at) {
    at.keys({"to"}, {"from"});
    const Guard from = at.has("from") ? read_guard(procedure, at.at("from")) : Guard{};
    return Reachable{from, read_guard(procedure, at.at("to"))};
}

// The key of each rule, and what reads it.
constexpr std::array names{"never", "always", "only",      "before",   "requires", "private", "offered", "withheld",
                           "leads", "tagged", "reachable", "off_card", "after",    "held",    "raises",  "unsaid"};
constexpr std::array readers{&read_never,   &read_always,   &read_only,   &read_before, &read_requires,  &read_private,
                             &read_offered, &read_withheld, &read_leads,  &read_tagged, &read_reachable, &read_off_card,
                             &read_after,   &read_held,     &read_raises, &read_unsaid};
static_assert(names.size() == readers.size() && names.size() == std::variant_size_v<Rule>);

}  // namespace

Property read_property(const Procedure& procedure, const Cursor& at) {
    at.keys({"id", "title", "source"}, std::span(names));
    Property property;
    property.id = at.at("id").word();
    property.title = at.at("title").text();
    property.source = at.at("source").string();
    if (at.json().size() != 4) at.fail(fmt::format("expected exactly one rule: {}", fmt::join(names, ", ")));
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (at.has(names[i])) property.rule = readers[i](procedure, at.at(names[i]));
    }
    return property;
}

}  // namespace hamer
