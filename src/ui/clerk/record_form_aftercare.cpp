// The form's last parts: aftercare for each who was affected (7.3), and what must be done by when, and by whom.
#include "platform/zone.h"
#include "record/names.h"
#include "record/person_names.h"
#include "report/date_text.h"
#include "ui/clerk/record_form.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

std::string in_words(Instant at, Language language) { return long_time(in_zone(at, SystemZone()), language); }

}  // namespace

std::string RecordForm::key_of_duty(DutyKind kind, const std::string& person) {
    return fmt::format("duty.{}.{}", duty_words[static_cast<std::size_t>(kind)], person);
}

std::string RecordForm::key_of_care(const std::string& person, const std::string& field) {
    return fmt::format("care.{}.{}", person, field);
}

void RecordForm::aftercare(Lines& lines) {
    const bool anybody =
        std::ranges::any_of(draft_.persons, [](const Person& one) { return one.role == PersonRole::Affected; });
    if (!anybody) return;
    lines.heading(lines.say("Opvang en nazorg (7.3)", "Aftercare (7.3)"));
    lines.note(lines.say("Alleen voor wie ervoor zorgt: komt niet op papier.",
                         "Only for those who care for them: does not go on paper."));
    for (const Person& person : draft_.persons) {
        if (person.role != PersonRole::Affected) continue;
        group(lines, {key_of_care(person.id, "")}, [&] { care(lines, person); });
    }
}

void RecordForm::care(Lines& lines, const Person& person) {
    const auto key = [&](const char* field) { return key_of_care(person.id, field); };
    const auto known = std::ranges::find(draft_.aftercare, person.id, &Aftercare::person);
    Aftercare care = known == draft_.aftercare.end() ? Aftercare{.person = person.id} : *known;
    std::optional<CareOffer> offered;
    if (care.offered != CareOffer::NotYet) offered = care.offered;
    std::vector<std::string> labels;
    for (const CareOffer one : {CareOffer::Accepted, CareOffer::Declined}) labels.push_back(lines.say(name_of(one)));
    const int chosen = lines.chips(key("offered"),
                                   fmt::format("{}: {}", lines.say("Nazorg aangeboden", "Aftercare offered"),
                                               person_in_words(draft_, person, lines.language())),
                                   labels, offered ? static_cast<int>(*offered) - 1 : -1);
    care.offered = static_cast<CareOffer>(chosen + 1);
    if (care.offered == CareOffer::Accepted) {
        lines.field(key("by"), lines.say("Wie voert de gesprekken?", "Who holds the talks?"), care.by);
        lines.field(key("home"), lines.say("Wat heeft het thuisfront nodig?", "What do those at home need?"),
                    care.home);
        lines.toggle(key("insurance"),
                     lines.say("Gewezen op de Collegebeschermingspolis", "Told of the Collegebeschermingspolis"),
                     care.insurance);
        lines.toggle(key("support_team"),
                     lines.say("Gewezen op het Ondersteuningsteam Weerbaar Bestuur",
                               "Told of the Ondersteuningsteam Weerbaar Bestuur"),
                     care.support_team);
        lines.field(key("referral"), lines.say("Doorverwezen naar", "Referred to"), care.referral);
    }
    if (care.offered != CareOffer::NotYet) lines.field(key("remark"), lines.say("Opmerking", "Remark"), care.remark);
    const bool is_empty = care == Aftercare{.person = person.id};
    if (known != draft_.aftercare.end()) {
        if (is_empty)
            draft_.aftercare.erase(known);
        else
            *known = care;
    } else if (!is_empty) {
        draft_.aftercare.push_back(care);
    }
}

void RecordForm::deadlines(Lines& lines, const Around& around) {
    const IncidentRecord record = with(draft());
    const auto all = duties(record, SystemZone());
    if (all.empty()) return;
    lines.heading(lines.say("Termijnen", "Deadlines"));
    for (const Duty& duty : all) {
        const auto done = std::ranges::find_if(
            draft_.done, [&](const DutyDone& one) { return one.kind == duty.kind && one.person == duty.person; });
        bool on = duty.done != nullptr;
        const bool was = on;
        const Person* whose = draft_.person(duty.person);
        const std::string label = whose ? fmt::format("{}, {}", lines.say(name_of(duty.kind)),
                                                      person_in_words(draft_, *whose, lines.language()))
                                        : lines.say(name_of(duty.kind));
        const std::string who = duty.owner.empty() ? lines.say(name_of(usual_owner(duty, draft_))) : duty.owner;
        const std::string detail = on ? fmt::format("{} {}, {}", lines.say("gedaan", "done"),
                                                    in_words(duty.done->at, lines.language()), duty.done->by)
                                      : fmt::format("{}: {} {}{}", who, lines.say("uiterlijk", "at the latest"),
                                                    in_words(duty.due, lines.language()),
                                                    duty.due < around.now ? lines.say(" – TE LAAT", " – LATE") : "");
        const std::string key = key_of_duty(duty.kind, duty.person);
        lines.toggle(key, label, on, detail);
        if (!on) moments_.erase(key + ".at");
        if (on && was && done != draft_.done.end()) {
            moment(lines, key + ".at", lines.say("Wanneer gedaan?", "Done when?"), done->at);
            lines.field(key + ".remark", lines.say("Opmerking", "Remark"), done->remark);
        }
        if (on && !was) draft_.done.push_back({duty.kind, duty.person, around.now, around.user, ""});
        if (!on && was && done != draft_.done.end()) draft_.done.erase(done);
        if (!on && unfolded_.contains(owners)) owner(lines, key + ".owner", duty);
    }
    const bool shown = unfolded_.contains(owners);
    const std::string words = shown ? lines.say("Klaar met verdelen", "Done naming")
                                    : lines.say("Verdelen: wie doet wat?", "Name who does what");
    if (!lines.button("duty.owners", words)) return;
    if (shown)
        unfolded_.erase(owners);
    else
        unfolded_.insert(owners);
}

void RecordForm::owner(Lines& lines, const std::string& key, const Duty& duty) {
    const auto known = std::ranges::find_if(
        draft_.owners, [&](const DutyOwner& one) { return one.kind == duty.kind && one.person == duty.person; });
    std::string name = known == draft_.owners.end() ? "" : known->owner;
    lines.field(key, lines.say("Wie?", "Who?"), name, 1,
                fmt::format("{} {}", lines.say("Leeg:", "Empty:"), lines.say(name_of(usual_owner(duty, draft_)))));
    if (known == draft_.owners.end()) {
        if (!name.empty()) draft_.owners.push_back({duty.kind, duty.person, name});
    } else if (name.empty()) {
        draft_.owners.erase(known);
    } else {
        known->owner = name;
    }
}

}  // namespace hamer::ui
