// Erasing (AVG): a record, or a person in it; and then, place by place, where they are named besides.
#include "codec/record/record_texts.h"
#include "record/person_names.h"
#include "report/date_text.h"
#include "ui/clerk/dossier_app.h"

#include <fmt/format.h>

namespace hamer::ui {

void DossierApp::erase() {
    if (!typing_.form || !begin_act(view_.say("Wissen", "Erasing"))) return;
    const IncidentRecord& record = typing_.form->record();
    const auto take = [this, id = record.id, day = long_date(record.started.at, view_.language),
                       place = place_](ErasedRecord erased) {
        if (options_.drafts) options_.drafts->drop(id);
        if (place == place_) {
            close();
            show_named({.found = std::move(erased.made)});
        }
        say_erased(erased.erasure,
                   fmt::format("{} {}", view_.say("Gewist: het dossier van", "Erased: the record of"), day));
        refresh();
        lists_.add_up_anew(now());
    };
    requests_.erase(record.id, acted<ErasedRecord>(take));
}

void DossierApp::perform_one(const ErasePersonData& action) {
    if (!typing_.form || !begin_act(view_.say("Wissen", "Erasing"))) return;
    // As the form calls the person, without what is to be gone.
    const Dossier dossier = typing_.form->draft();
    const Person* whose = dossier.person(action.person);
    const std::string role = whose ? role_in_words(dossier, *whose, view_.language) : std::string();
    const auto take = [this, person = action.person, role, sent = dossier, place = place_](ErasedPerson erased) {
        const std::string words =
            fmt::format("{}: {}", view_.say("Gewist uit alle revisies", "Erased from all revisions"), role);
        say_erased(erased.erasure, words);
        refresh();
        if (place != place_) return;
        const bool is_done = erased.erasure.is_done();
        const NameForms elsewhere = erased.elsewhere;
        show_without(std::move(erased), sent, person);
        if (is_done) look_elsewhere(role, elsewhere, words);
    };
    requests_.erase_person(typing_.form->record().id, action.person, acted<ErasedPerson>(take));
}

// What was typed meanwhile stays, without the person too.
void DossierApp::show_without(ErasedPerson erased, const Dossier& sent, const std::string& person) {
    const Draft typed{
        .record = typing_.form->record().id, .dossier = typing_.form->draft(), .typed = typing_.form->typed()};
    const bool more = !(typed.dossier == sent);
    const auto kept = kept_;
    show(std::move(erased.record));
    kept_ = kept;  // with the name, it may be: it goes with the next frame
    const auto rest = without_person(typed, person, erased.names);
    if (more && rest) typing_.form->put(rest->dossier, rest->typed);
}

// Where the name still is, of who was just erased from this record in this role; `done` says that it was.
void DossierApp::look_elsewhere(const std::string& role, const NameForms& names, const std::string& done) {
    if (names.empty()) return;
    if (!begin_act(view_.say("Zoeken waar de naam nog staat", "Looking where the name still is"))) return;
    view_.done = done;
    const auto take = [this, role, names, done, place = place_](NamedElsewhere found) {
        view_.done = done;
        if (place == place_) show_named({.who = role, .names = names, .found = std::move(found)});
    };
    requests_.named(names, typing_.form->record().id, acted<NamedElsewhere>(take));
}

void DossierApp::show_named(NamedPanel panel) {
    panel.cleared.assign(panel.found.places.size(), false);
    panel.in_front = !typing_.form || !typing_.form->changed();
    if (!panel.in_front) {
        const std::size_t places = panel.found.places.size();
        view_.done += fmt::format(
            ". {} {}.", view_.say("Plaatsen waar de naam nog staat:", "Places where the name still is:"), places);
    }
    view_.named = std::move(panel);
}

void DossierApp::perform_one(const ClearNamedPlace& action) {
    if (!view_.named || !begin_act(view_.say("Wissen", "Erasing"))) return;
    const auto take = [this, index = action.place, place = place_](const Erasure& erased) {
        say_erased(erased, view_.say("Gewist", "Erased"));
        refresh();
        if (place == place_ && view_.named && erased.is_done()) view_.named->cleared[index] = true;
    };
    requests_.clear(view_.named->found.places[action.place], view_.named->names, acted<Erasure>(take));
}

// What is left of it is told in place of that it was done.
void DossierApp::say_erased(const Erasure& erased, std::string done) {
    std::string& problem = view_.problem;
    for (const LocalText& left : erased.left) problem += (problem.empty() ? "" : " ") + left.in(view_.language);
    if (erased.is_done()) view_.done = std::move(done);
}

}  // namespace hamer::ui
