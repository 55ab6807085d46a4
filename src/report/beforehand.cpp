#include "report/beforehand.h"

#include "record/names.h"
#include "report/date_text.h"
#include "report/hidden_addresses.h"
#include "report/section_writing.h"
#include "session/meeting_words.h"

#include <fmt/format.h>

namespace hamer {

namespace {

class Writing : private SectionWriting {
  public:
    Writing(const IncidentRecord& record, Language language)
        : SectionWriting(record, language), dossier_(record.dossier.value_or(Dossier{})) {}

    std::vector<Section> sections() {
        if (dossier_.signal) signal(*dossier_.signal);
        if (dossier_.estimate) estimate(*dossier_.estimate, Whole::Yes);
        if (!dossier_.precautions.empty()) precautions();
        return std::move(made_);
    }

    Document briefing(const Municipality& municipality) {
        Document made;
        made.language = language_;
        made.title = say_("Briefing", "Briefing");
        made.subtitle = printable(record_.what);
        made.footer = fmt::format("{}: {}", say_("Voor voorzitter en bodes", "For the chair and the ushers"),
                                  printable(record_.municipality));
        if (dossier_.estimate) estimate(*dossier_.estimate, Whole::No);
        if (!dossier_.precautions.empty()) precautions();
        begin("Als het misgaat", "If it goes wrong");
        fact("Spoed of gevaar", "Danger", municipality.emergency_number);
        fact("Politie, geen spoed", "Police, no danger", municipality.police_number);
        fact("Beveiliging", "Security", municipality.security_number);
        fact("Regie van de uitzending", "Broadcast control", municipality.regie_number);
        current().paragraphs.emplace_back(say_("Uw eigen veiligheid gaat voor.", "Your own safety comes first."));
        made.sections = std::move(made_);
        hide_addresses(record_, made);
        return made;
    }

  private:
    enum class Whole { Yes, No };

    void begin(const char* nl, const char* en) { write_into(made_.emplace_back(Section{say_(nl, en), {}, {}, {}})); }
    void day_fact(const char* nl, const char* en, const std::string& day) {
        fact(nl, en, day_in_words(day, language_));
    }

    void signal(const Signal& one) {
        begin("Wat ermee gebeurde (2)", "What was done with it (2)");
        fact("Vergadering of onderwerp", "Meeting or subject", one.meeting);
        if (one.confidential) fact("Vertrouwelijk", "In confidence", say_("ja", "yes"));
        day_fact("Gesprek met de melder", "Talk with who gave it", one.talked);
        day_fact("Overleg met team Veiligheid", "Team Veiligheid consulted", one.team);
        day_fact("Overleg met de adviseur VPT", "Adviser VPT consulted", one.adviser);
        day_fact("Overleg met de burgemeester", "Mayor consulted", one.mayor);
        day_fact("Melder geantwoord", "Answered", one.answered);
        if (one.ended) fact("Afloop", "Outcome", name_of(*one.ended).in(language_));
        fact("Waarom", "Why", one.why);
        fact("Gaat verder in", "Goes on in", one.record);
    }

    void estimate(const Estimate& one, Whole whole) {
        begin("De bijeenkomst (5.1)", "The gathering (5.1)");
        day_fact("Dag", "Day", one.day);
        if (one.kind) fact("Soort", "Kind", name_of(*one.kind).in(language_));
        fact("Plaats", "Place", dossier_.place);
        fact("Zaal", "Room", one.room);
        fact("Adres", "Address", one.address);
        fact("Onderwerp", "Subject", one.item);
        fact("Wie er worden verwacht", "Who is expected", one.groups);
        fact("Aangekondigde demonstratie", "Announced demonstration", one.demonstration);
        fact("Insprekers", "Speakers", one.speakers);
        if (one.level) fact("Risico", "Risk", name_of(*one.level).in(language_));
        fact("Waarom", "Why", one.why);
        if (whole == Whole::No) return;
        for (const std::string& id : one.considered) fact("Meegewogen", "Weighed", id);
        fact("Wat er gebeurde", "What happened", one.afterwards);
    }

    void precautions() {
        begin("Voorzorgsmaatregelen", "Precautions");
        Table& table = current().table;
        table.heads = {say_("Wat", "What"), say_("Hoe", "How"), say_("Wie", "Who"), say_("Uiterlijk", "At the latest")};
        table.shares = {28, 34, 20, 18};
        for (const Precaution& one : dossier_.precautions) {
            table.rows.push_back({name_of(one.kind).in(language_), printable(one.text), printable(one.owner),
                                  day_in_words(one.until, language_)});
        }
    }

    const Dossier dossier_;
    std::vector<Section> made_;
};

}  // namespace

std::vector<Section> beforehand_sections(const IncidentRecord& record, Language language) {
    return Writing(record, language).sections();
}

Document briefing(const IncidentRecord& record, const Municipality& municipality, Language language) {
    return Writing(record, language).briefing(municipality);
}

}  // namespace hamer
