#include "report/police_annex.h"

#include "platform/zone.h"
#include "record/names.h"
#include "record/person_names.h"
#include "report/course.h"
#include "report/hidden_addresses.h"
#include "report/section_writing.h"
#include "report/verification.h"

#include <algorithm>

namespace hamer {

namespace {

class Annex : private SectionWriting {
  public:
    Annex(const IncidentRecord& record, const std::string& town_hall, Language language)
        : SectionWriting(record, language), dossier_(record.dossier.value_or(Dossier{})), town_hall_(town_hall) {}

    Document write() {
        made_.language = language_;
        made_.drill = record_.drill;
        made_.title = say_("Bijlage bij de aangifte", "Annex to the charges");
        made_.subtitle = record_.what;
        made_.footer = fmt::format("{} r{}", record_.id, record_.revision);
        facts();
        section(say_("Verloop", "Course"));
        write_course(record_, language_, current());
        words();
        persons();
        footage();
        section(say_("Echtheid", "Authenticity"));
        write_verification(record_, language_, current());
        std::erase_if(made_.sections, [](const Section& one) {
            return one.facts.empty() && one.table.rows.empty() && one.paragraphs.empty();
        });
        hide_addresses(record_, made_);
        return std::move(made_);
    }

  private:
    void section(std::string title) {
        made_.sections.push_back({std::move(title), {}, {}, {}, false});
        write_into(made_.sections.back());
    }

    void facts() {
        section(say_("Feiten", "Facts"));
        fact("Gemeente", "Municipality", record_.municipality);
        fact("Kenmerk", "Reference",
             fmt::format("{}, {} {}", record_.id, say_("revisie", "revision"), record_.revision));
        fact("Wat", "What", record_.what);
        fact("Begin", "Began", long_time(record_.started.at, language_));
        if (record_.ended) fact("Einde", "Ended", long_time(record_.ended->at.at, language_));
        fact("Vergadering", "Meeting", record_.meeting.name);
        fact("Waar", "Where", record_.meeting.room);
        fact("Waar precies", "Where exactly", dossier_.place);
        // Of an incident elsewhere this is the town hall, where it did not happen.
        if (is_of_a_meeting(record_.kind)) fact("Adres", "Address", record_.address);
        fact("Voorzitter", "Chair", record_.meeting.chair);
        fact("Griffier", "Clerk", record_.meeting.clerk);
        fact("Waarmee", "With what", dossier_.with_what);
        fact("Op welke wijze", "In what manner", dossier_.manner);
        fact("Waarom", "Why", dossier_.reason);
        if (const auto heaviest = governing(dossier_))
            fact("Gedrag (tabel 1)", "Conduct (table 1)", name_of(*heaviest).in(language_));
        if (dossier_.damage == true)
            fact("Schade", "Damage", dossier_.damage_text.empty() ? say_("ja", "yes") : dossier_.damage_text);
        fact("Aangifte door", "Filed by",
             dossier_.police_file.by.empty() || !dossier_.police_file.mandated
                 ? dossier_.police_file.by
                 : dossier_.police_file.by + say_(", namens de burgemeester", ", on the mayor's behalf"));
        fact("Nummer van de politie", "The police's number", dossier_.police_file.number);
    }

    // Everything that was spoken, or stood on the screen to be spoken, in the log's order.
    void words() {
        section(say_("Wie wat zei", "Who said what"));
        current().table.heads = {say_("Tijd", "Time"), say_("Wie", "Who"), say_("Aan wie", "To whom"),
                                 say_("Woorden", "Words")};
        current().table.shares = {15, 20, 20, 45};
        const std::string chair = say_("voorzitter", "chair"), disturber = say_("verstoorder", "disturber");
        for (const Suspension& one : record_.suspensions) spoken(one.from, chair, "", one.said, one.proposed);
        for (const Address& one : record_.addressed) spoken(one.at, chair, disturber, one.said, one.proposed);
        for (const SpokenRequest& one : record_.requests) {
            const bool by_clerk = one.speaker == "clerk";
            spoken(one.at, by_clerk ? say_("griffier, namens de voorzitter", "clerk, on the chair's behalf") : chair,
                   one.to, one.said, one.proposed);
            if (one.answered) {
                add(*one.answered, {disturber, "",
                                    fmt::format("{} {}: {}", say_("verzoek", "request"), one.number,
                                                name_of(one.answer).in(language_))});
            }
        }
        if (record_.member) {
            for (const MemberStep& one : record_.member->ordered) spoken(one.at, chair, "", one.said, one.proposed);
            if (const auto& proposal = record_.member->proposal)
                spoken(proposal->at, chair, "", proposal->said, proposal->proposed);
        }
        for (const PoliceCall& one : record_.police) {
            if (one.called) spoken(*one.called, one.by, say_("politie", "police"), one.said, one.proposed);
        }
        for (const Emergency& one : record_.emergencies) {
            if (one.declared) spoken(*one.declared, chair, "", one.said, one.proposed);
        }
        std::ranges::stable_sort(spoken_, {}, [](const Spoken& one) { return one.seq; });
        for (Spoken& one : spoken_) {
            for (std::string& cell : one.cells) cell = printable(cell);
            current().table.rows.push_back(std::move(one.cells));
        }
    }

    void spoken(const Moment& at, const std::string& who, const std::string& to, const std::string& said,
                const std::string& proposed) {
        if (!said.empty()) add(at, {who, to, "“" + said + "”"});
        if (!proposed.empty()) add(at, {who, to, fmt::format("{}: “{}”", say_("voorgesteld", "proposed"), proposed)});
    }
    void add(const Moment& at, std::vector<std::string> cells) {
        cells.insert(cells.begin(), time(at));
        spoken_.push_back({at.seq, std::move(cells)});
    }

    void persons() {
        section(say_("Personen", "Persons"));
        for (const Person& one : dossier_.persons) {
            std::string text = one.name.empty() ? say_("onbekend", "unknown") : one.name;
            if (one.office) text += ", " + name_of(*one.office).in(language_);
            if (!one.description.empty()) text += " (" + one.description + ")";
            if (one.injured) {
                text += say_("; letsel", "; injured");
                if (one.seriously) text += say_(", ernstig", ", seriously");
                if (!one.injury.empty()) text += ": " + one.injury;
            }
            current().facts.push_back({role_in_words(dossier_, one, language_), printable(text)});
        }
        const bool anybody =
            std::ranges::any_of(dossier_.persons, [](const Person& one) { return one.role != PersonRole::Disturber; });
        if (anybody) fact("Domicilie van betrokkenen en getuigen", "Domicile of affected and witnesses", town_hall_);
    }

    void footage() {
        section(say_("Beelden", "Footage"));
        if (is_of_a_meeting(record_.kind)) {
            fact("Uitzending", "Broadcast",
                 record_.meeting.broadcast ? say_("de vergadering werd uitgezonden", "the meeting was broadcast")
                                           : say_("geen", "none"));
        }
        const auto secured = std::ranges::find(dossier_.done, DutyKind::Footage, &DutyDone::kind);
        if (secured != dossier_.done.end()) {
            fact("Veiliggesteld", "Secured",
                 fmt::format("{}, {}", long_time(in_zone(secured->at, SystemZone()), language_), secured->by));
            fact("Waar ze zijn", "Where it is", secured->remark);
        }
    }

    struct Spoken {
        std::uint64_t seq = 0;
        std::vector<std::string> cells{};
    };

    const Dossier dossier_;
    const std::string& town_hall_;
    Document made_;
    std::vector<Spoken> spoken_;
};

}  // namespace

Document police_annex(const IncidentRecord& record, const std::string& town_hall, Language language) {
    return Annex(record, town_hall, language).write();
}

}  // namespace hamer
