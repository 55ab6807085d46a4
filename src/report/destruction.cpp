#include "report/destruction.h"

#include "base/text.h"
#include "record/names.h"
#include "report/date_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

Document destruction_statement(const Destruction& destruction, Language language) {
    const Say say{language};
    const auto gone = std::ranges::count(destruction.records, true, &Destroyed::gone);
    Document made;
    made.language = language;
    made.title = say("Verklaring van vernietiging", "Statement of destruction");
    made.subtitle = printable(destruction.municipality);
    made.footer = long_date(destruction.at, language);
    made.sections.push_back(
        {say("Wat is vernietigd", "What was destroyed"),
         {{say("Door", "By"), printable(destruction.by)},
          {say("Op", "On"), long_time(destruction.at, language)},
          {say("Wat", "What"),
           fmt::format("{} {}", gone,
                       say("incidentdossiers, met alle revisies", "incident records, with all revisions"))},
          {say("Grond", "Ground"), say("de bewaartermijn is voorbij en niets houdt het dossier vast",
                                       "the term is over, and nothing holds the record")},
          {say("Wijze", "How"),
           say("gewist uit het register en uit de bestanden van Hamer, en daarna gezocht in wat er op de schijf staat",
               "erased from the register and from Hamer's files, and then looked for in what is on the disk")}},
         {},
         {},
         false});
    Section records{say("De dossiers", "The records"), {}, {}, {}, false};
    records.table.heads = {say("Dossier", "Record"), say("Incident op", "Incident on"), say("Gedrag", "Conduct"),
                           say("Termijn", "Term"), say("Vernietigd", "Destroyed")};
    records.table.shares = {38, 18, 20, 10, 14};
    for (const Destroyed& one : destruction.records) {
        records.table.rows.push_back(
            {one.record, day_in_words(one.date, language),
             one.conduct ? name_of(*one.conduct).in(language) : say("niet bekend", "not known"),
             fmt::format("{} {}", one.years, say("jaar", "years")), one.gone ? say("ja", "yes") : say("nee", "no")});
    }
    made.sections.push_back(std::move(records));
    Section beyond{say("Wat er nog kan zijn", "What may still be there"), {}, {}, {}, false};
    beyond.paragraphs.emplace_back(
        say("Wat eerder is geleverd, afgedrukt, gemaild of gekopieerd, bereikt Hamer niet. Ook niet een reservekopie.",
            "What was delivered, printed, mailed or copied before is beyond Hamer's reach. So is a backup."));
    for (const LocalText& one : destruction.left) beyond.paragraphs.push_back(printable(one.in(language)));
    made.sections.push_back(std::move(beyond));
    made.sections.push_back({say("Ondertekening", "Signature"),
                             {},
                             {},
                             {say("Naam, functie en handtekening: ……", "Name, office and signature: ……")},
                             false});
    return made;
}

}  // namespace hamer
