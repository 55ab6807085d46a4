// Erasing (AVG): a record, or a person in it; and then, place by place, where they are named besides.
#include "codec/record/record_texts.h"
#include "record/person_names.h"
#include "report/date_text.h"
#include "ui/clerk/dossier_app.h"
#include "ui/toolkit/widgets/scroll.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

// A draft goes by way of who keeps drafts: it may have a later one than the disk.
Result<Erasure> clear(ClerkService& service, const std::shared_ptr<Drafts>& drafts, const NamedPlace& place,
                      const NameForms& names) {
    if (place.kind != NamedPlace::Kind::Draft || !drafts) return service.clear(place, names);
    const auto draft = drafts->find(place.id);
    if (!draft) return tl::unexpected<Error>(draft.error());
    if (!*draft) return Erasure{};
    auto rest = without_person(**draft, {}, names, NameForms::Match::WithSurname);
    if (!rest) return tl::unexpected<Error>(rest.error());
    drafts->keep(*std::move(rest));
    return Erasure{.texts = 1};
}

}  // namespace

void DossierApp::erase() {
    struct Done {
        NamedElsewhere made;
        Erasure erasure;
    };
    act<Done>(
        say("Wissen", "Erasing"),
        [id = form_->record().id](ClerkService& service) -> Result<Done> {
            // Asked while it is still known what was made of it.
            auto made = service.named({}, id);
            if (!made) return tl::unexpected<Error>(made.error());
            auto erased = service.erase_record(id);
            if (!erased) return tl::unexpected<Error>(erased.error());
            return Done{*std::move(made), *std::move(erased)};
        },
        [this, id = form_->record().id, day = long_date(form_->record().started.at, language_),
         place = place_](Done done) {
            if (options_.drafts) options_.drafts->drop(id);
            if (place == place_) {
                close();
                show_named({.found = std::move(done.made)});
            }
            say_erased(done.erasure,
                       fmt::format("{} {}", say("Gewist: het dossier van", "Erased: the record of"), day));
            refresh();
            if (list_ == List::Overview) totals_.begin(now());
        });
}

void DossierApp::erase_person(const std::string& person) {
    // As the form calls the person, without what is to be gone.
    const Dossier dossier = form_->draft();
    const Person* whose = dossier.person(person);
    const std::string role = whose ? role_in_words(dossier, *whose, language_) : std::string();
    struct Done {
        NameForms names, elsewhere;
        Erasure erasure;
        Opened record;
    };
    act<Done>(
        say("Wissen", "Erasing"),
        [id = form_->record().id, person, language = language_](ClerkService& service) -> Result<Done> {
            auto names = service.records().names_of(id, person);
            if (!names) return tl::unexpected<Error>(names.error());
            auto elsewhere = service.names_elsewhere(id, person);
            if (!elsewhere) return tl::unexpected<Error>(elsewhere.error());
            auto erased = service.erase_person(id, person);
            if (!erased) return tl::unexpected<Error>(erased.error());
            auto made = opened(service, service.records().record(id), language);
            if (!made) return tl::unexpected<Error>(made.error());
            return Done{*std::move(names), *std::move(elsewhere), *std::move(erased), *std::move(made)};
        },
        [this, id = form_->record().id, person, role, sent = dossier, place = place_](Done done) {
            const std::string words =
                fmt::format("{}: {}", say("Gewist uit alle revisies", "Erased from all revisions"), role);
            say_erased(done.erasure, words);
            refresh();
            if (place != place_) return;
            // What was typed meanwhile stays, without the person too.
            Draft typed{.record = id, .dossier = form_->draft(), .typed = form_->typed()};
            const bool more = !(typed.dossier == sent);
            const auto kept = kept_;
            show(std::move(done.record));
            kept_ = kept;  // with the name, it may be: it goes with the next frame
            const auto rest = without_person(typed, person, done.names);
            if (more && rest) form_->put(rest->dossier, rest->typed);
            if (done.erasure.is_done()) look_elsewhere(id, role, done.elsewhere, words);
        });
}

void DossierApp::look_elsewhere(const std::string& id, const std::string& role, const NameForms& names,
                                const std::string& done) {
    if (names.empty()) return;
    act<NamedElsewhere>(
        say("Zoeken waar de naam nog staat", "Looking where the name still is"),
        [id, names](ClerkService& service) { return service.named(names, id); },
        [this, role, names, done, place = place_](NamedElsewhere found) {
            done_ = done;
            if (place == place_) show_named({.who = role, .names = names, .found = std::move(found)});
        });
    done_ = done;
}

void DossierApp::show_named(NamedPanel panel) {
    panel.cleared.assign(panel.found.places.size(), false);
    panel.in_front = !form_ || !form_->changed();
    if (!panel.in_front) {
        const std::size_t places = panel.found.places.size();
        done_ +=
            fmt::format(". {} {}.", say("Plaatsen waar de naam nog staat:", "Places where the name still is:"), places);
    }
    named_ = std::move(panel);
}

void DossierApp::draw_named_places(Ui& ui, Rect area) {
    const Metrics& m = ui.metrics();
    const bool of_person = !named_->who.empty();
    const SidePanel side(ui, "named", area,
                         of_person ? say("Staat de naam nog ergens?", "Is the name still anywhere?")
                                   : say("Wat is er nog van dit dossier?", "What is left of this record?"),
                         say("Klaar", "Done"));
    std::optional<std::size_t> chosen;
    {
        const Rect inside = side.content();
        Scroll scroll(ui, "named", inside, Scroll::Stop::Yes, named_->who);
        Column column(scroll.content(), m.gap(Gap::Tight));
        Lines lines(ui, column, language_);
        chosen = draw_named(lines, *named_, !acting_.empty());
        scroll.extent(column.used());
    }
    if (chosen) clear_named(*chosen);
    if (side.closed()) {
        named_.reset();
        ui.wake_at(ui.now());
    }
}

void DossierApp::clear_named(std::size_t index) {
    act<Erasure>(
        say("Wissen", "Erasing"),
        [place = named_->found.places[index], names = named_->names, drafts = options_.drafts](ClerkService& service) {
            return clear(service, drafts, place, names);
        },
        [this, index, place = place_](const Erasure& erased) {
            say_erased(erased, say("Gewist", "Erased"));
            refresh();
            if (place == place_ && named_ && erased.is_done()) named_->cleared[index] = true;
        });
}

// What is left of it is told in place of that it was done.
void DossierApp::say_erased(const Erasure& erased, std::string done) {
    for (const LocalText& left : erased.left) problem_ += (problem_.empty() ? "" : " ") + left.in(language_);
    if (erased.is_done()) done_ = std::move(done);
}

}  // namespace hamer::ui
