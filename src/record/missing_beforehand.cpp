#include "record/missing_beforehand.h"

#include "record/checklist.h"

#include <algorithm>
#include <tuple>

namespace hamer {

namespace {

class Checklist : private AskedInOrder {
  public:
    explicit Checklist(const IncidentRecord& record) : AskedInOrder(record) {}

    // In the order in which the protocol asks for it.
    std::vector<Missing> of_signal() {
        static const Signal nothing;
        const Signal& signal = dossier_.signal ? *dossier_.signal : nothing;
        need(has_words(record_.what), "what", "Wat is het signaal?", "What is the signal?");
        need(has_words(dossier_.reporter.name) || dossier_.reporter.office.has_value(), "reporter/name",
             "Wie gaf het signaal? Een ambt is genoeg.", "Who gave the signal? An office is enough.");
        const bool against = std::ranges::any_of(dossier_.persons, [](const Person& one) {
            return one.role == PersonRole::Affected && one.office.has_value();
        });
        need(against, "persons", "Tegen wie is het gericht, en welk ambt is dat?",
             "Whom is it against, and which office is that?");
        need(!signal.talked.empty(), "signal/talked", "Wanneer was het gesprek met de melder?",
             "When was the talk with who gave it?");
        need(!signal.team.empty() || !signal.adviser.empty(), "signal/team",
             "Wanneer is overlegd met team Veiligheid of de adviseur VPT?",
             "When was team Veiligheid or the adviser VPT consulted?");
        need(!signal.mayor.empty(), "signal/mayor", "Wanneer is overlegd met de burgemeester?",
             "When was the mayor consulted?");
        need(!signal.answered.empty(), "signal/answered", "Wanneer hoorde de melder wat ermee gebeurt?",
             "When was who gave it told what follows?");
        need(signal.ended.has_value(), "signal/ended", "Hoe is het afgelopen?", "How did it end?");
        if (!signal.ended) return std::move(missing_);
        if (*signal.ended == SignalEnd::Closed)
            need(has_words(signal.why), "signal/why", "Waarom is het afgesloten?", "Why was it closed?");
        else
            need(!signal.record.empty(), "signal/record", "In welk dossier gaat het verder?",
                 "In which record does it go on?");
        return std::move(missing_);
    }

    std::vector<Missing> of_estimate() {
        static const Estimate nothing;
        const Estimate& estimate = dossier_.estimate ? *dossier_.estimate : nothing;
        need(has_words(record_.what), "what", "Welke vergadering of bijeenkomst is het?",
             "Which meeting or gathering is it?");
        need(!estimate.day.empty(), "estimate/day", "Op welke dag is het?", "On which day is it?");
        need(estimate.level.has_value(), "estimate/level", "Hoe groot is het risico?", "How large is the risk?");
        need(has_words(estimate.why), "estimate/why", "Waarom?", "Why?");
        need(!dossier_.precautions.empty() || estimate.level == RiskLevel::Low, "precautions",
             "Welke voorzorgsmaatregelen zijn er?", "Which precautions are there?");
        for (const auto& [who, nl, en] :
             {std::tuple(Recipient::Clerk, "Wanneer is de griffier geïnformeerd?", "When was the clerk informed?"),
              {Recipient::MunicipalSecretary, "Wanneer is de gemeentesecretaris geïnformeerd?",
               "When was the municipal secretary informed?"}}) {
            const bool told = std::ranges::find(dossier_.informed, who, &Informed::who) != dossier_.informed.end();
            need(told, "informed/" + std::string(recipient_words[static_cast<std::size_t>(who)]), nl, en);
        }
        return std::move(missing_);
    }
};

}  // namespace

std::vector<Missing> missing_beforehand(const IncidentRecord& record) {
    Checklist checklist(record);
    return record.kind == IncidentKind::Signal ? checklist.of_signal() : checklist.of_estimate();
}

}  // namespace hamer
