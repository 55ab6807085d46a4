// Files beside a record, by the desktop's own chooser: put to it, taken out, and erased.
#include "record/attachments.h"
#include "ui/clerk/dossier_app.h"
#include "ui/toolkit/widgets/ui.h"

#include <algorithm>
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

DossierApp::Then<OpenedRecord> DossierApp::attached() {
    return acted<OpenedRecord>([this, place = place_](OpenedRecord opened) {
        view_.done = view_.say("Bijlage toegevoegd", "Attachment added");
        refresh();
        if (place == place_) show(std::move(opened));
    });
}

void DossierApp::attach(const std::filesystem::path& file) {
    if (begin_act(view_.say("Bewaren", "Saving"))) requests_.attach(typing_.form->record().id, file, attached());
}

// Nothing: it can be.
std::string DossierApp::why_not_attached() const {
    if (!typing_.form)
        return view_.say("Open eerst het dossier waar dit bij hoort.", "First open the record that this belongs to.");
    if (typing_.form->changed())
        return view_.say("Bewaar eerst wat u typte, of zet het terug. Doe het daarna opnieuw.",
                         "First save what you typed, or put it back. Then do it again.");
    return {};
}

// Dragged onto the window from a folder or a message, or copied there.
void DossierApp::take_brought(Ui& ui) {
    take_pasted(ui);
    const std::vector<std::string>& files = ui.input().dropped;
    if (files.empty() || view_.is_acting() || view_.is_choosing) return;
    say_nothing();
    view_.problem = why_not_attached();
    if (view_.problem.empty() && files.size() > 1)
        view_.problem = view_.say("Sleep één bestand tegelijk.", "Drag one file at a time.");
    if (view_.problem.empty()) attach(std::filesystem::path(files.front()));
    ui.wake_at(ui.now());  // what it came to is drawn in the next frame
}

// A picture of a screen (6.2), by Ctrl+V while no text is typed.
void DossierApp::take_pasted(Ui& ui) {
    const auto asks = [](const KeyPress& press) {
        return press.key == key_of('v') && press.with.control && !press.with.alt;
    };
    if (!pasting_) {
        const bool asked = !ui.editing() && std::ranges::any_of(ui.input().presses, asks);
        if (!asked || view_.is_acting() || view_.is_choosing) return;
        say_nothing();
        view_.problem = why_not_attached();
        if (!view_.problem.empty()) return ui.wake_at(ui.now());
        ui.clipboard().ask_picture();
        pasting_.emplace(Pasting{place_, ui.now() + Clipboard::patience_for_picture.count()});
    }
    // A text that is pasted meanwhile is what is asked for now.
    if (ui.editing() || pasting_->place != place_) return pasting_.reset();
    auto picture = ui.clipboard().take();
    if (!picture && ui.now() < pasting_->until) return ui.wake_at(pasting_->until);
    pasting_.reset();
    ui.wake_at(ui.now());
    if (!picture || picture->empty()) {
        view_.problem = view_.say("Er staat geen afbeelding op het klembord.", "There is no picture on the clipboard.");
    } else if (why_not_attached().empty() && begin_act(view_.say("Bewaren", "Saving"))) {
        requests_.attach_picture(typing_.form->record().id, *std::move(picture), attached());
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
