#include "base/attempt.h"
#include "main/commands/clerk_work.h"
#include "main/commands/document_form.h"
#include "main/commands/output.h"
#include "main/commands/output_file.h"

#include <fmt/format.h>

namespace hamer {

namespace {

void say_problems(const std::vector<Error>& problems, Language language) {
    for (const Error& one : problems) complain("hamer: {}\n", describe(one, language));
}

void list(const LetterShelf& shelf, Language language) {
    for (const LetterTemplate& one : shelf.letters)
        say("{}\t{} ({})\n", one.id, one.title, name_of(one.reader).in(language));
    say_problems(shelf.problems, language);
}

// With the ids of whom each can be to.
void list_for(const IncidentRecord& record, const LetterShelf& shelf, Language language) {
    for (const OfferedLetter& one : offered_for(record, shelf, language).letters) {
        std::string to;
        for (const auto& person : one.to) {
            if (!person.person.empty()) to += (to.empty() ? ": " : ", ") + person.person;
        }
        say("{}\t{} ({}{})\n", one.id, one.title, one.reader, to);
    }
    say_problems(shelf.problems, language);
}

}  // namespace

int letter_command(const CommonOptions& common, const std::string& id, const AskedLetter& asked,
                   const std::string& file) {
    return ClerkWork(common)([&](ClerkService& service) -> Result<int> {
        const Language language = service.options().language;
        if (id.empty()) {
            list(service.letters(), language);
            return 0;
        }
        if (file != "-") {
            RETURN_IF_ERROR(may_write_output_file(common, file));
        }
        ASSIGN_OR_RETURN(const auto record, service.look(id));
        if (asked.letter.empty()) {
            list_for(record, service.letters(), language);
            return 0;
        }
        RETURN_IF_ERROR(service.prove_session_of(record));
        ASSIGN_OR_RETURN(const auto written, service.letter(record, asked));
        if (file == "-") {
            say_lines(document_as_text(written.document));
        } else {
            ASSIGN_OR_RETURN(const auto made, document_in_form(written.document, file, service.now()));
            RETURN_IF_ERROR(write_paper(common, service.options().data,
                                        {.file = file, .record = id, .revision = record.revision}, made));
            RETURN_IF_ERROR(service.note_export(id));
        }
        const Say words{language};
        for (const std::string& one : written.open) complain("{}: {}\n", words("vul zelf in", "fill in by hand"), one);
        return 0;
    });
}

}  // namespace hamer
