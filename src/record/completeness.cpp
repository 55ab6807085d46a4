#include "record/completeness.h"

#include "record/checklist.h"
#include "record/missing_beforehand.h"
#include "record/missing_learning.h"
#include "record/names.h"
#include "record/weight.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

class Checklist : private AskedInOrder {
  public:
    explicit Checklist(const IncidentRecord& record) : AskedInOrder(record) {}

    std::vector<Missing> go() {
        need(record_.ended.has_value() && !record_.withdrawn, "ended", "Het incident is nog niet voorbij.",
             "The incident is not over yet.");
        what_happened();
        if (!is_to_be_reported(record_)) return std::move(missing_);
        persons();
        reporting();
        measures();
        police();
        communication();
        aftercare();
        return std::move(missing_);
    }

  private:
    void what_happened() {
        need(has_words(record_.what), "what", "Wat is er gebeurd?", "What happened?");
        need(!dossier_.conduct.empty(), "conduct", "Welk gedrag is gezien (tabel 1)?",
             "Which conduct was seen (table 1)?");
        need(dossier_.channel.has_value(), "channel", "Via welk kanaal: face-to-face, schriftelijk, online?",
             "By which channel: face to face, in writing, online?");
        need(has_words(record_.meeting.room) || has_words(dossier_.place), "place", "Waar was het?", "Where was it?");
        need(has_words(dossier_.manner), "manner", "Op welke wijze?", "In what manner?");
        if (record_.kind == IncidentKind::Reported) {
            need(has_words(dossier_.reporter.name) || dossier_.reporter.office.has_value(), "reporter/name",
                 "Wie meldde het? Een ambt is genoeg.", "Who reported it? An office is enough.");
        }
    }

    void persons() {
        need(has_words(dossier_.reason), "reason", "Waarom, voor zover bekend?", "Why, as far as known?");
        const auto any = [&](PersonRole role) {
            return std::ranges::any_of(dossier_.persons, [&](const Person& one) { return one.role == role; });
        };
        need(any(PersonRole::Disturber), "persons", "Wie verstoorde? Ook onbekend is een antwoord.",
             "Who disturbed? Unknown is an answer too.");
        for (std::size_t i = 0; i < dossier_.persons.size(); ++i) {
            const Person& person = dossier_.persons[i];
            if (person.role != PersonRole::Affected) continue;
            need(person.office.has_value(), fmt::format("persons/{}/office", i),
                 "Welk ambt heeft de betrokkene? Daarvan hangt af wie moet worden geïnformeerd.",
                 "Which office does the affected person hold? It decides who is informed.");
        }
        need(dossier_.damage.has_value(), "damage", "Is er schade?", "Is there damage?");
        need(dossier_.repetition.has_value(), "repetition", "Is dit de eerste keer, of is het vaker gebeurd?",
             "Is this the first time, or a repeated one?");
    }

    void reporting() {
        for (const Recipient each : reporting_route(record_)) {
            const bool told = std::ranges::find(dossier_.informed, each, &Informed::who) != dossier_.informed.end();
            const LocalText name = name_of(each);
            need(told, fmt::format("informed/{}", recipient_words[static_cast<std::size_t>(each)]),
                 fmt::format("Wanneer is {} geïnformeerd?", name.nl), fmt::format("When was {} informed?", name.en));
        }
        need(has_words(dossier_.gir.number), "gir/number", "Onder welk nummer staat het in het GIR?",
             "Under which number is it in the GIR?");
        need(!dossier_.gir.date.empty(), "gir/date", "Wanneer is het in het GIR gezet?", "When was it put in the GIR?");
    }

    void measures() {
        need(dossier_.no_measures || !dossier_.measures.empty(), "measures",
             "Welke maatregelen volgen? Geen is ook een besluit.", "Which measures follow? None is a decision too.");
        need(!dossier_.no_measures || has_words(dossier_.no_measures_why), "no_measures_why",
             "Waarom geen maatregel? Op agressie volgt altijd een reactie.",
             "Why no measure? Aggression always gets a reaction.");
        for (std::size_t i = 0; i < dossier_.measures.size(); ++i) {
            const Measure& measure = dossier_.measures[i];
            const bool ban = is_ban(measure.kind);
            need(!ban || !measure.until.empty(), fmt::format("measures/{}/until", i), "Tot wanneer geldt het verbod?",
                 "Until when does the ban hold?");
            // Without it nobody can tell whether it is longer than three months.
            need(measure.kind != MeasureKind::CouncilBan || !measure.from.empty(), fmt::format("measures/{}/from", i),
                 "Vanaf wanneer geldt het verbod?", "From when does the ban hold?");
            need(!ban || !measure.person.empty(), fmt::format("measures/{}/person", i), "Tegen wie is het verbod?",
                 "Against whom is the ban?");
            need(!ban || has_words(measure.decided_by), fmt::format("measures/{}/decided_by", i),
                 "Wie besloot tot het verbod?", "Who decided on the ban?");
        }
        need(dossier_.measures.empty() || dossier_.hearing.held.has_value(), "hearing",
             "Hoor en wederhoor: kreeg de verstoorder de kans om te reageren?",
             "Both sides: could the disturber give theirs?");
    }

    void police() {
        const std::string& charges = charges_decision(record_);
        need(!charges.empty() && charges != charges_later, "charges", "Is besloten over aangifte?",
             "Was it decided about charges?");
        need(!lacks_police(record_) || has_words(dossier_.police_file.why_not), "police_file/why_not",
             "Bij gedrag D hoort de politie (tabel 1). Waarom is anders besloten?",
             "Conduct D is for the police (table 1). Why was it decided otherwise?");
        if (charges != "file") return;
        need(has_words(dossier_.police_file.by), "police_file/by", "Wie doet aangifte: de betrokkene, of namens hem?",
             "Who files the charges: the affected person, or somebody for them?");
        need(dossier_.police_file.may_be_told.has_value(), "police_file/may_be_told",
             "Stemt de betrokkene in met communicatie over de aangifte?",
             "Does the affected person agree that the charges are spoken of?");
    }

    void communication() {
        const Communication said = dossier_.communication.value_or(Communication{});
        need(has_words(said.spokesperson), "communication/spokesperson", "Wie voert het woord?",
             "Who is the spokesperson?");
        const bool anybody =
            std::ranges::any_of(dossier_.persons, [](const Person& one) { return one.role == PersonRole::Affected; });
        need(!anybody || said.agreed_with_affected.has_value(), "communication/agreed_with_affected",
             "Is de communicatie afgestemd met de betrokkene?", "Was it agreed with the affected person?");
        need(!is_affected(dossier_, Office::Mayor) || said.deputy_mayor == true, "communication/deputy_mayor",
             "Is met de loco-burgemeester overlegd?", "Was the deputy mayor consulted?");
        if (said.text.empty()) return;
        const bool threat = std::ranges::find(dossier_.conduct, Conduct::Threat) != dossier_.conduct.end();
        need(!threat || said.press_office == true, "communication/press_office",
             "Is het bericht afgestemd met de voorlichters van het OM?",
             "Was the message agreed with the prosecutor's press office?");
        need(said.no_measures_told == true, "communication/no_measures_told",
             "Staan er geen veiligheidsmaatregelen in het bericht? Die gaan nooit naar de pers.",
             "Does the message name no measures of safety? They never go to the press.");
    }

    void aftercare() {
        for (const Person& person : dossier_.persons) {
            if (person.role != PersonRole::Affected || !person.office || !is_political(*person.office)) continue;
            const Aftercare* care = aftercare_of(dossier_, person.id);
            need(care && care->offered != CareOffer::NotYet, fmt::format("aftercare/{}", person.id),
                 "Is opvang en nazorg aangeboden (7.3)? Afgeslagen is ook een antwoord.",
                 "Was aftercare offered (7.3)? Declined is an answer too.");
        }
    }
};

}  // namespace

std::vector<Missing> missing(const IncidentRecord& record) {
    if (record.kind == IncidentKind::Learning) return missing_learning(record);
    return is_incident(record.kind) ? Checklist(record).go() : missing_beforehand(record);
}

bool lacks_more(const std::vector<Missing>& before, const std::vector<Missing>& after) {
    return std::ranges::any_of(after, [&](const Missing& one) {
        return std::ranges::find(before, one.place, &Missing::place) == before.end();
    });
}

}  // namespace hamer
