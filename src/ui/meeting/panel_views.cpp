#include "ui/meeting/panel_views.h"

#include "session/words.h"

namespace hamer::ui {

namespace {

std::vector<FieldView> field_views(const MeetingFacts& meeting, const Event& event, const Fields& values,
                                   Language language) {
    const Session& session = meeting.session;
    std::vector<FieldView> fields;
    for (const Field& field : event.fields) {
        FieldView view{field.id, field.label.in(language), field.kind, field.required, {}, {}, {}};
        const auto found = values.find(field.id);
        if (found != values.end()) {
            view.value = found->second;
        } else if (field.kind == FieldKind::Flag) {
            view.value = false;
        }
        for (const Choice& choice : field.choices) view.choices.emplace_back(choice.id, choice.label.in(language));
        if (field.kind == FieldKind::Incident) {
            view.kind = FieldKind::Choice;
            for (const Incident& one : session.incidents()) {
                view.choices.emplace_back(std::to_string(one.number), incident_in_words(session, one, language));
            }
        }
        for (const LocalText& suggestion : field.suggestions) {
            view.suggestions.push_back(words(suggestion, session, meeting.municipality, language));
        }
        fields.push_back(std::move(view));
    }
    return fields;
}

}  // namespace

std::vector<FieldView> amendable_fields(const MeetingFacts& meeting, std::uint64_t seq, Language language) {
    const Session& session = meeting.session;
    const Entry* entry = session.entry(seq);
    const auto* step = entry ? entry->as<StepRecorded>() : nullptr;
    const auto number = step ? session.procedure().event(step->event) : std::nullopt;
    if (!number || session.is_taken_back(seq)) return {};
    return field_views(meeting, session.procedure().events[*number], session.fields_of(*entry), language);
}

std::vector<FieldView> asked_fields(const MeetingFacts& meeting, const ButtonView& button, Language language) {
    const auto number = meeting.session.procedure().event(button.event);
    if (!number) return {};
    return field_views(meeting, meeting.session.procedure().events[*number], button.with, language);
}

std::vector<RegionView> deviation_regions(const MeetingFacts& meeting, Language language) {
    std::vector<RegionView> regions;
    const Procedure& procedure = meeting.session.procedure();
    for (std::size_t i = 0; i < procedure.regions.size(); ++i) {
        const Region& region = procedure.regions[i];
        RegionView view{
            region.id, region.label.in(language), procedure.active(meeting.session.configuration(), i).id, {}};
        for (const State& state : region.states) view.states.emplace_back(state.id, state.label.in(language));
        regions.push_back(std::move(view));
    }
    return regions;
}

}  // namespace hamer::ui
