#include "report/learnt.h"

#include "record/names.h"
#include "report/date_text.h"
#include "report/section_writing.h"

#include <fmt/format.h>

namespace hamer {

namespace {

class Writing : private SectionWriting {
  public:
    Writing(const IncidentRecord& record, Language language)
        : SectionWriting(record, language), dossier_(record.dossier.value_or(Dossier{})) {}

    std::vector<Section> sections() {
        if (dossier_.learning) learning(*dossier_.learning);
        evaluation();
        attachments();
        return std::move(made_);
    }

  private:
    void begin(const char* nl, const char* en) { write_into(made_.emplace_back(Section{say_(nl, en), {}, {}, {}})); }
    void row(std::vector<std::string> cells) {
        for (std::string& cell : cells) cell = printable(cell);
        current().table.rows.push_back(std::move(cells));
    }

    void learning(const Learning& held) {
        begin("Wat is gehouden (5.2)", "What was held (5.2)");
        fact("Wat", "What", name_of(held.kind).in(language_));
        fact("Gehouden op", "Held on", day_in_words(held.day, language_));
        fact("Gegeven door", "Given by", held.given_by);
        std::string bodies;
        for (const Body one : held.bodies) bodies += (bodies.empty() ? "" : ", ") + name_of(one).in(language_);
        fact("Aanwezig", "Present", bodies);
        for (const std::string& name : held.present) fact("Wie", "Who", name);
        fact("Uitkomst", "Outcome", held.concluded);
    }

    void evaluation() {
        if (dossier_.learning)
            begin("Verbeterpunten", "Improvements");
        else
            begin("Evaluatie", "Evaluation");
        const Evaluation& made = dossier_.evaluation;
        fact("Gehouden op", "Held on", day_in_words(made.date, language_));
        fact("Aanwezig", "Present", made.present);
        fact("Wat ging goed", "What went well", made.good);
        fact("Wat kan beter", "What could be better", made.better);
        current().table.heads = {say_("Verbeterpunt", "Improvement"), say_("Wie", "Who"),
                                 say_("Uiterlijk", "At the latest")};
        current().table.shares = {55, 25, 20};
        for (const Improvement& one : dossier_.improvements)
            row({one.text, one.owner, day_in_words(one.until, language_)});
    }

    void attachments() {
        begin("Bijlagen", "Attachments");
        current().table.heads = {say_("Bestand", "File"), say_("Toegevoegd", "Added"), "SHA-256"};
        current().table.shares = {40, 22, 38};
        for (const Attachment& one : dossier_.attachments) {
            const std::string size = fmt::format(" ({} kB)", (one.size + 1023) / 1024);
            row({one.name + size + (one.remark.empty() ? "" : ": ") + one.remark,
                 long_time(one.at, language_) + ", " + one.by,
                 one.sha256.empty() ? say_("gewist", "erased") : one.sha256});
        }
    }

    const Dossier dossier_;
    std::vector<Section> made_;
};

}  // namespace

std::vector<Section> learnt_sections(const IncidentRecord& record, Language language) {
    return Writing(record, language).sections();
}

}  // namespace hamer
