#include "report/public_copy.h"

#include "record/name_forms.h"
#include "record/names.h"
#include "report/hidden_addresses.h"
#include "report/section_writing.h"
#include "session/meeting_words.h"

#include <algorithm>

namespace hamer {

namespace {

class PublicCopy : private SectionWriting {
  public:
    PublicCopy(const IncidentRecord& record, Language language)
        : SectionWriting(record, language), dossier_(record.dossier.value_or(Dossier{})) {}

    Document write() {
        made_.language = language_;
        made_.drill = record_.drill;
        made_.title = say_("Kopie zonder persoonsgegevens", "Copy without personal data");
        made_.subtitle = record_.municipality;
        made_.footer = fmt::format("{} r{}", record_.id, record_.revision);
        section("");
        current().paragraphs.emplace_back(
            say_("Voor een verzoek op grond van de Wet open overheid. Lees deze kopie na voordat u haar verstrekt: een "
                 "naam die niet bij een persoon in het dossier staat, herkent Hamer niet.",
                 "For a request under the Wet open overheid. Read this copy before you give it: a name that stands "
                 "with no person in the record is not known to Hamer."));
        facts();
        course();
        settlement();
        std::erase_if(made_.sections, [](const Section& one) { return one.facts.empty() && one.paragraphs.empty(); });
        hide_persons();
        return std::move(made_);
    }

  private:
    void section(std::string title) {
        made_.sections.push_back({std::move(title), {}, {}, {}, false});
        write_into(made_.sections.back());
    }
    [[nodiscard]] std::string yes_no(bool value) const { return value ? say_("ja", "yes") : say_("nee", "no"); }

    void facts() {
        section(say_("Wat er gebeurde", "What happened"));
        fact("Soort", "Kind", name_of(record_.kind).in(language_));
        fact("Vergadering", "Meeting", record_.meeting.name);
        if (!record_.meeting.name.empty())
            fact("Soort vergadering", "Kind of meeting", name_of(record_.meeting.kind).in(language_));
        fact("Zaal", "Room", record_.meeting.room);
        fact("Wat", "What", record_.what);
        fact("Begin", "Began", long_time(record_.started.at, language_));
        if (record_.ended) fact("Einde", "Ended", long_time(record_.ended->at.at, language_));
        if (const auto heaviest = governing(dossier_))
            fact("Gedrag (tabel 1)", "Conduct (table 1)", name_of(*heaviest).in(language_));
        if (dossier_.channel) fact("Kanaal", "Channel", name_of(*dossier_.channel).in(language_));
    }

    void course() {
        section(say_("Wat is gedaan", "What was done"));
        const Scenario which = scenario(record_);
        if (which != Scenario::None)
            fact("Scenario", "Scenario",
                 which == Scenario::A   ? "A"
                 : which == Scenario::B ? "B"
                                        : say_("A, daarna B", "A, then B"));
        for (const Suspension& one : record_.suspensions) {
            time_fact("Geschorst", "Suspended", one.from);
            words(one.said, one.proposed);
            time_fact("Hervat", "Resumed", one.resumed);
        }
        for (const Address& one : record_.addressed) {
            time_fact("Aangesproken", "Addressed", one.at);
            words(one.said, one.proposed);
        }
        for (const SpokenRequest& one : record_.requests) {
            fact("Verzoek om te vertrekken", "Request to leave",
                 fmt::format("{}, {}{}{}", one.number, time(one.at), one.answer == Answer::None ? "" : ": ",
                             one.answer == Answer::None ? "" : name_of(one.answer).in(language_)));
            words(one.said, one.proposed);
        }
        for (const RoomClearing& one : record_.room_clearings) time_fact("Zaal ontruimd", "Room cleared", one.from);
        for (const BroadcastPause& one : record_.broadcast_pauses) {
            time_fact("Uitzending gepauzeerd", "Broadcast paused", one.paused);
            time_fact("Uitzending hervat", "Broadcast resumed", one.resumed);
        }
        for (const SecurityCall& one : record_.security) {
            time_fact("Beveiliging geroepen", "Security called", one.called);
            time_fact("Door beveiliging verwijderd", "Removed by security", one.removed);
        }
        for (const PoliceCall& one : record_.police) {
            time_fact("Politie gebeld", "Police called", one.called);
            time_fact("Politie aanwezig", "Police present", one.arrived);
            time_fact("Overgedragen aan politie", "Handed over to the police", one.handed_over);
        }
        for (const Emergency& one : record_.emergencies) {
            time_fact("Noodsituatie", "Emergency", one.declared);
            time_fact("Gevaar voorbij", "Danger over", one.over);
        }
        if (record_.member && record_.member->vote)
            fact("Besluit over uitsluiting", "Decision on exclusion",
                 name_of(record_.member->vote->outcome).in(language_));
    }

    // Who was told, as the protocol asks; neither when nor by whom. No measures: they would tell who is guarded, and
    // how.
    void settlement() {
        section(say_("De afhandeling", "How it was settled"));
        std::string told;
        for (const Informed& one : dossier_.informed)
            told += (told.empty() ? "" : ", ") + name_of(one.who).in(language_);
        fact("Geïnformeerd", "Informed", told);
        if (const std::string& decided = charges_decision(record_); !decided.empty())
            fact("Aangifte", "Charges", charges_name(decided).in(language_));
        if (dossier_.hearing.held) fact("Hoor en wederhoor", "Both sides heard", yes_no(*dossier_.hearing.held));
        if (dossier_.repetition)
            fact("Eerste of herhaald", "First or repeated", name_of(*dossier_.repetition).in(language_));
        if (dossier_.communication) fact("Bericht", "Message", dossier_.communication->text);
    }

    void hide_persons() {
        NameForms names;
        for (const Person& one : dossier_.persons) names.add(one);
        const HiddenAddresses homes(record_, language_, HiddenAddresses::Whose::Everyones);
        const std::string instead = say_("[naam]", "[name]");
        for (Section& section : made_.sections) {
            for (LabelledValue& one : section.facts) {
                homes.hide(one.value);
                one.value = names.without(one.value, NameForms::Match::WithParts, instead);
            }
        }
    }

    const Dossier dossier_;
    Document made_;
};

}  // namespace

Document public_copy(const IncidentRecord& record, Language language) { return PublicCopy(record, language).write(); }

}  // namespace hamer
