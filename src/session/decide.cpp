#include "session/decide.h"

#include "base/attempt.h"
#include "procedure/machine.h"
#include "session/meeting_words.h"
#include "session/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

constexpr std::int64_t jump_ms = 2000;

tl::unexpected<Refusal> refuse(RefusalCode code, std::string nl, std::string en) {
    return tl::unexpected<Refusal>(Refusal{code, {std::move(nl), std::move(en)}});
}

const LocalText reason_label{"Waarom", "Why"};

Decision<std::string> checked_text(const LocalText& label, std::string_view text) {
    if (text.size() > max_text) {
        return refuse(RefusalCode::BadField, fmt::format("“{}” is te lang: hoogstens {} tekens", label.nl, max_text),
                      fmt::format("“{}” is too long: at most {} characters", label.en, max_text));
    }
    return printable(text);
}

// A script that was written when a question had two answers still means what it says where there is a third.
FieldValue as_asked(const Field& field, const FieldValue& given) {
    const auto* flag = std::get_if<bool>(&given);
    const bool knows_both = field.kind == FieldKind::Choice && field.choice("yes") && field.choice("no");
    return flag && knows_both ? FieldValue(std::string(*flag ? "yes" : "no")) : given;
}

Decision<FieldValue> checked(const Session& session, const Field& field, const FieldValue& given) {
    const FieldValue value = as_asked(field, given);
    const bool is_flag = std::holds_alternative<bool>(value);
    if (is_flag != (field.kind == FieldKind::Flag)) {
        return refuse(RefusalCode::BadField,
                      fmt::format("“{}” vraagt om {}", field.label.nl, is_flag ? "een tekst" : "ja of nee"),
                      fmt::format("“{}” expects {}", field.label.en, is_flag ? "a text" : "yes or no"));
    }
    if (is_flag) {
        if (field.must_be_true && !std::get<bool>(value)) {
            return refuse(RefusalCode::BadField, fmt::format("Eerst nodig: {}", field.label.nl),
                          fmt::format("First needed: {}", field.label.en));
        }
        return value;
    }
    const auto& text = std::get<std::string>(value);
    if (field.kind == FieldKind::Incident) {
        const auto is_named = [&](const Incident& one) { return std::to_string(one.number) == text; };
        if (std::ranges::any_of(session.incidents(), is_named)) return value;
        return refuse(RefusalCode::BadField, fmt::format("Deze vergadering kent geen incident {}", printable(text, 80)),
                      fmt::format("This meeting has no incident {}", printable(text, 80)));
    }
    if (field.kind == FieldKind::Choice && !field.choice(text)) {
        LocalText labels;
        for (const Choice& choice : field.choices) {
            labels.nl += (labels.nl.empty() ? "" : ", ") + choice.label.nl;
            labels.en += (labels.en.empty() ? "" : ", ") + choice.label.en;
        }
        return refuse(RefusalCode::BadField, fmt::format("“{}” kan zijn: {}", field.label.nl, labels.nl),
                      fmt::format("“{}” is one of: {}", field.label.en, labels.en));
    }
    ASSIGN_OR_RETURN(auto cleaned, checked_text(field.label, text));
    if (field.required && cleaned.find_first_not_of(' ') == std::string::npos) {
        return refuse(RefusalCode::MissingField, fmt::format("Nog nodig: {}", field.label.nl),
                      fmt::format("Still needed: {}", field.label.en));
    }
    return FieldValue{std::move(cleaned)};
}

// Checks every value against the event's fields.
Decision<Fields> checked(const Session& session, const Event& event, const Fields& given) {
    Fields fields;
    for (const auto& [id, value] : given) {
        const Field* field = event.field(id);
        if (!field) {
            return refuse(RefusalCode::BadField,
                          fmt::format("“{}” hoort niet bij “{}”", printable(id, 80), event.label.nl),
                          fmt::format("“{}” is not a field of “{}”", printable(id, 80), event.label.en));
        }
        ASSIGN_OR_RETURN(auto good, checked(session, *field, value));
        fields[id] = std::move(good);
    }
    return fields;
}

// Lays the file's defaults under what was given; refuses when a required field is still missing.
Decision<Fields> completed(const Session& session, const Municipality& municipality, const Event& event, Fields given) {
    Fields fields = with_defaults(event, std::move(given), session, municipality, session.language());
    for (const Field& field : event.fields) {
        if (!field.required || fields.contains(field.id)) continue;
        return refuse(RefusalCode::MissingField, fmt::format("Nog nodig: {}", field.label.nl),
                      fmt::format("Still needed: {}", field.label.en));
    }
    return fields;
}

// The words that the card gives with an event: its button's own, else the card's. Null when no button offers the event.
const Wording* words_for(const Card& card, std::size_t event, Spoken spoken) {
    for (const auto* buttons : {&card.buttons, &card.also}) {
        for (const Button& button : *buttons) {
            if (button.event != event) continue;
            if (!button.say.empty()) return &button.say;
            return spoken == Spoken::Telephone ? &card.telephone : &card.say;
        }
    }
    return nullptr;
}

Decision<EntryData> decided(const Session& session, const Do& command, const Municipality& municipality) {
    const Procedure& procedure = session.procedure();
    const auto number = procedure.event(command.event);
    if (!number || procedure.events[*number].internal) {
        const std::string name = printable(command.event, 80);
        return refuse(RefusalCode::UnknownEvent, fmt::format("Deze procedure kent “{}” niet", name),
                      fmt::format("This procedure has no event “{}”", name));
    }
    const auto result = step(procedure, session.configuration(), *number);
    if (!result) {
        return tl::unexpected<Refusal>(
            Refusal{RefusalCode::NotEnabled, why_refused(procedure, session.configuration(), *number)});
    }
    const Event& event = procedure.events[*number];
    auto fields = checked(session, event, command.with);
    if (fields) fields = completed(session, municipality, event, *std::move(fields));
    if (!fields) return tl::unexpected<Refusal>(fields.error());

    StepRecorded recorded{event.id, *std::move(fields), {}, {}, {}};
    for (std::size_t i = 0; i < procedure.regions.size(); ++i) {
        if (result->after[i] == session.configuration()[i]) continue;
        recorded.to[procedure.regions[i].id] = procedure.active(result->after, i).id;
    }
    for (const std::size_t raised : result->raised) recorded.raised.push_back(procedure.events[raised].id);
    if (const Card* card = session.card()) {
        recorded.card = card->id;
        const Wording* spoken = event.spoken == Spoken::No ? nullptr : words_for(*card, *number, event.spoken);
        // The words as spoken name what this very step records: the reason it gives, not the one before.
        if (spoken) {
            (event.spoken == Spoken::Said ? recorded.said : recorded.proposed) =
                words(*spoken, session, municipality, session.language(), recorded.fields);
        }
    }
    return recorded;
}

Decision<EntryData> decided(const Session&, const AddNote& note, const Municipality&) {
    ASSIGN_OR_RETURN(auto text, checked_text({"Notitie", "Note"}, note.text));
    if (text.find_first_not_of(' ') == std::string::npos) {
        return refuse(RefusalCode::MissingField, "De notitie is leeg", "The note is empty");
    }
    return NoteAdded{std::move(text)};
}

Decision<EntryData> decided(const Session& session, const Undo& undo, const Municipality&) {
    const Entry* last = session.last_undoable();
    if (!last) {
        return refuse(RefusalCode::NotEnabled, "Er is geen stap om te herstellen", "There is no step to take back");
    }
    ASSIGN_OR_RETURN(auto why, checked_text(reason_label, undo.why));
    return StepTakenBack{last->seq, std::move(why)};
}

Decision<EntryData> decided(const Session& session, const Amend& amend, const Municipality&) {
    const Entry* entry = session.entry(amend.seq);
    const auto* step = entry ? entry->as<StepRecorded>() : nullptr;
    const auto event = step ? session.procedure().event(step->event) : std::nullopt;
    if (!event || session.is_taken_back(amend.seq)) {
        return refuse(RefusalCode::BadField, fmt::format("Regel {} is geen stap die aangevuld kan worden", amend.seq),
                      fmt::format("Line {} is no step that can be amended", amend.seq));
    }
    if (amend.fields.empty()) {
        return refuse(RefusalCode::MissingField, "Er is niets om aan te vullen", "There is nothing to add");
    }
    ASSIGN_OR_RETURN(auto fields, checked(session, session.procedure().events[*event], amend.fields));
    return StepAmended{amend.seq, std::move(fields)};
}

Decision<EntryData> decided(const Session& session, const Deviate& deviate, const Municipality&) {
    auto why = checked_text(reason_label, deviate.why);
    if (!why) return tl::unexpected<Refusal>(why.error());
    if (why->find_first_not_of(' ') == std::string::npos) {
        return refuse(RefusalCode::MissingField, "Nog nodig: waarom het anders ging",
                      "Still needed: why it went otherwise");
    }
    bool changes = false;
    for (const auto& [region, state] : deviate.to) {
        const auto ref = session.procedure().state(region, state);
        if (!ref) {
            const std::string name = printable(fmt::format("{}.{}", region, state), 120);
            return refuse(RefusalCode::BadField, fmt::format("De procedure kent “{}” niet", name),
                          fmt::format("The procedure has no “{}”", name));
        }
        changes = changes || session.configuration()[ref->region] != ref->state;
    }
    if (!changes) {
        return refuse(RefusalCode::BadField, "De afwijking verandert niets", "The deviation changes nothing");
    }
    return DeviationRecorded{deviate.to, *std::move(why)};
}

Decision<EntryData> decided(const Session& session, const CorrectMeeting& correction, const Municipality&) {
    ASSIGN_OR_RETURN(auto meeting, corrected(session.meeting(), correction.meeting));
    return MeetingCorrected{std::move(meeting)};
}

// What somebody says of when it was: in the years that a council's clock can mean, and not after tomorrow. A machine
// whose clock is far from there is still told what happens at this moment.
bool is_sane(Instant occurred, Instant now) {
    constexpr std::int64_t day_ms = 86'400'000;
    constexpr std::int64_t year_2000 = 946'684'800'000, year_2100 = 4'102'444'800'000;
    const std::int64_t at = occurred.milliseconds, latest = now.milliseconds + day_ms;
    return at >= std::min(year_2000, now.milliseconds - day_ms) && at <= latest &&
           (at < year_2100 || latest >= year_2100);
}

}  // namespace

Decision<Entry> decide(const Session& session, const Command& command, const Stamp& now,
                       const Municipality& municipality) {
    if (command.occurred && !is_sane(*command.occurred, now.at)) {
        return refuse(RefusalCode::BadTime,
                      "Deze tijd kan niet: verwacht een tijd vanaf 2000, hoogstens een dag vooruit",
                      "This time cannot be: expected one from the year 2000 on, at most a day ahead");
    }
    auto data = std::visit([&](const auto& what) { return decided(session, what, municipality); }, command.what);
    if (!data) return tl::unexpected<Refusal>(data.error());
    Entry entry{session.next_seq(), now, std::nullopt, printable(command.actor, 80), *std::move(data)};
    if (command.occurred && *command.occurred != now.at) entry.occurred = command.occurred;
    return entry;
}

std::optional<Entry> clock_jump(const Session& session, const Stamp& now) {
    if (session.entries().empty()) return std::nullopt;
    const Stamp& last = session.entries().back().stamp;
    const std::int64_t wall = now.at.milliseconds - last.at.milliseconds;
    // After a restart of the machine the monotonic clocks cannot be compared; then only a step back shows.
    const std::int64_t jump =
        last.boot == now.boot ? wall - (now.monotonic_ms - last.monotonic_ms) : std::min<std::int64_t>(wall, 0);
    if (jump >= -jump_ms && jump <= jump_ms) return std::nullopt;
    return Entry{session.next_seq(), now, std::nullopt, std::string(program_actor), ClockJumped{jump}};
}

}  // namespace hamer
