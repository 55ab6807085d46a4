// What the clerk does to the register: saving, completing, beginning, delivering. One at a time.
#include "base/typed_time.h"
#include "ui/clerk/dossier_app.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

bool was_saved_by_other(const Result<StoredRecord>& stored) {
    return !stored && stored.error().trouble == Trouble::SavedByOther;
}

// Whether something that was sent was left out: of a person who was erased meanwhile.
bool brings_back(const Dossier& sent, const IncidentRecord& saved) {
    return saved.dossier && !(saved.dossier->persons == sent.persons);
}

}  // namespace

void DossierApp::say_not_done(const Error& error) {
    if (error.trouble == Trouble::Stopped) {
        if (done_.empty()) done_ = say("Gestopt. Er is niets half gedaan.", "Stopped. Nothing is half done.");
        return;
    }
    say_problem(error);
    if (error.trouble != Trouble::TimedOut) return;
    problem_ += say(". Of dit nog is gedaan, is niet bekend.", ". Whether this was still done is not known.");
}

void DossierApp::save() {
    act<Opened>(
        say("Bewaren", "Saving"),
        [id = form_->record().id, base = form_->record().revision, sent = form_->draft(),
         language = language_](ClerkService& service) -> Result<Opened> {
            const auto stored = service.save(id, base, sent);
            if (was_saved_by_other(stored))
                return opened(service, service.look(id), language, Draft{id, base, sent, {}});
            if (!stored) return tl::unexpected<Error>(stored.error());
            return opened(service, service.records().record(id), language);
        },
        [this, sent = form_->draft(), place = place_](Opened saved) {
            if (saved.draft) return take_other(std::move(saved), place);
            done_ = fmt::format("{} {}", say("Bewaard als revisie", "Saved as revision"), saved.record.revision);
            if (brings_back(sent, saved.record)) {
                done_ += say(". Wat van een gewiste persoon was, is weggelaten.",
                             ". What was of an erased person was left out.");
            }
            take_saved(std::move(saved), sent, place);
        });
}

void DossierApp::complete() {
    act<Opened>(
        say("Compleet maken", "Making it complete"),
        [id = form_->record().id, base = form_->record().revision, changed = form_->changed(), sent = form_->draft(),
         language = language_](ClerkService& service) -> Result<Opened> {
            int revision = base;
            if (changed) {
                const auto stored = service.save(id, base, sent);
                if (was_saved_by_other(stored))
                    return opened(service, service.look(id), language, Draft{id, base, sent, {}});
                if (!stored) return tl::unexpected<Error>(stored.error());
                revision = stored->revision;
            }
            const auto completed = service.complete(id, revision, service.options().user);
            if (!completed && !changed) return tl::unexpected<Error>(completed.error());
            auto made = opened(service, service.records().record(id), language);
            if (made && !completed) made->problem = completed.error();
            return made;
        },
        [this, sent = form_->draft(), place = place_](Opened saved) {
            if (saved.draft) return take_other(std::move(saved), place);
            if (saved.problem)
                say_problem(*saved.problem);
            else
                done_ = saved.is_delivered ? say("Compleet. Het dossier gaat nu naar zijn bestemming.",
                                                 "Complete. The record is on its way.")
                                           : say("Compleet.", "Complete.");
            take_saved(std::move(saved), sent, place);
        });
}

// What was typed since it was sent stays a draft, on top of what was saved. Where something else is open by now, that
// stays.
void DossierApp::take_saved(Opened saved, const Dossier& sent, std::uint64_t place) {
    refresh();
    options_.deliver();
    if (place != place_) return;
    Dossier now_typed = form_->draft();
    auto raw = form_->typed();
    const bool more = !(now_typed == sent) || !raw.empty();
    const auto kept = kept_;
    show(std::move(saved));
    kept_ = kept;  // it goes, or stays, with the next frame
    if (more) form_->put(std::move(now_typed), std::move(raw));
}

// What somebody else saved meanwhile, put together with what stands in the form by now. Nothing of it is saved yet.
void DossierApp::take_other(Opened theirs, std::uint64_t place) {
    refresh();
    if (place != place_) return;
    theirs.draft->dossier = form_->draft();
    theirs.draft->typed = form_->typed();
    const auto kept = kept_;
    show(std::move(theirs));
    kept_ = kept;
    tab_ = Tab::Complete;
    problem_ = say("Nog niet bewaard: een ander was u voor. Kijk na wat er veranderde en bewaar opnieuw.",
                   "Not saved yet: somebody else was first. Check what changed, and save again.");
}

void DossierApp::report() {
    std::map<std::string, LocalText> wrong;
    const auto started = fresh_start(wrong);
    if (!started) return;  // the button says why
    act<StoredRecord>(
        say("Dossier beginnen", "Beginning the record"),
        [incident = ReportedIncident{fresh_->id, fresh_->what, *started, *started, fresh_->place, fresh_->channel,
                                     fresh_->affected}](ClerkService& service) { return service.report(incident); },
        [this, place = place_](const StoredRecord& stored) {
            refresh();
            if (options_.drafts) options_.drafts->drop("");
            if (place != place_) return;
            fresh_.reset();
            kept_.reset();
            close();
            open(stored.id, Tab::Complete);
        });
}

void DossierApp::deliver_again() {
    act<int>(
        say("Opnieuw proberen", "Trying again"),
        [at = now()](ClerkService& service) { return service.records().retry(at); },
        [this](int) {
            options_.deliver();
            refresh();
        });
}

}  // namespace hamer::ui
