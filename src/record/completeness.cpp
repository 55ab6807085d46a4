#include "record/completeness.h"

#include "record/names.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

class Checklist {
  public:
    explicit Checklist(const IncidentRecord& record)
        : record_(record), dossier_(record.dossier ? *record.dossier : none_) {}

    std::vector<Missing> go() {
        need(record_.ended.has_value() && !record_.withdrawn, "ended", "Het incident is nog niet voorbij.",
             "The incident is not over yet.");
        what_happened();
        persons();
        afterwards();
        return std::move(missing_);
    }

  private:
    void need(bool there, std::string place, std::string nl, std::string en) {
        if (!there) missing_.push_back({std::move(place), {std::move(nl), std::move(en)}});
    }

    void what_happened() {
        need(!record_.what.empty(), "what", "Wat is er gebeurd?", "What happened?");
        need(!dossier_.conduct.empty(), "conduct", "Welk gedrag is gezien (tabel 1)?",
             "Which conduct was seen (table 1)?");
        need(dossier_.channel.has_value(), "channel", "Via welk kanaal: face-to-face, schriftelijk, online?",
             "By which channel: face to face, in writing, online?");
        need(!record_.meeting.room.empty() || !dossier_.place.empty(), "place", "Waar was het?", "Where was it?");
        need(!dossier_.manner.empty(), "manner", "Op welke wijze?", "In what manner?");
        need(!dossier_.reason.empty(), "reason", "Waarom, voor zover bekend?", "Why, as far as known?");
    }

    void persons() {
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

    void afterwards() {
        for (const Recipient each : reporting_route(dossier_)) {
            const bool told = std::ranges::find(dossier_.informed, each, &Informed::who) != dossier_.informed.end();
            const LocalText name = name_of(each);
            need(told, fmt::format("informed/{}", recipient_words[static_cast<std::size_t>(each)]),
                 fmt::format("Wanneer is {} geïnformeerd?", name.nl), fmt::format("When was {} informed?", name.en));
        }
        need(dossier_.no_measures || !dossier_.measures.empty(), "measures",
             "Welke maatregelen volgen? Geen is ook een besluit.", "Which measures follow? None is a decision too.");
        for (std::size_t i = 0; i < dossier_.measures.size(); ++i) {
            const Measure& measure = dossier_.measures[i];
            const bool ban = measure.kind == MeasureKind::Ban || measure.kind == MeasureKind::CouncilBan;
            need(!ban || !measure.until.empty(), fmt::format("measures/{}/until", i), "Tot wanneer geldt het verbod?",
                 "Until when does the ban hold?");
        }
        const std::string& charges = charges_decision(record_);
        need(!charges.empty() && charges != charges_later, "charges", "Is besloten over aangifte?",
             "Was it decided about charges?");
        need(dossier_.communication && !dossier_.communication->spokesperson.empty(), "communication/spokesperson",
             "Wie voert het woord?", "Who is the spokesperson?");
    }

    const Dossier none_;
    const IncidentRecord& record_;
    const Dossier& dossier_;
    std::vector<Missing> missing_;
};

}  // namespace

std::vector<Missing> missing(const IncidentRecord& record) { return Checklist(record).go(); }

}  // namespace hamer
