// The files that the clerk takes along: a record on paper, a session for another device, the deadlines, the cases.
#include "base/attempt.h"
#include "journal/durable.h"
#include "platform/zone.h"
#include "report/docx.h"
#include "report/pdf.h"
#include "service/clerk/clerk_service.h"
#include "service/clerk/record_report.h"
#include "service/store/file_names.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer {

Status ClerkService::put_paper(const Paper& what, const std::string& bytes) {
    const auto put =
        hamer::put_paper(*files_, options_.data, what, bytes, [&] { return replace_file(*files_, what.file, bytes); });
    if (!put) return tl::unexpected<Error>(put.error());
    return put->unnoted ? tl::unexpected<Error>(*put->unnoted) : Status{};
}

Status ClerkService::check_free(const std::filesystem::path& file) {
    ASSIGN_OR_RETURN(const auto there, files_->look(file));
    if (!there) return {};
    return fail(ErrorKind::Refused, file.string(), LocalText{"dit bestand is er al", "there is such a file already"},
                {"Kies een andere naam", "Choose another name"}, Trouble::NotNow);
}

// Two incidents may begin in one minute: the second one gets a number behind its name. What Hamer wrote of the same
// thing is replaced.
Result<std::filesystem::path> ClerkService::free_place(const std::string& name, const Paper& what) {
    const auto folder = std::filesystem::absolute(options_.data / "reports").lexically_normal();
    RETURN_IF_ERROR(files_->make_folder(folder));
    ASSIGN_OR_RETURN(const auto known, papers(*files_, options_.data));
    const std::filesystem::path wanted = name;
    for (int number = 1;; ++number) {
        const std::string numbered =
            number == 1 ? name : fmt::format("{} ({}){}", wanted.stem().string(), number, wanted.extension().string());
        const auto path = folder / numbered;
        ASSIGN_OR_RETURN(const auto there, files_->look(path));
        const auto paper = std::ranges::find(known, path.string(), &Paper::file);
        const bool is_same = paper == known.end() ? what.record.empty() && what.session.empty()
                                                  : paper->record == what.record && paper->session == what.session;
        if (!there || is_same) return path;
    }
}

Result<std::filesystem::path> ClerkService::put_report(const std::filesystem::path& to, const std::string& name,
                                                       Paper what, const std::string& bytes) {
    auto path = to.empty() ? free_place(name, what) : std::filesystem::absolute(to).lexically_normal();
    if (!path) return path;
    what.file = path->string();
    RETURN_IF_ERROR(put_paper(what, bytes));
    return path;
}

Result<std::filesystem::path> ClerkService::write_report(const IncidentRecord& record, const std::filesystem::path& to,
                                                         PaperFor reader) {
    RETURN_IF_ERROR(check_paper(record, reader));
    progress_->begin({"Logboek controleren", "Checking the log"});
    RETURN_IF_ERROR(prove_session_of(record));
    RETURN_IF_ERROR(progress_->go_on());
    progress_->begin({"PDF tekenen", "Drawing the PDF"});
    const auto procedure = procedure_of(*files_, options_.data, record);
    ASSIGN_OR_RETURN(const auto pdf, record_pdf(record, paper_of(record, reader, options_.settings.municipality,
                                                                 options_.language, procedure.get())));
    RETURN_IF_ERROR(progress_->go_on());
    progress_->finish({"Wegschrijven", "Writing it"});
    auto path = put_report(to, report_file_name(record, reader, options_.language),
                           {.record = record.id, .revision = record.revision}, pdf);
    if (!path) return path;
    RETURN_IF_ERROR(note("export", record.id));
    return path;
}

Result<WrittenLetter> ClerkService::letter(const IncidentRecord& record, const AskedLetter& asked) {
    const LetterShelf shelf = letters();
    const auto found = std::ranges::find(shelf.letters, asked.letter, &LetterTemplate::id);
    if (found == shelf.letters.end()) {
        std::string known;
        for (const LetterTemplate& one : shelf.letters) known += (known.empty() ? "" : ", ") + one.id;
        return fail(ErrorKind::Usage, printable(asked.letter, 100),
                    LocalText{"deze brief is er niet in " + options_.letters.string(),
                              "there is no such letter in " + options_.letters.string()},
                    {known.empty() ? "Zet er een in" : "Kies uit: " + known,
                     known.empty() ? "Put one there" : "Choose from: " + known},
                    Trouble::WrongInput);
    }
    return letter_text(*found, record, asked.person, options_.settings.municipality, in_zone(now(), SystemZone()));
}

Result<MadeLetter> ClerkService::write_letter(const IncidentRecord& record, const AskedLetter& asked,
                                              const std::filesystem::path& to) {
    progress_->begin({"Logboek controleren", "Checking the log"});
    RETURN_IF_ERROR(prove_session_of(record));
    RETURN_IF_ERROR(progress_->go_on());
    progress_->begin({"Brief maken", "Making the letter"});
    ASSIGN_OR_RETURN(auto written, letter(record, asked));
    ASSIGN_OR_RETURN(const auto bytes, asked.form == LetterForm::Pdf ? document_as_pdf(written.document, now())
                                                                     : document_as_docx(written.document, now()));
    RETURN_IF_ERROR(progress_->go_on());
    progress_->finish({"Wegschrijven", "Writing it"});
    ASSIGN_OR_RETURN(auto file, put_report(to, letter_file_name(record, asked.letter, asked.form == LetterForm::Word),
                                           {.record = record.id, .revision = record.revision}, bytes));
    RETURN_IF_ERROR(note("export", record.id));
    return MadeLetter{std::move(file), std::move(written.open)};
}

Result<std::filesystem::path> ClerkService::export_session(const std::string& id, const std::filesystem::path& to) {
    const Witnesses witnesses(*files_, options_.settings, places(), &register_);
    ASSIGN_OR_RETURN(const auto bundle, hamer::export_session(*files_, options_.data, id, witnesses, progress_.get()));
    ASSIGN_OR_RETURN(const auto began, session(id));
    RETURN_IF_ERROR(progress_->go_on());
    progress_->finish({"Wegschrijven", "Writing it"});
    const auto& entries = began.session.entries();
    const Instant at = entries.empty() ? now() : entries.front().when();
    return put_report(to, session_file_name(at, false, options_.language), {.session = id}, bundle);
}

Result<std::filesystem::path> ClerkService::write_calendar(const std::filesystem::path& to) {
    ASSIGN_OR_RETURN(const auto text, calendar());
    return put_report(to, calendar_file_name(options_.language), {}, text);
}

}  // namespace hamer
