// Files of the desktop: where one is put, which one is taken in, and opening what was made. The desktop's own chooser
// is asked; where there is none, what is made goes into Hamer's own folder, and what is taken in is typed.
#include "base/counted.h"
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

bool DossierApp::is_choosing() const { return options_.desktop && options_.desktop->is_choosing(); }

void DossierApp::save_as(const MadeFile& made) {
    begin_act();
    const std::string ending = std::filesystem::path(made.name).extension().string();
    const auto then = [this, work = made.work, ending](ChosenFile chosen) {
        if (!chosen && chosen.error().trouble == Trouble::PartMissing)
            return write(work, {});  // into Hamer's own folder
        if (!chosen) return say_problem(chosen.error());
        if (!*chosen) return;
        const auto file = with_ending(**chosen, ending);
        // The desktop asked about the name that it knows, which may be another one.
        write(work, file, file != **chosen);
    };
    if (!options_.desktop) return write(made.work, {});
    (void)options_.desktop->choose({.kind = FileChoice::Kind::Save,
                                    .title = say("Waar moet het komen?", "Where is it to be put?"),
                                    .suggested = made.name,
                                    .filters = {filter_of(made.kind, ending)}},
                                   then);
}

void DossierApp::write(FileWork work, const std::filesystem::path& file, bool only_new) {
    act<std::filesystem::path>(
        say("Schrijven", "Writing"),
        [work = std::move(work), file, only_new](ClerkService& service) -> Result<std::filesystem::path> {
            if (only_new) {
                if (auto free = service.check_free(file); !free) return tl::unexpected<Error>(free.error());
            }
            return work(service, file);
        },
        [this, chosen = !file.empty()](const std::filesystem::path& written) {
            // Who chose the place knows it.
            done_ = fmt::format("{}: {}", say("Geschreven", "Written"),
                                printable((chosen ? written.filename() : written).string()));
            made_ = written;
        });
}

void DossierApp::open_made() {
    if (!options_.desktop || !made_) return;
    options_.desktop->open(*made_, [this](const Status& opened) {
        if (!opened) say_problem(opened.error());
    });
}

void DossierApp::choose_bundle() {
    begin_act();
    const auto then = [this, place = place_](ChosenFile chosen) {
        if (place != place_ || !bundle_) return;
        if (!chosen) return say_problem(chosen.error());
        if (!*chosen) return;
        *bundle_ = (*chosen)->string();
        import();
    };
    (void)options_.desktop->choose({.kind = FileChoice::Kind::Open,
                                    .title = say("Welke sessie leest u in?", "Which session do you take in?"),
                                    .filters = {filter_of(say("Sessie van Hamer", "Session of Hamer"), ".hamer")}},
                                   then);
}

void DossierApp::import() {
    act<ImportedSession>(
        say("Inlezen", "Taking in"), [file = *bundle_](ClerkService& service) { return service.import(file); },
        [this](const ImportedSession& imported) {
            bundle_.reset();
            done_ = fmt::format("{}: {}", say("Ingelezen", "Taken in"),
                                counted(imported.entries, {"regel", "entry"}, {"regels", "entries"}).in(language_));
            refresh();
        });
}

}  // namespace hamer::ui
