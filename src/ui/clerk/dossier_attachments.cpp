// Files beside a record, by the desktop's own chooser: put to it, taken out, and erased.
#include "record/attachments.h"
#include "ui/clerk/dossier_app.h"

#include <fmt/format.h>

namespace hamer::ui {

void DossierApp::add_attachment() {
    if (!options_.desktop || !typing_.form) return;
    say_nothing();
    const auto then = [this, place = place_](ChosenFile chosen) {
        if (place != place_) return;
        if (!chosen) return say_problem(chosen.error());
        if (*chosen) attach(**chosen);
    };
    (void)options_.desktop->choose(
        {.kind = FileChoice::Kind::Open, .title = view_.say("Welk bestand voegt u toe?", "Which file do you add?")},
        then);
}

void DossierApp::attach(const std::filesystem::path& file) {
    if (!begin_act(view_.say("Bewaren", "Saving"))) return;
    const auto take = [this, place = place_](OpenedRecord opened) {
        view_.done = view_.say("Bijlage toegevoegd", "Attachment added");
        refresh();
        if (place == place_) show(std::move(opened));
    };
    requests_.attach(typing_.form->record().id, file, acted<OpenedRecord>(take));
}

// Dragged onto the window from a folder or a message.
void DossierApp::take_dropped(const std::vector<std::string>& files) {
    if (files.empty() || view_.is_acting() || view_.is_choosing) return;
    say_nothing();
    if (!typing_.form) {
        view_.problem = view_.say("Open eerst het dossier waar dit bestand bij hoort.",
                                  "First open the record that this file belongs to.");
    } else if (typing_.form->changed()) {
        view_.problem = view_.say("Bewaar eerst wat u typte, of zet het terug. Sleep het bestand daarna opnieuw.",
                                  "First save what you typed, or put it back. Then drag the file again.");
    } else if (files.size() > 1) {
        view_.problem = view_.say("Sleep één bestand tegelijk.", "Drag one file at a time.");
    } else {
        attach(std::filesystem::path(files.front()));
    }
}

void DossierApp::perform_one(const TakeAttachment& action) {
    if (!typing_.form) return;
    const IncidentRecord& record = typing_.form->record();
    const Attachment* one = record.dossier ? record.dossier->attachment(action.attachment) : nullptr;
    if (!one) return;
    save_as(file_name_of(*one), view_.say("Bijlage", "Attachment"),
            [this, id = record.id, attachment = one->id](FilePlace to, DossierRequests::ThenFile then) {
                requests_.write_attachment(id, attachment, std::move(to), std::move(then));
            });
}

void DossierApp::perform_one(const EraseAttachment& action) {
    if (!typing_.form || !begin_act(view_.say("Wissen", "Erasing"))) return;
    const auto take = [this, place = place_](ErasedAttachment erased) {
        say_erased(erased.erasure,
                   view_.say("Bijlage gewist uit alle revisies", "Attachment erased from all revisions"));
        refresh();
        if (place == place_) show(std::move(erased.record));
    };
    requests_.erase_attachment(typing_.form->record().id, action.attachment, acted<ErasedAttachment>(take));
}

}  // namespace hamer::ui
