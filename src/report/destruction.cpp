#include "report/destruction.h"

#include "base/counted.h"
#include "base/text.h"
#include "record/names.h"
#include "report/date_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

namespace {

// "3 dossiers: 2 incidenten, 1 signaal"
std::string gone_in_words(const std::vector<Destroyed>& all, Language language) {
    const auto count = [&](const auto& is_of_it, const LocalText& one, const LocalText& more) -> std::string {
        const auto found = std::ranges::count_if(
            all, [&](const Destroyed& each) { return each.gone == Gone::Yes && is_of_it(each.kind); });
        if (found == 0) return {};
        return counted(static_cast<std::uint64_t>(found), one, more).in(language);
    };
    const auto is = [](IncidentKind kind) { return [kind](IncidentKind one) { return one == kind; }; };
    std::string kinds;
    for (const std::string& words :
         {count(is_incident, {"incident", "incident"}, {"incidenten", "incidents"}),
          count(is(IncidentKind::Signal), {"signaal", "signal"}, {"signalen", "signals"}),
          count(is(IncidentKind::Estimate), {"risico-inschatting", "risk estimate"},
                {"risico-inschattingen", "risk estimates"}),
          count(is(IncidentKind::Learning), {"leermoment", "learning"}, {"leermomenten", "learnings"})}) {
        if (!words.empty()) kinds += (kinds.empty() ? ": " : ", ") + words;
    }
    const auto gone = static_cast<std::uint64_t>(std::ranges::count(all, Gone::Yes, &Destroyed::gone));
    return counted(gone, {"dossier", "record"}, {"dossiers", "records"}).in(language) + kinds;
}

std::string in_words(Gone gone, const Say& say) {
    switch (gone) {
        case Gone::Yes:
            return std::string(say("ja", "yes"));
        case Gone::No:
            return std::string(say("nee", "no"));
        case Gone::Unsure:
            return std::string(say("niet zeker", "not sure"));
    }
    return {};
}

}  // namespace

Document destruction_statement(const Destruction& destruction, Language language) {
    const Say say{language};
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
           gone_in_words(destruction.records, language) + say(", met alle revisies", ", with all revisions")},
          {say("Grond", "Ground"), say("de bewaartermijn is voorbij en niets houdt het dossier vast",
                                       "the term is over, and nothing holds the record")},
          {say("Wijze", "How"),
           say("gewist uit het register en uit de bestanden van Hamer, en daarna gezocht in wat er op de schijf staat",
               "erased from the register and from Hamer's files, and then looked for in what is on the disk")}},
         {},
         {},
         false});
    Section records{say("De dossiers", "The records"), {}, {}, {}, false};
    records.table.heads = {say("Dossier", "Record"), say("Soort", "Kind"),   say("Van", "Of"),
                           say("Gedrag", "Conduct"), say("Termijn", "Term"), say("Vernietigd", "Destroyed")};
    records.table.shares = {30, 16, 16, 16, 9, 13};
    for (const Destroyed& one : destruction.records) {
        records.table.rows.push_back({one.record, name_of(one.kind).in(language), day_in_words(one.date, language),
                                      one.conduct             ? name_of(*one.conduct).in(language)
                                      : is_incident(one.kind) ? std::string(say("niet bekend", "not known"))
                                                              : std::string(),
                                      fmt::format("{} {}", one.years, say("jaar", "years")), in_words(one.gone, say)});
    }
    made.sections.push_back(std::move(records));
    Section beyond{say("Wat er nog kan zijn", "What may still be there"), {}, {}, {}, false};
    beyond.paragraphs.emplace_back(
        say("Wat eerder is geleverd, afgedrukt, gemaild of gekopieerd, bereikt Hamer niet. Ook niet een reservekopie.",
            "What was delivered, printed, mailed or copied before is beyond Hamer's reach. So is a backup."));
    if (!destruction.role.empty()) {
        beyond.paragraphs.push_back(fmt::format(
            "{} {}. {}", say("Dit zijn dossiers die iemand ziet als", "These are records that one sees as"),
            printable(destruction.role),
            say("Wat alleen anderen zien, is niet vernietigd.", "What only others see was not destroyed.")));
    }
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
