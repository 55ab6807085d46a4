// Files of the desktop: where one is put, which one is taken in, and opening what was made. The desktop's own chooser
// is asked; where there is none, what is made goes into Hamer's own folder, and what is taken in is typed.
#include "base/text.h"
#include "service/store/file_names.h"
#include "ui/clerk/dossier_app.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

// As it was typed, with the ending of its kind where it has another one or none.
std::filesystem::path with_ending(std::filesystem::path file, const std::string& ending) {
    std::string typed = file.extension().string();
    std::ranges::transform(typed, typed.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; });
    if (typed != ending) file += ending;
    return file;
}

FileFilter filter_of(const std::string& name, const std::string& ending) { return {name, {"*" + ending}}; }

}  // namespace

// `name` is suggested, with its ending; `kind` is in words: "PDF".
void DossierApp::choose_place(const std::string& name, const std::string& kind, std::function<void(FilePlace)> then) {
    say_nothing();
    const std::string ending = std::filesystem::path(name).extension().string();
    const auto chose = [this, then, ending](ChosenFile chosen) {
        if (!chosen && chosen.error().trouble == Trouble::PartMissing) return then({});  // into Hamer's own folder
        if (!chosen) return say_problem(chosen.error());
        if (!*chosen) return;
        const auto file = with_ending(**chosen, ending);
        // The desktop asked about the name that it knows, which may be another one.
        then({file, file != **chosen ? FilePlace::Taken::OnlyNew : FilePlace::Taken::Replaced});
    };
    if (!options_.desktop) return then({});
    (void)options_.desktop->choose({.kind = FileChoice::Kind::Save,
                                    .title = view_.say("Waar moet het komen?", "Where is it to be put?"),
                                    .suggested = name,
                                    .filters = {filter_of(kind, ending)}},
                                   chose);
}

void DossierApp::save_as(const std::string& name, const std::string& kind, Write work) {
    choose_place(name, kind, [this, work = std::move(work)](FilePlace to) { write(work, std::move(to)); });
}

void DossierApp::write(const Write& work, FilePlace to) {
    if (!begin_act(view_.say("Schrijven", "Writing"))) return;
    const auto take = [this, chosen = !to.file.empty()](const std::filesystem::path& written) {
        say_written(written, chosen);
    };
    work(std::move(to), acted<std::filesystem::path>(take));
}

// Who chose the place knows it.
void DossierApp::say_written(const std::filesystem::path& file, bool chosen) {
    view_.done = fmt::format("{}: {}", view_.say("Geschreven", "Written"),
                             printable((chosen ? file.filename() : file).string()));
    made_ = file;
}

void DossierApp::perform_one(const MakeLetter& action) {
    if (!typing_.form) return;
    const IncidentRecord& record = typing_.form->record();
    const bool word = action.asked.form == LetterForm::Word;
    save_as(letter_file_name(record, action.asked.letter, word), word ? "Word" : "PDF",
            [this, asked = action.asked, id = record.id, revision = record.revision](FilePlace to,
                                                                                     DossierRequests::ThenFile then) {
                requests_.write_letter(id, revision, asked, std::move(to), [this, then](Result<MadeLetter> made) {
                    if (!made) return then(tl::unexpected<Error>(made.error()));
                    then(made->file);
                    if (made->open.empty()) return;
                    view_.done += fmt::format(". {}: {}", view_.say("Vul zelf nog in", "Still to fill in by hand"),
                                              fmt::join(made->open, ", "));
                });
            });
}

void DossierApp::make_report(PaperFor reader) {
    if (!typing_.form) return;
    const IncidentRecord& record = typing_.form->record();
    save_as(report_file_name(record, reader, view_.language), "PDF",
            [this, reader, id = record.id, revision = record.revision](FilePlace to, DossierRequests::ThenFile then) {
                requests_.write_report(id, revision, reader, std::move(to), std::move(then));
            });
}

void DossierApp::make_calendar() {
    save_as(calendar_file_name(view_.language), view_.say("Agenda", "Calendar"),
            [this](FilePlace to, DossierRequests::ThenFile then) {
                requests_.write_calendar(std::move(to), std::move(then));
            });
}

void DossierApp::perform_one(const MakeCases& action) {
    save_as(cases_file_name(action.year, view_.language), view_.say("Tekst", "Text"),
            [this, year = action.year](FilePlace to, DossierRequests::ThenFile then) {
                requests_.write_cases(year, std::move(to), std::move(then));
            });
}

void DossierApp::perform_one(const MakeYear& action) {
    const bool sheet = action.form == YearForm::Spreadsheet, word = action.form == YearForm::Word;
    const std::string ending = sheet ? ".csv" : word ? ".docx" : ".pdf";
    const std::string kind = sheet ? view_.say("Rekenblad (CSV)", "Spreadsheet (CSV)") : word ? "Word" : "PDF";
    save_as(year_file_name(action.year, ending, view_.language), kind,
            [this, action](FilePlace to, DossierRequests::ThenFile then) {
                requests_.write_year(action.year, action.form, std::move(to), std::move(then));
            });
}

void DossierApp::export_session() {
    if (!view_.record.meeting) return;
    save_as(session_file_name(view_.record.page.log->began, false, view_.language),
            view_.say("Sessie van Hamer", "Session of Hamer"),
            [this, id = *view_.record.meeting](FilePlace to, DossierRequests::ThenFile then) {
                requests_.export_session(id, std::move(to), std::move(then));
            });
}

void DossierApp::open_made() {
    if (!options_.desktop || !made_) return;
    options_.desktop->open(*made_, [this](const Status& opened) {
        if (!opened) say_problem(opened.error());
    });
}

void DossierApp::choose_bundle() {
    if (!options_.desktop) return;
    say_nothing();
    const auto then = [this, place = place_](ChosenFile chosen) {
        if (place != place_ || !typing_.bundle) return;
        if (!chosen) return say_problem(chosen.error());
        if (!*chosen) return;
        *typing_.bundle = (*chosen)->string();
        take_in();
    };
    (void)options_.desktop->choose(
        {.kind = FileChoice::Kind::Open,
         .title = view_.say("Welke sessie leest u in?", "Which session do you take in?"),
         .filters = {filter_of(view_.say("Sessie van Hamer", "Session of Hamer"), ".hamer")}},
        then);
}

}  // namespace hamer::ui
