#include "report/document.h"

#include "base/text.h"
#include "platform/zone.h"
#include "record/conduct_table.h"
#include "record/duties.h"
#include "record/names.h"
#include "record/person_names.h"
#include "record/step_names.h"
#include "report/beforehand.h"
#include "report/course.h"
#include "report/date_text.h"
#include "report/hidden_addresses.h"
#include "report/learnt.h"
#include "report/log_lines.h"
#include "report/section_writing.h"
#include "report/verification.h"
#include "session/meeting_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

class Writing : private SectionWriting {
  public:
    Writing(const IncidentRecord& record, Language language, const Procedure* procedure)
        : SectionWriting(record, language), dossier_(record.dossier.value_or(Dossier{})), procedure_(procedure) {}

    Document write() {
        Document& made = document_;
        made.language = language_;
        made.drill = record_.drill;
        const std::string kind = is_incident(record_.kind)                ? say_("Incidentdossier", "Incident record")
                                 : record_.kind == IncidentKind::Signal   ? say_("Signaal", "Signal")
                                 : record_.kind == IncidentKind::Learning ? say_("Leermoment", "Learning")
                                                                          : say_("Risico-inschatting", "Risk estimate");
        made.title = fmt::format("{} {}", kind, record_.municipality);
        made.subtitle = record_.what;
        made.footer = fmt::format("{} r{}", record_.id, record_.revision);
        made.chart = chart_of(record_, language_, procedure_);
        cover();
        if (is_incident(record_.kind)) {
            section(say_("Verloop", "Course"));
            current().chart = true;
            write_course(record_, language_, current());
        }
        for (Section& one : beforehand_sections(record_, language_)) made.sections.push_back(std::move(one));
        requests();
        conduct();
        persons();
        settlement();
        aftercare();
        for (Section& one : learnt_sections(record_, language_)) made.sections.push_back(std::move(one));
        corrections();
        verification();
        std::erase_if(made.sections, [](const Section& one) {
            return one.facts.empty() && one.table.rows.empty() && one.paragraphs.empty() && !one.chart;
        });
        hide_addresses(record_, made);
        return std::move(document_);
    }

    std::vector<LabelledValue> form() {
        section("");
        const auto field = [&](const char* nl, const char* en, const std::string& value) {
            current().facts.push_back({say_(nl, en), printable(value)});
        };
        std::string who, affected;
        for (const Person& one : dossier_.persons) {
            std::string& to = one.role == PersonRole::Affected ? affected : who;
            if (one.role != PersonRole::Witness) to += (to.empty() ? "" : "; ") + described(one);
        }
        const auto heaviest = governing(dossier_);
        field("Soort incident", "Kind of incident",
              heaviest ? name_of(*heaviest).in(language_) : name_of(record_.kind).in(language_));
        field("Wie (veroorzaker)", "Who (perpetrator)", who);
        field("Wie (betrokkene)", "Who (affected)", affected);
        field("Wat", "What", record_.what);
        field("Waar (plaats)", "Where", place());  // "Waar" alone is TRUE to a Dutch spreadsheet
        field("Waarmee", "With what", dossier_.with_what);
        field("Op welke wijze", "In what manner", dossier_.manner);
        field("Wanneer", "When", long_time(record_.started.at, language_));
        field("Waarom", "Why", dossier_.reason);
        field("Kanaal", "Channel", dossier_.channel ? name_of(*dossier_.channel).in(language_) : "");
        field("Letsel", "Injury", injuries());
        field("Schade", "Damage", damage());
        field("Eerste of herhaald", "First or repeated",
              dossier_.repetition ? name_of(*dossier_.repetition).in(language_) : "");
        field("Eerdere incidenten", "Earlier incidents", dossier_.earlier.text);
        field("Melder", "Reported by", reporter());
        std::string measures;
        for (const Measure& one : dossier_.measures) {
            measures += (measures.empty() ? "" : "; ") + name_of(one.kind).in(language_);
        }
        field("Maatregelen", "Measures", dossier_.no_measures ? no_measures() : measures);
        field("Hoor en wederhoor", "Both sides heard", heard());
        field("Aangifte", "Charges", charges());
        field("Kenmerk", "Reference", fmt::format("{} r{}", record_.id, record_.revision));
        return std::move(current().facts);
    }

  private:
    void section(std::string title) {
        document_.sections.push_back({std::move(title), {}, {}, {}, false});
        write_into(document_.sections.back());
    }
    void row(std::vector<std::string> cells) {
        for (std::string& cell : cells) cell = printable(cell);
        current().table.rows.push_back(std::move(cells));
    }
    [[nodiscard]] std::string yes_no(bool value) const { return value ? say_("ja", "yes") : say_("nee", "no"); }
    [[nodiscard]] std::string place() const {
        return dossier_.place.empty()         ? record_.meeting.room
               : record_.meeting.room.empty() ? dossier_.place
                                              : record_.meeting.room + ", " + dossier_.place;
    }
    [[nodiscard]] std::string charges() const {
        const std::string& decision = charges_decision(record_);
        return decision.empty() ? "" : charges_name(decision).in(language_);
    }
    [[nodiscard]] std::string numbered_on(const std::string& number, const std::string& date) const {
        if (date.empty()) return number;
        return number + (number.empty() ? "" : ", ") + day_in_words(date, language_);
    }
    [[nodiscard]] std::string no_measures() const {
        return dossier_.no_measures_why.empty() ? say_("geen, zo besloten", "none, as decided")
                                                : say_("geen: ", "none: ") + dossier_.no_measures_why;
    }
    [[nodiscard]] std::string held() const {
        if (!dossier_.hold) return "";
        const Hold& hold = *dossier_.hold;
        const std::string since =
            hold.since.empty() ? "" : say_(", sinds ", ", since ") + day_in_words(hold.since, language_);
        return name_of(hold.why).in(language_) + since + (hold.text.empty() ? "" : ": ") + hold.text;
    }
    [[nodiscard]] std::string heard() const {
        const Hearing& hearing = dossier_.hearing;
        if (!hearing.held) return hearing.text;
        return yes_no(*hearing.held) + (hearing.text.empty() ? "" : ": " + hearing.text);
    }
    [[nodiscard]] std::string reporter() const {
        const Reporter& who = dossier_.reporter;
        if (!who.office) return who.name;
        const std::string office = name_of(*who.office).in(language_);
        return who.name.empty() ? office : who.name + ", " + office;
    }
    [[nodiscard]] std::string damage() const {
        if (!dossier_.damage) return "";
        return *dossier_.damage ? (dossier_.damage_text.empty() ? say_("ja", "yes") : dossier_.damage_text)
                                : say_("geen", "none");
    }
    [[nodiscard]] std::string injuries() const {
        std::string text;
        for (const Person& one : dossier_.persons) {
            if (!one.injured) continue;
            text += (text.empty() ? "" : "; ") + hamer::person_in_words(dossier_, one, language_) +
                    (one.seriously ? say_(" (ernstig)", " (serious)") : "") +
                    (one.injury.empty() ? "" : ": " + one.injury);
        }
        return text;
    }
    [[nodiscard]] std::string described(const Person& one) const {
        std::string text = one.name.empty() ? say_("onbekend", "unknown") : one.name;
        if (one.office) text += ", " + name_of(*one.office).in(language_);
        // Suspects may read it: of nobody but them does it tell where they live.
        if (!one.address.empty() && one.role == PersonRole::Disturber) text += ", " + one.address;
        if (!one.address.empty() && one.role != PersonRole::Disturber)
            text += say_(", adres bekend bij de griffie", ", address known to the clerk");
        if (!one.description.empty()) text += " (" + one.description + ")";
        return text;
    }
    [[nodiscard]] std::string person_name(const std::string& id) const {
        const Person* one = dossier_.person(id);
        return one ? hamer::person_in_words(dossier_, *one, language_) : say_("onbekend", "unknown");
    }

    [[nodiscard]] std::string step_name(const std::string& id) const {
        return step_in_words(procedure_, id, language_);
    }

    // Of what comes before an incident nothing began or ended, and only in a meeting its chair can say that it did.
    void period() {
        const std::string began = long_time(record_.started.at, language_);
        if (record_.kind == IncidentKind::Signal) return fact("Gegeven op", "Given on", began);
        if (record_.kind == IncidentKind::Estimate) return fact("Begonnen op", "Begun on", began);
        if (record_.kind == IncidentKind::Learning) return;  // its section has the day
        fact("Begin", "Began", began);
        if (!record_.ended) return;
        fact("Einde", "Ended", long_time(record_.ended->at.at, language_));
        const bool told = !record_.ended->how.empty() || !is_of_a_meeting(record_.kind);
        fact("Hoe geëindigd", "How it ended", told ? record_.ended->how : name_of(record_.ended->by).in(language_));
    }

    void cover() {
        section(say_("Feiten", "Facts"));
        fact("Dossier", "Record", fmt::format("{}, {} {}", record_.id, say_("revisie", "revision"), record_.revision));
        fact("Stand", "Status", name_of(status(record_)).in(language_));
        fact("Soort", "Kind",
             record_.member ? say_("ordeverstoring door een raadslid", "disturbance by a member of the council")
                            : name_of(record_.kind).in(language_));
        fact("Vergadering", "Meeting", record_.meeting.name);
        fact("Datum", "Date", day_in_words(record_.meeting.date, language_));
        if (!record_.meeting.name.empty())
            fact("Soort vergadering", "Kind of meeting", name_of(record_.meeting.kind).in(language_));
        fact("Waar", "Where", place());
        fact("Adres", "Address", record_.address);
        fact("Voorzitter", "Chair", record_.meeting.chair);
        fact("Griffier", "Clerk", record_.meeting.clerk);
        fact("Wat", "What", record_.what);
        period();
        const Scenario which = scenario(record_);
        if (which != Scenario::None) {
            fact("Scenario", "Scenario",
                 which == Scenario::A   ? "A"
                 : which == Scenario::B ? "B"
                                        : say_("A, daarna B", "A, then B"));
        }
        const auto heaviest = governing(dossier_);
        if (heaviest) fact("Zwaarste gedrag", "Heaviest conduct", name_of(*heaviest).in(language_));
        if (dossier_.channel) fact("Kanaal", "Channel", name_of(*dossier_.channel).in(language_));
        fact("Waarmee", "With what", dossier_.with_what);
        fact("Op welke wijze", "In what manner", dossier_.manner);
        fact("Waarom", "Why", dossier_.reason);
        if (dossier_.repetition)
            fact("Eerste of herhaald", "First or repeated", name_of(*dossier_.repetition).in(language_));
        fact("Eerdere incidenten", "Earlier incidents", dossier_.earlier.text);
        fact("Letsel", "Injury", injuries());
        fact("Schade", "Damage", damage());
    }

    void requests() {
        section(say_("Verzoeken om te vertrekken", "Requests to leave"));
        current().table.heads = {say_("Nr", "No"), say_("Tijd", "Time"), say_("Door, aan", "By, to"),
                                 say_("Gezegd", "Said"), say_("Antwoord", "Answer")};
        current().table.shares = {7, 13, 20, 40, 20};
        for (const SpokenRequest& one : record_.requests) {
            const std::string speaker = one.speaker == "clerk"
                                            ? say_("griffier, namens de voorzitter", "clerk, on the chair's behalf")
                                            : say_("voorzitter", "chair");
            row({fmt::format("{}", one.number), time(one.at),
                 speaker + (one.to.empty() ? "" : say_(", aan ", ", to ") + one.to), request_words(one),
                 name_of(one.answer).in(language_) + (one.answered ? ", " + time(*one.answered) : "")});
        }
    }

    // The head of the column says that these were spoken.
    [[nodiscard]] std::string request_words(const SpokenRequest& one) const {
        std::string text = one.said.empty() ? "" : "“" + one.said + "”";
        if (!one.proposed.empty())
            text += fmt::format("{}{}: “{}”", text.empty() ? "" : " ", say_("Voorgesteld", "Proposed"), one.proposed);
        return text;
    }

    void conduct() {
        if (dossier_.conduct.empty()) return;
        section(say_("Gedrag (tabel 1)", "Conduct (table 1)"));
        for (const Conduct one : dossier_.conduct) {
            current().facts.push_back({name_of(one).in(language_), conduct_class(one).signs.in(language_)});
        }
        fact("Melden en afhandelen", "Report and settle",
             conduct_class(*governing(dossier_)).report_and_settle.in(language_));
    }

    void persons() {
        section(say_("Personen", "Persons"));
        for (const Person& one : dossier_.persons) {
            current().facts.push_back({role_in_words(dossier_, one, language_), printable(described(one))});
        }
    }

    void settlement() {
        section(say_("Melden en afhandelen", "Reporting and settling"));
        for (const Informed& one : dossier_.informed) {
            current().facts.push_back(
                {say_("Geïnformeerd: ", "Informed: ") + name_of(one.who).in(language_),
                 printable(long_time(one.at, language_) + (one.by.empty() ? "" : say_(", door ", ", by ") + one.by))});
        }
        for (const Measure& one : dossier_.measures) {
            std::string text = one.person.empty() ? "" : person_name(one.person);
            const auto add = [&](const std::string& more) {
                if (!more.empty()) text += (text.empty() ? "" : "; ") + more;
            };
            add(one.text);
            if (!one.from.empty()) add(say_("vanaf ", "from ") + day_in_words(one.from, language_));
            if (!one.until.empty()) add(say_("tot en met ", "until ") + day_in_words(one.until, language_));
            add(one.condition);
            if (!one.decided_by.empty()) add(say_("besluit van ", "decided by ") + one.decided_by);
            current().facts.push_back({say_("Maatregel: ", "Measure: ") + name_of(one.kind).in(language_),
                                       printable(text.empty() ? "–" : text)});
        }
        if (dossier_.no_measures) fact("Maatregelen", "Measures", no_measures());
        fact("Hoor en wederhoor", "Both sides heard", heard());
        fact("Niet wissen", "Not to be erased", held());
        fact("In het GIR", "In the GIR", numbered_on(dossier_.gir.number, dossier_.gir.date));
        fact("Aangifte", "Charges", charges());
        const PoliceFile& police = dossier_.police_file;
        fact("Aangifte of melding door", "Filed or reported by",
             police.by + (police.mandated ? say_(", namens de burgemeester", ", on the mayor's behalf") : ""));
        fact("Nummer van de politie", "The police's number", numbered_on(police.number, police.date));
        fact("Waarom anders dan tabel 1", "Why otherwise than table 1", police.why_not);
        if (record_.charges) {
            fact("Griffier geraadpleegd", "Clerk consulted", name_of(record_.charges->clerk_consulted).in(language_));
            fact("Adviseur VPT geraadpleegd", "Adviser VPT consulted",
                 name_of(record_.charges->adviser_consulted).in(language_));
        }
        if (dossier_.communication) {
            const Communication& said = *dossier_.communication;
            fact("Woordvoerder", "Spokesperson", said.spokesperson);
            if (said.agreed_with_affected) {
                fact("Afgestemd met betrokkene", "Agreed with the affected", yes_no(*said.agreed_with_affected));
            }
            if (said.prosecutor_leads) {
                fact("Communicatie", "Communication", say_("via het OM (strafzaak)", "through the OM (criminal case)"));
            }
            fact("Bericht", "Message", said.text);
        }
    }

    void aftercare() {
        section(say_("Nazorg en termijnen", "Aftercare and deadlines"));
        current().table.heads = {say_("Wat", "What"), say_("Voor wie", "For whom"), say_("Uiterlijk", "At the latest"),
                                 say_("Gedaan", "Done")};
        current().table.shares = {28, 22, 25, 25};
        for (const Duty& one : duties(record_, SystemZone())) {
            // A precaution or an improvement is nobody's, and stands in its own table.
            const bool of_person = !one.person.empty() && is_of_person(one.kind);
            row({name_of(one.kind).in(language_), of_person ? person_name(one.person) : "",
                 long_time(one.due, language_),
                 one.done ? fmt::format("{}, {}", long_time(one.done->at, language_), one.done->by)
                          : say_("nog niet", "not yet")});
        }
    }

    void corrections() {
        section(say_("Afwijkingen en correcties", "Deviations and corrections"));
        for (const Deviation& one : record_.deviations) {
            const std::string to = procedure_ ? regions_in_words(*procedure_, one.to, language_) : "";
            fact("Anders gegaan", "Went otherwise",
                 fmt::format("{}: {}{}", time(one.at), one.why, to.empty() ? "" : " (" + to + ")"));
        }
        for (const TakenBack& one : record_.taken_back) {
            fact("Teruggenomen", "Taken back",
                 fmt::format("{}: {} {} {}{}{}", time(one.at), step_name(one.event), say_("van", "of"), time(one.step),
                             one.why.empty() ? "" : ": ", one.why));
        }
        for (const Amendment& one : record_.amendments) {
            fact("Aangevuld", "Amended",
                 fmt::format("{}: {}, {} {}", time(one.at), step_name(one.event), say_("regel", "entry"), one.step));
        }
        for (const LateAddition& one : record_.late_additions) {
            fact("Later vastgelegd", "Recorded later", fmt::format("{}: {}", time(one.at), step_name(one.what)));
        }
        for (const ClockChange& one : record_.clock_changes) {
            fact("Klok van het apparaat verzet", "The machine's clock was changed",
                 fmt::format("{}: {}. {}", time(one.at), shift_in_seconds(one.milliseconds, language_),
                             say_("Tijden ervoor en erna zijn niet van dezelfde klok; de volgorde klopt.",
                                  "Times before and after are not of the same clock; their order is right.")));
        }
    }

    void verification() {
        section(say_("Echtheid", "Authenticity"));
        write_verification(record_, language_, current());
    }

    const Dossier dossier_;
    const Procedure* procedure_;
    Document document_;
};

}  // namespace

Document document_of(const IncidentRecord& record, Language language, const Procedure* procedure) {
    return Writing(record, language, procedure).write();
}

std::vector<LabelledValue> gir_form(const IncidentRecord& record, Language language) {
    return Writing(record, language, nullptr).form();
}

}  // namespace hamer
