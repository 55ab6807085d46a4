// Destroying what was kept for long enough (decision 44): it is read anew, the place of the statement is chosen, and
// what was seen goes.
#include "platform/zone.h"
#include "service/store/file_names.h"
#include "ui/clerk/dossier_app.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

void DossierApp::perform_destroying(DossierDo what) {
    switch (what) {
        case DossierDo::BeginDestroying:
            return begin_destroying();
        case DossierDo::ChooseStatement:
            return choose_statement();
        case DossierDo::DestroyOld:
            return destroy_old();
        default:
            return view_.destroying.reset();
    }
}

void DossierApp::begin_destroying() {
    if (!may_leave() || !begin_act(view_.say("Lezen wat lang genoeg is bewaard", "Reading what was kept long enough")))
        return;
    close();
    const auto take = [this, place = place_](PastRetention found) {
        if (place == place_) view_.destroying = DestroyPanel{.found = std::move(found)};
    };
    requests_.past_retention(ReadTotals::most_old, acted<PastRetention>(take));
}

void DossierApp::choose_statement() {
    if (!view_.destroying) return;
    const auto then = [this](FilePlace to) {
        if (view_.destroying) view_.destroying->statement = std::move(to);
    };
    choose_place(statement_file_name(in_zone(now(), SystemZone()), view_.language), "PDF", then);
}

void DossierApp::destroy_old() {
    if (!view_.destroying || !view_.destroying->statement) return;
    const DestroyPanel& panel = *view_.destroying;
    if (!begin_act(view_.say("Vernietigen", "Destroying"))) return;
    std::set<std::string> seen;
    for (const RecordSummary& one : panel.found.records) seen.insert(one.id);
    const auto take = [this](DestroyedOld destroyed) { take_destroyed(std::move(destroyed)); };
    requests_.destroy(std::move(seen), *panel.statement, acted<DestroyedOld>(take));
}

void DossierApp::take_destroyed(DestroyedOld destroyed) {
    for (const Destroyed& one : destroyed.destruction.records) {
        if (one.gone != Gone::Yes) continue;
        if (options_.drafts) options_.drafts->drop(one.record);
        if (typing_.form && typing_.form->record().id == one.record) close();  // opened while it was destroyed
    }
    if (!destroyed.statement.empty()) made_ = destroyed.statement;
    const auto gone = std::ranges::count(destroyed.destruction.records, Gone::Yes, &Destroyed::gone);
    view_.done = fmt::format("{}: {}", view_.say("Vernietigde dossiers", "Records destroyed"), gone);
    if (!destroyed.problems.empty()) say_problem(destroyed.problems.front());
    view_.destroying = DestroyPanel{.done = std::move(destroyed)};
    refresh();
    lists_.add_up_anew(now());
}

}  // namespace hamer::ui
