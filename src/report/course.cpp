#include "report/course.h"

#include "record/names.h"
#include "report/section_writing.h"

namespace hamer {

namespace {

class Course : private SectionWriting {
  public:
    Course(const IncidentRecord& record, Language language, Section& section) : SectionWriting(record, language) {
        write_into(section);
    }

    void write() {
        for (const Suspension& one : record_.suspensions) {
            fact("Geschorst", "Suspended", fmt::format("{}: {}", time(one.from), one.reason));
            words(one.said, one.proposed);
            time_fact("Hervat", "Resumed", one.resumed);
        }
        for (const Address& one : record_.addressed) {
            fact("Aangesproken", "Addressed",
                 fmt::format("{}, scenario {}{}{}", time(one.at), one.scenario == Approach::A ? "A" : "B",
                             one.agreement.empty() ? "" : ": ", one.agreement));
            words(one.said, one.proposed);
        }
        if (record_.member) member(*record_.member);
        for (const RoomClearing& one : record_.room_clearings) {
            fact("Zaal ontruimd", "Room cleared", time(one.from));
            time_fact("Zaal weer open", "Room open again", one.reentered);
        }
        for (const BroadcastPause& one : record_.broadcast_pauses) {
            time_fact("Uitzending pauzeren gevraagd", "Broadcast pause asked", one.asked);
            time_fact("Uitzending gepauzeerd, bevestigd", "Broadcast paused, confirmed", one.paused);
            time_fact("Uitzending hervat, bevestigd", "Broadcast resumed, confirmed", one.resumed);
            time_fact("Uitzending beëindigd", "Broadcast ended", one.ended);
        }
        for (const SecurityCall& one : record_.security) {
            time_fact("Beveiliging geroepen", "Security called", one.called);
            if (one.removed) {
                fact("Door beveiliging verwijderd", "Removed by security",
                     time(*one.removed) + (one.who.empty() ? "" : ": " + one.who));
            }
        }
        help();
        for (const Note& one : record_.notes) {
            fact("Notitie", "Note", fmt::format("{}: {}", time(one.at), one.text));
        }
    }

  private:
    void member(const MemberProceeding& member) {
        for (const MemberStep& one : member.ordered) {
            fact("Tot de orde geroepen", "Called to order", time(one.at));
            words(one.said, one.proposed);
        }
        if (member.proposal) {
            fact("Uitsluiting voorgesteld", "Exclusion proposed", time(member.proposal->at));
            words(member.proposal->said, member.proposal->proposed);
        }
        if (!member.vote) return;
        fact("Besluit over het voorstel", "Decision on the proposal",
             fmt::format("{}: {}", time(member.vote->at), name_of(member.vote->outcome).in(language_)));
        fact("Uitgesloten tot en met", "Excluded up to and including", member.vote->until);
    }

    void help() {
        for (const PoliceCall& one : record_.police) {
            if (one.called) {
                fact("Politie gebeld", "Police called",
                     time(*one.called) + (one.number.empty() ? "" : ", " + one.number));
                fact("Gebeld door", "Called by", one.by);
                words(one.said, one.proposed);
            }
            time_fact("Politie aanwezig", "Police present", one.arrived);
            time_fact("Overgedragen aan politie", "Handed over to the police", one.handed_over);
        }
        for (const Emergency& one : record_.emergencies) {
            if (one.declared) fact("Noodsituatie", "Emergency", time(*one.declared) + ": " + one.what);
            words(one.said, one.proposed);
            for (const Force& force : one.force) {
                fact("Fysiek ingegrepen om te helpen", "Force used to help",
                     fmt::format("{}: {}, {}", time(force.at), force.purpose, force.who));
            }
            time_fact("Gevaar voorbij", "Danger over", one.over);
        }
    }
};

}  // namespace

void write_course(const IncidentRecord& record, Language language, Section& section) {
    Course(record, language, section).write();
}

}  // namespace hamer
