// What the clerk does to the register: saving, completing, beginning, taking in. One at a time.
#include "base/counted.h"
#include "ui/clerk/dossier_app.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

// Whether something that was sent was left out: of a person who was erased meanwhile.
bool brings_back(const Dossier& sent, const IncidentRecord& saved) {
    return saved.dossier && !(saved.dossier->persons == sent.persons);
}

}  // namespace

bool DossierApp::begin_act(const std::string& words) {
    if (view_.is_acting()) return false;
    say_nothing();
    view_.waiting.what = words;
    return true;
}

void DossierApp::say_not_done(const Error& error) {
    if (error.trouble == Trouble::Stopped) {
        if (view_.done.empty())
            view_.done = view_.say("Gestopt. Er is niets half gedaan.", "Stopped. Nothing is half done.");
        return;
    }
    say_problem(error);
    if (error.trouble != Trouble::TimedOut) return;
    view_.problem +=
        view_.say(". Of dit nog is gedaan, is niet bekend.", ". Whether this was still done is not known.");
}

TypedRecord DossierApp::typed_record() const {
    const IncidentRecord& record = typing_.form->record();
    return {record.id, record.revision, typing_.form->draft(), view_.record.page.log};
}

void DossierApp::save() {
    if (!typing_.form || !begin_act(view_.say("Bewaren", "Saving"))) return;
    TypedRecord typed = typed_record();
    const auto take = [this, sent = typed.dossier, place = place_](OpenedRecord saved) {
        if (saved.draft) return take_other(std::move(saved), place);
        view_.done = fmt::format("{} {}", view_.say("Bewaard als revisie", "Saved as revision"), saved.record.revision);
        if (brings_back(sent, saved.record)) {
            view_.done += view_.say(". Wat van een gewiste persoon was, is weggelaten.",
                                    ". What was of an erased person was left out.");
        }
        take_saved(std::move(saved), sent, place);
    };
    requests_.save(std::move(typed), acted<OpenedRecord>(take));
}

void DossierApp::complete() {
    if (!typing_.form || !begin_act(view_.say("Compleet maken", "Making it complete"))) return;
    TypedRecord typed = typed_record();
    const auto since = typing_.form->changed() ? TypedSince::Something : TypedSince::Nothing;
    const auto take = [this, sent = typed.dossier, place = place_](OpenedRecord saved) {
        if (saved.draft) return take_other(std::move(saved), place);
        if (saved.problem)
            say_problem(*saved.problem);
        else
            view_.done = saved.is_delivered ? view_.say("Compleet. Het dossier gaat nu naar zijn bestemming.",
                                                        "Complete. The record is on its way.")
                                            : view_.say("Compleet.", "Complete.");
        take_saved(std::move(saved), sent, place);
    };
    requests_.complete(std::move(typed), since, acted<OpenedRecord>(take));
}

// What was typed since it was sent stays a draft, on top of what was saved. Where something else is open by now, that
// stays.
void DossierApp::take_saved(OpenedRecord saved, const Dossier& sent, std::uint64_t place) {
    refresh();
    options_.deliver();
    if (place != place_) return;
    Dossier now_typed = typing_.form->draft();
    auto raw = typing_.form->typed();
    const bool more = !(now_typed == sent) || !raw.empty();
    const auto kept = kept_;
    show(std::move(saved));
    kept_ = kept;  // it goes, or stays, with the next frame
    if (more) typing_.form->put(std::move(now_typed), std::move(raw));
}

// What somebody else saved meanwhile, put together with what stands in the form by now. Nothing of it is saved yet.
void DossierApp::take_other(OpenedRecord theirs, std::uint64_t place) {
    refresh();
    if (place != place_) return;
    theirs.draft->dossier = typing_.form->draft();
    theirs.draft->typed = typing_.form->typed();
    const auto kept = kept_;
    show(std::move(theirs));
    kept_ = kept;
    view_.record.tab = RecordTab::Complete;
    view_.problem = view_.say("Nog niet bewaard: een ander was u voor. Kijk na wat er veranderde en bewaar opnieuw.",
                              "Not saved yet: somebody else was first. Check what changed, and save again.");
}

void DossierApp::perform_one(const TickOff& action) {
    if (!begin_act(view_.say("Afvinken", "Ticking off"))) return;
    const auto take = [this, id = action.duty.record](const StoredRecord&) {
        typing_.duty.reset();
        view_.done = view_.say("Afgevinkt.", "Ticked off.");
        refresh();
        if (typing_.form && typing_.form->record().id == id) open(id, view_.record.tab);
    };
    requests_.tick_off(action.duty, acted<StoredRecord>(take));
}

void DossierApp::tell_incident() {
    std::map<std::string, LocalText> wrong;
    const auto started = typing_.fresh ? start_of(*typing_.fresh, now(), wrong) : std::nullopt;
    if (!started) return;  // the button says why
    if (!begin_act(view_.say("Dossier beginnen", "Beginning the record"))) return;
    const auto take = [this, place = place_](const StoredRecord& stored) {
        refresh();
        if (options_.drafts) options_.drafts->drop("");
        if (place != place_) return;
        typing_.fresh.reset();
        kept_.reset();
        close();
        open(stored.id, RecordTab::Complete);
    };
    requests_.begin(told_of(*typing_.fresh, *started), acted<StoredRecord>(take));
}

void DossierApp::take_in() {
    if (!typing_.bundle || !begin_act(view_.say("Inlezen", "Taking in"))) return;
    const auto take = [this](std::uint64_t entries) {
        typing_.bundle.reset();
        view_.done = fmt::format("{}: {}", view_.say("Ingelezen", "Taken in"),
                                 counted(entries, {"regel", "entry"}, {"regels", "entries"}).in(view_.language));
        refresh();
    };
    requests_.import(*typing_.bundle, acted<std::uint64_t>(take));
}

}  // namespace hamer::ui
