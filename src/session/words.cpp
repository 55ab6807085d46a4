#include "session/words.h"

#include <algorithm>

namespace hamer {

namespace {

constexpr int max_depth = 4;  // a default may name another field, whose default may name another…

struct Filling {
    const Session& session;
    const Municipality& municipality;
    Language language;
    const Fields& first;

    [[nodiscard]] std::string fill(const LocalText& text, int depth) const {
        return expand(text.in(language), [&](std::string_view name) -> std::optional<std::string> {
            auto found = fact(name);
            if (!found) found = recorded(name, depth);
            return found && !found->empty() ? *found : "…";
        });
    }

    [[nodiscard]] std::optional<std::string> fact(std::string_view name) const {
        const Meeting& meeting = session.meeting();
        const std::pair<std::string_view, const std::string*> facts[] = {
            {"municipality", &municipality.name},
            {"address", &municipality.address},
            {"meeting", &meeting.name},
            {"room", &meeting.room},
            {"chair", &meeting.chair},
            {"clerk", &meeting.clerk},
            {"date", &meeting.date},
            {"emergency_number", &municipality.emergency_number},
            {"police_number", &municipality.police_number},
            {"regie_number", &municipality.regie_number},
            {"security_number", &municipality.security_number},
        };
        const auto found = std::ranges::find(facts, name, &std::pair<std::string_view, const std::string*>::first);
        if (found != std::end(facts)) return *found->second;
        const auto since = name == since_placeholder ? first.find(name) : first.end();
        if (since == first.end()) return std::nullopt;
        return std::get<std::string>(since->second);
    }

    [[nodiscard]] std::optional<std::string> recorded(std::string_view name, int depth) const {
        const auto given = first.find(name);
        const auto value = given != first.end() ? std::optional(given->second) : session.recorded(name);
        for (const Event& event : session.procedure().events) {
            const Field* field = event.field(name);
            if (!field) continue;
            if (value) return shown(*field, *value, language);
            if (depth >= max_depth || !field->preset) return std::nullopt;
            const auto* text = std::get_if<LocalText>(&*field->preset);
            if (!text) return std::nullopt;
            if (const Choice* choice = field->choice(text->nl)) return choice->label.in(language);
            return fill(*text, depth + 1);
        }
        return std::nullopt;
    }
};

}  // namespace

std::string words(const LocalText& text, const Session& session, const Municipality& municipality, Language language,
                  const Fields& first) {
    return Filling{session, municipality, language, first}.fill(text, 0);
}

Fields preset_fields(const Button& button, const Session& session, const Municipality& municipality,
                     Language language) {
    Fields fields;
    for (const auto& [field, value] : button.with) {
        if (const auto* flag = std::get_if<bool>(&value)) {
            fields[field] = *flag;
        } else {
            fields[field] = words(std::get<LocalText>(value), session, municipality, language);
        }
    }
    return fields;
}

Fields with_defaults(const Event& event, Fields given, const Session& session, const Municipality& municipality,
                     Language language) {
    for (const Field& field : event.fields) {
        if (!field.preset || given.contains(field.id)) continue;
        const auto* flag = std::get_if<bool>(&*field.preset);
        given[field.id] = flag ? FieldValue{*flag}
                               : FieldValue{words(std::get<LocalText>(*field.preset), session, municipality, language)};
    }
    return given;
}

std::string shown(const Field& field, const FieldValue& value, Language language) {
    if (const auto* flag = std::get_if<bool>(&value)) {
        return language == Language::Dutch ? (*flag ? "ja" : "nee") : (*flag ? "yes" : "no");
    }
    const auto& text = std::get<std::string>(value);
    if (const Choice* choice = field.choice(text)) return choice->label.in(language);
    return text;
}

}  // namespace hamer
