#include "session/words.h"

#include "base/typed_time.h"
#include "session/meeting_words.h"
#include "session/sentence.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

// As one says it: "twee minuten", "anderhalve minuut", "45 seconden".
std::string in_spoken_words(int seconds, Language language) {
    const Say say{language};
    static constexpr const char* nl[] = {"",    "één",   "twee", "drie",  "vier", "vijf",
                                         "zes", "zeven", "acht", "negen", "tien"};
    static constexpr const char* en[] = {"",    "one",   "two",   "three", "four", "five",
                                         "six", "seven", "eight", "nine",  "ten"};
    if (seconds == 90) return say("anderhalve minuut", "a minute and a half");
    if (seconds % 60 != 0) return fmt::format("{} {}", seconds, say("seconden", "seconds"));
    const int minutes = seconds / 60;
    const std::string count = minutes >= 1 && minutes <= 10 ? say(nl[minutes], en[minutes]) : std::to_string(minutes);
    return fmt::format("{} {}", count, minutes == 1 ? say("minuut", "minute") : say("minuten", "minutes"));
}

constexpr int max_depth = 4;  // a default may name another field, whose default may name another…

struct Filling {
    const Session& session;
    const Municipality& municipality;
    Language language;
    const Fields& first;

    [[nodiscard]] std::string fill(const LocalText& text, int depth) const {
        return expand_for_people(text.in(language), [&](std::string_view name) -> std::optional<std::string> {
            auto found = fact(name);
            if (!found) found = recorded(name, depth);
            return found;
        });
    }

    [[nodiscard]] std::optional<std::string> fact(std::string_view name) const {
        if (auto told = meeting_fact(name, session.meeting(), municipality, language)) return told;
        if (name == since_placeholder || name == "nth") {
            if (const auto given = first.find(name); given != first.end()) return std::get<std::string>(given->second);
        }
        if (name == "nth") return ordinal(session.requests_until(session.next_seq()), language);
        if (name == "statement_time") return in_spoken_words(municipality.statement_limit_seconds, language);
        if (name == "incident") {
            const Incident* one = session.undecided();
            return one ? incident_in_words(session, *one, language) : std::string();
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::string> recorded(std::string_view name, int depth) const {
        const auto given = first.find(name);
        const auto value = given != first.end() ? std::optional(given->second) : session.recorded(name);
        for (const Event& event : session.procedure().events) {
            if (const Field* field = event.field(name)) return of_field(*field, value, depth);
            // "emergency.declare.what": of that event alone.
            if (!name.starts_with(event.id) || name.substr(event.id.size()).substr(0, 1) != ".") continue;
            const std::string_view of_event = name.substr(event.id.size() + 1);
            if (const Field* field = event.field(of_event)) {
                return of_field(*field, session.recorded(event.id, of_event), depth);
            }
        }
        return std::nullopt;
    }

    // The value, or else the field's own default.
    [[nodiscard]] std::optional<std::string> of_field(const Field& field, const std::optional<FieldValue>& value,
                                                      int depth) const {
        if (value) return shown(session, field, *value, language);
        if (depth >= max_depth || !field.preset) return std::nullopt;
        const auto* wording = std::get_if<Wording>(&*field.preset);
        const LocalText* text = wording ? wording->choose(session.circumstances()) : nullptr;
        if (!text) return std::nullopt;
        if (const Choice* choice = field.choice(text->nl)) return choice->label.in(language);
        return fill(*text, depth + 1);
    }
};

}  // namespace

std::string ordinal(int number, Language language) {
    if (language == Language::Dutch) return fmt::format("{}e", number);
    const bool teen = number % 100 >= 11 && number % 100 <= 13;
    const char* ending = teen               ? "th"
                         : number % 10 == 1 ? "st"
                         : number % 10 == 2 ? "nd"
                         : number % 10 == 3 ? "rd"
                                            : "th";
    return fmt::format("{}{}", number, ending);
}

std::string words(const LocalText& text, const Session& session, const Municipality& municipality, Language language,
                  const Fields& first) {
    return Filling{session, municipality, language, first}.fill(text, 0);
}

std::string words(const Wording& wording, const Session& session, const Municipality& municipality, Language language,
                  const Fields& first) {
    const LocalText* text = wording.choose(session.circumstances());
    return text ? words(*text, session, municipality, language, first) : std::string();
}

std::string event_label(const LocalText& label, int request, Language language) {
    return expand(label.in(language), [&](std::string_view name) {
        return name == "nth" ? std::optional(ordinal(request, language)) : std::nullopt;
    });
}

std::string incident_in_words(const Session& session, const Incident& incident, Language language) {
    const Say say{language};
    std::string what;
    switch (incident.kind) {
        case Incident::Kind::Disturbance:
            what = say("verstoring", "disturbance");
            break;
        case Incident::Kind::Member:
            what = say("verstoring door een raadslid", "disturbance by a member");
            break;
        case Incident::Kind::Emergency:
            what = say("noodgeval", "emergency");
            break;
    }
    const Entry* opened = session.entry(incident.opened);
    if (opened) {
        const Instant when = opened->when();
        const std::string& day = session.meeting().date;
        if (!day.empty() && calendar_date(when) != day) what += fmt::format(" {} {}", say("op", "on"), shown_day(when));
        what += fmt::format(" {} {}", say("om", "at"), shown_time(when));
    }
    std::string scenario;
    for (const Meaning meaning : {Meaning::ScenarioA, Meaning::ScenarioB}) {
        const Event* event = session.procedure().event_meaning(meaning);
        if (!event) continue;
        const auto steps = session.steps(event->id);
        const bool happened = std::ranges::any_of(steps, [&](const Entry* step) {
            return step->seq > incident.opened && (!incident.ended || step->seq < *incident.ended);
        });
        if (happened) scenario = meaning == Meaning::ScenarioA ? "A" : "B";
    }
    return scenario.empty() ? what : fmt::format("{}, scenario {}", what, scenario);
}

Fields preset_fields(const Button& button, const Session& session, const Municipality& municipality,
                     Language language) {
    Fields fields;
    for (const auto& [field, value] : button.with) {
        if (const auto* flag = std::get_if<bool>(&value)) {
            fields[field] = *flag;
        } else {
            fields[field] = words(std::get<Wording>(value), session, municipality, language);
        }
    }
    return fields;
}

Fields with_defaults(const Event& event, Fields given, const Session& session, const Municipality& municipality,
                     Language language) {
    for (const Field& field : event.fields) {
        if (given.contains(field.id)) continue;
        if (field.kind == FieldKind::Incident) {
            // The oldest about which is to be decided; else what was decided last is decided anew.
            const Incident* one = session.undecided();
            if (!one && !session.incidents().empty()) one = &session.incidents().back();
            if (one) given[field.id] = std::to_string(one->number);
        }
        if (!field.preset) continue;
        const auto* flag = std::get_if<bool>(&*field.preset);
        given[field.id] = flag ? FieldValue{*flag}
                               : FieldValue{words(std::get<Wording>(*field.preset), session, municipality, language)};
    }
    return given;
}

std::string shown(const Session& session, const Field& field, const FieldValue& value, Language language) {
    if (const auto* flag = std::get_if<bool>(&value)) {
        const Say say{language};
        return *flag ? say("ja", "yes") : say("nee", "no");
    }
    const auto& text = std::get<std::string>(value);
    if (const Choice* choice = field.choice(text)) return choice->label.in(language);
    if (field.kind == FieldKind::Incident) {
        for (const Incident& one : session.incidents()) {
            if (std::to_string(one.number) == text) return incident_in_words(session, one, language);
        }
    }
    return text;
}

}  // namespace hamer
