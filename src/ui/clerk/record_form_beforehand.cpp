// The forms of what comes before anything happened: a signal, in the order of chapter 2, and a risk estimate (5.1).
#include "base/typed_time.h"
#include "platform/zone.h"
#include "record/faults.h"
#include "record/names.h"
#include "session/meeting_words.h"
#include "ui/clerk/record_form.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

// A day that has been.
void RecordForm::past(Lines& lines, const std::string& key, const LocalText& label, std::string& iso) {
    day(lines, key, lines.say(label), iso, past_near(today()),
        {.first = first_day(record_, now_, SystemZone()),
         .last = today(),
         .why_not = {"Dat is voor het signaal, of nog niet geweest.",
                     "That is before the signal, or has not been yet."}});
}

void RecordForm::signal(Lines& lines, const Around& around) {
    if (!draft_.signal) draft_.signal.emplace();
    group(lines, {"reporter.", "signal.meeting", "signal.confidential"}, [&] {
        lines.heading(lines.say("Het signaal (2)", "The signal (2)"));
        lines.field("reporter.name", lines.say("Wie gaf het signaal?", "Who gave the signal?"), draft_.reporter.name, 1,
                    lines.say("Staat niet op papier.", "Does not go on paper."));
        lines.choose("reporter.office", lines.say("Ambt van de melder", "Office of who gave it"), office_words,
                     draft_.reporter.office);
        lines.field("signal.meeting",
                    lines.say("Over welke vergadering of welk onderwerp?", "About which meeting or subject?"),
                    draft_.signal->meeting);
        lines.toggle("signal.confidential", lines.say("Vertrouwelijk gegeven", "Given in confidence"),
                     draft_.signal->confidential);
    });
    persons(lines, around);
    steps(lines);
    precautions(lines);
    group(lines, {"attachment.add"}, [&] { attachments(lines, around); });
    group(lines, {"duty."}, [&] { deadlines(lines, around); });
    group(lines, {"hold"}, [&] { hold(lines); });
}

void RecordForm::steps(Lines& lines) {
    Signal& one = *draft_.signal;
    group(lines, {"signal.talked", "signal.team", "signal.adviser", "signal.mayor", "signal.answered"}, [&] {
        lines.heading(lines.say("Wat is ermee gedaan?", "What was done with it?"));
        past(lines, "signal.talked", {"Gesprek met de melder op", "Talk with who gave it on"}, one.talked);
        past(lines, "signal.team", {"Overleg met team Veiligheid op", "Team Veiligheid consulted on"}, one.team);
        past(lines, "signal.adviser", {"Overleg met de adviseur VPT op", "Adviser VPT consulted on"}, one.adviser);
        past(lines, "signal.mayor", {"Overleg met de burgemeester op", "Mayor consulted on"}, one.mayor);
        past(lines, "signal.answered", {"Melder geantwoord op", "Who gave it was answered on"}, one.answered);
    });
    group(lines, {"signal.ended", "signal.why", "signal.record"}, [&] {
        lines.choose("signal.ended", lines.say("Hoe is het afgelopen?", "How did it end?"), signal_end_words,
                     one.ended);
        if (!one.ended) return;
        lines.field("signal.why", lines.say("Waarom?", "Why?"), one.why);
        if (*one.ended != SignalEnd::Closed || !one.record.empty())
            lines.field("signal.record",
                        lines.say("In welk dossier gaat het verder?", "In which record does it go on?"), one.record, 1,
                        lines.say("Het kenmerk staat onderaan de PDF.", "Its id stands at the foot of the PDF."));
    });
}

void RecordForm::estimate(Lines& lines, const Around& around) {
    if (!draft_.estimate) draft_.estimate.emplace();
    Estimate& one = *draft_.estimate;
    group(
        lines,
        {"estimate.day", "estimate.kind", "place", "estimate.room", "estimate.address", "estimate.item",
         "estimate.groups", "estimate.demonstration", "estimate.speakers"},
        [&] {
            lines.heading(lines.say("De bijeenkomst (5.1)", "The gathering (5.1)"));
            day(lines, "estimate.day", lines.say("Op welke dag is het?", "On which day is it?"), one.day, today(), {});
            lines.choose("estimate.kind", lines.say("Wat voor bijeenkomst is het?", "What kind of gathering is it?"),
                         meeting_kind_words, one.kind);
            lines.field("place", lines.say("Waar is het?", "Where is it?"), draft_.place);
            lines.field("estimate.room", lines.say("In welke zaal?", "In which room?"), one.room);
            lines.field("estimate.address", lines.say("Adres, als het ergens anders is", "Address, if it is elsewhere"),
                        one.address);
            lines.field("estimate.item",
                        lines.say("Welk onderwerp of agendapunt?", "Which subject or item of the agenda?"), one.item);
            lines.field("estimate.groups",
                        lines.say("Wie worden er verwacht, en hoeveel?", "Who is expected, and how many?"), one.groups);
            lines.field("estimate.demonstration",
                        lines.say("Is er een demonstratie aangekondigd?", "Was a demonstration announced?"),
                        one.demonstration);
            lines.field("estimate.speakers", lines.say("Wie spreken er in?", "Who will speak?"), one.speakers);
        });
    risks(lines, around);
    group(lines, {"estimate.level", "estimate.why"}, [&] {
        lines.choose("estimate.level",
                     lines.say("Hoe groot is het risico? Dat beoordeelt u.", "How large is the risk? You judge it."),
                     risk_level_words, one.level);
        lines.field("estimate.why", lines.say("Waarom?", "Why?"), one.why);
    });
    precautions(lines);
    group(lines, {"informed."}, [&] { informed(lines, around); });
    group(lines, {"estimate.prepare"}, [&] { for_the_chair(lines, around); });
    group(lines, {"estimate.afterwards"}, [&] {
        lines.heading(lines.say("Achteraf", "Afterwards"));
        lines.field("estimate.afterwards",
                    lines.say("Wat gebeurde er, naast wat u verwachtte?", "What happened, beside what you expected?"),
                    one.afterwards, 2);
    });
    group(lines, {"attachment.add"}, [&] { attachments(lines, around); });
    group(lines, {"duty."}, [&] { deadlines(lines, around); });
    group(lines, {"hold"}, [&] { hold(lines); });
}

// What the chair's preparation begins with on that day.
void RecordForm::for_the_chair(Lines& lines, const Around& around) {
    lines.heading(lines.say("Voor de voorzitter", "For the chair"));
    lines.note(
        lines.say("Op de dag zelf staan naam, soort, zaal en adres dan al ingevuld, met het risico, de politie, de "
                  "woordvoerder en hoeveel verboden er lopen. Voor wie een verbod geldt, staat er niet bij.",
                  "On the day itself name, kind, room and address stand there then, with the risk, the police, "
                  "the spokesperson and how many bans run. Whom a ban is for does not stand there."));
    const bool held = draft_.estimate->day.empty() || draft_.estimate->day < to_iso(today());
    const bool can = !changed() && !around.is_acting && !held;
    const std::string why = changed() ? lines.say("Bewaar eerst, of zet terug.", "Save first, or put it back.")
                            : around.is_acting
                                ? lines.say("Wacht tot dit klaar is.", "Wait until this is done.")
                                : lines.say("Vul eerst een dag in die nog komt.", "Fill in a day to come first.");
    if (lines.button("estimate.prepare", lines.say("Zet klaar voor de vergadering", "Put ready for the meeting"),
                     Icon::Check, can, why))
        around.prepare();
}

// What the register found by itself: shown, and weighed by people.
void RecordForm::risks(Lines& lines, const Around& around) {
    if (around.risks.empty()) return;
    lines.heading(lines.say("Wat het register weet", "What the register knows"));
    lines.note(lines.say("Zet aan wat u meeweegt.", "Turn on what you weigh."));
    std::vector<std::string>& considered = draft_.estimate->considered;
    for (std::size_t i = 0; i < around.risks.size(); ++i) {
        const FoundRisk& one = around.risks[i];
        const auto there = std::ranges::find(considered, one.record);
        bool on = there != considered.end();
        const bool was = on;
        lines.toggle(fmt::format("risk.{}", i), one.words, on);
        if (on && !was) considered.push_back(one.record);
        if (!on && was) considered.erase(there);
    }
}

void RecordForm::precautions(Lines& lines) {
    lines.heading(lines.say("Voorzorgsmaatregelen", "Precautions"));
    for (std::size_t i = 0; i < draft_.precautions.size(); ++i)
        group(lines, {fmt::format("precaution.{}.", i)}, [&] { precaution(lines, i); });
    group(lines, {"precaution.add."}, [&] {
        std::vector<std::string> kinds;
        for (std::size_t i = 0; i < precaution_words.size(); ++i)
            kinds.push_back(lines.say(name_of(static_cast<PrecautionKind>(i))));
        const int added = lines.chips("precaution.add", lines.say("Toevoegen", "Add"), kinds, -1);
        if (added < 0) return;
        std::string id;
        for (std::size_t number = 1; id.empty() || draft_.precaution(id); ++number) id = fmt::format("v{}", number);
        draft_.precautions.push_back({.id = id, .kind = static_cast<PrecautionKind>(added)});
        go_to(lines.ui(), numbered("precaution", draft_.precautions.size() - 1, "text"));
    });
}

void RecordForm::precaution(Lines& lines, std::size_t index) {
    Precaution& one = draft_.precautions[index];
    const auto key = [&](const char* field) { return numbered("precaution", index, field); };
    lines.words({.text = lines.say(name_of(one.kind)), .type = Type::Strong, .icon = Icon::Check});
    lines.field(key("text"),
                one.kind == PrecautionKind::Police ? lines.say("Wie, en welk nummer?", "Who, and which number?")
                                                   : lines.say("Wat precies?", "What exactly?"),
                one.text);
    lines.field(key("owner"), lines.say("Wie regelt het?", "Who sees to it?"), one.owner);
    day(lines, key("until"), lines.say("Uiterlijk", "At the latest"), one.until, today(), {});
    if (!lines.button(key("remove"), lines.say("Verwijderen", "Remove"), Icon::Close)) return;
    const auto is_of_it = [id = one.id](const auto& duty) {
        return duty.kind == DutyKind::Precaution && duty.person == id;
    };
    std::erase_if(draft_.done, is_of_it);
    std::erase_if(draft_.owners, is_of_it);
    draft_.precautions.erase(draft_.precautions.begin() + static_cast<std::ptrdiff_t>(index));
    remove_typed("precaution", index);
}

}  // namespace hamer::ui
