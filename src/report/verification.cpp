#include "report/verification.h"

#include "report/section_writing.h"

namespace hamer {

namespace {

class Verification : private SectionWriting {
  public:
    Verification(const IncidentRecord& record, Language language, Section& section) : SectionWriting(record, language) {
        write_into(section);
    }

    void write() {
        fact("Sessie", "Session", record_.source.session);
        fact("Hoofdhash van het logboek", "Head hash of the log", record_.source.head);
        if (!record_.source.procedure.empty()) {
            fact("Procedure", "Procedure",
                 fmt::format("{}, {} {}, SHA-256 {}", record_.source.procedure, say_("revisie", "revision"),
                             record_.source.procedure_revision, record_.source.procedure_sha256));
        }
        fact("Hamer", "Hamer", record_.source.program);
        if (record_.source.session.empty()) {
            current().paragraphs.push_back(is_incident(record_.kind)
                                               ? say_("Dit incident is achteraf gemeld; er is geen logboek van.",
                                                      "This incident was reported afterwards; there is no log of it.")
                                               : say_("Hier hoort geen logboek bij.", "There is no log of this."));
            return;
        }
        current().paragraphs.push_back(say_(
            "Controleren: “hamer verify” met de sessie, of zonder Hamer met docs/verify_journal.py, rekent elke regel "
            "van het logboek na. De laatste hash die dan verschijnt, moet de hoofdhash hierboven zijn.",
            "To verify: “hamer verify” with the session, or docs/verify_journal.py without Hamer, checks each line of "
            "the log. The last hash that it shows must be the head hash above."));
    }
};

}  // namespace

void write_verification(const IncidentRecord& record, Language language, Section& section) {
    Verification(record, language, section).write();
}

}  // namespace hamer
