#include "ui/dossier/dossier_app.h"

#include "base/counted.h"
#include "base/typed_time.h"
#include "record/names.h"
#include "record/person_names.h"
#include "report/date_text.h"
#include "ui/screens/place_head.h"
#include "ui/widgets/scroll.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr int most_listed = 500;  // the rest is found by searching

}  // namespace

DossierApp::DossierApp(ClerkDesk& clerk, Language language, DossierOptions options)
    : clerk_(clerk), language_(language), options_(std::move(options)), meetings_(clerk), totals_(clerk) {
    refresh();
}

void DossierApp::refresh() {
    ++edition_;
    auto records = search_.empty() ? clerk_.records().list(most_listed) : clerk_.records().search(search_);
    auto due = clerk_.records().due(Register::Duties::Open);
    auto deliveries = clerk_.records().deliveries({}, most_listed);
    if (!records) return say_problem(records.error());
    if (!due) return say_problem(due.error());
    if (!deliveries) return say_problem(deliveries.error());
    records_ = *std::move(records);
    due_ = *std::move(due);
    deliveries_ = *std::move(deliveries);
}

void DossierApp::show(IncidentRecord record) {
    const auto session = clerk_.session_of(record);
    page_ = page_of(record, session ? &*session : nullptr, {}, language_);
    const int revision = record.revision;
    form_.emplace(std::move(record));
    compare(revision - 1, revision);
}

void DossierApp::compare(int from, int to) {
    compared_ = {from, to};
    page_.changes.clear();
    if (from < 1 || from == to) return;
    const std::string& id = form_->record().id;
    const auto before = clerk_.records().show(id, from);
    const auto after = clerk_.records().show(id, to);
    if (!before) return say_problem(before.error());
    if (!after) return say_problem(after.error());
    page_.changes = changes(*before, *after);
}

bool DossierApp::may_leave() {
    if (!form_ || !form_->changed()) return true;
    problem_ =
        say("Bewaar eerst wat u hebt ingevuld, of zet het terug.", "Save first what you filled in, or put it back.");
    tab_ = Tab::Complete;
    return false;
}

void DossierApp::close() {
    form_.reset();
    fresh_.reset();
    bundle_.reset();
    meeting_.reset();
    problem_.clear();
    done_.clear();
}

void DossierApp::choose(List list) {
    list_ = list;
    problem_.clear();
    if (list_ == List::Meetings) {
        if (const auto begun = meetings_.begin(); !begun) say_problem(begun.error());
    }
    if (list_ == List::Overview) {
        if (const auto begun = totals_.begin(); !begun) say_problem(begun.error());
    }
}

void DossierApp::open(const std::string& id) {
    if (!may_leave()) return;
    auto record = clerk_.look(id);
    if (!record) return say_problem(record.error());
    const bool other = !form_ || form_->record().id != id;
    close();
    show(*std::move(record));
    if (other) tab_ = Tab::Read;
}

void DossierApp::open_meeting(const std::string& id) {
    if (!may_leave()) return;
    const auto session = clerk_.session(id);
    if (!session) return say_problem(session.error());
    close();
    meeting_ = id;
    page_ = page_of(*session, language_);
    of_meeting_.clear();
    auto found = clerk_.records().of_session(id);
    if (!found) return say_problem(found.error());
    of_meeting_ = *std::move(found);
}

void DossierApp::save(Ui& ui) {
    problem_.clear();
    done_.clear();
    const std::string id = form_->record().id;
    const auto stored = clerk_.save(id, form_->record().revision, form_->draft());
    if (!stored) return say_problem(stored.error());
    auto record = clerk_.records().record(id);
    if (!record) return say_problem(record.error());
    show(*std::move(record));
    done_ = fmt::format("{} {}", say("Bewaard als revisie", "Saved as revision"), stored->revision);
    refresh();
    options_.deliver();
    ui.wake_at(ui.now());
}

void DossierApp::complete(Ui& ui) {
    if (form_->changed()) save(ui);
    if (!problem_.empty()) return;
    const std::string id = form_->record().id;
    const auto stored = clerk_.complete(id, form_->record().revision, clerk_.options().user);
    if (!stored) return say_problem(stored.error());
    auto record = clerk_.records().record(id);
    if (!record) return say_problem(record.error());
    show(*std::move(record));
    done_ = clerk_.records().deliveries(id)->empty()
                ? say("Compleet.", "Complete.")
                : say("Compleet. Het dossier gaat nu naar zijn bestemming.", "Complete. The record is on its way.");
    refresh();
    options_.deliver();
    ui.wake_at(ui.now());
}

void DossierApp::report(Ui& ui) {
    problem_.clear();
    const auto day = day_typed(fresh_->date);
    const auto time = time_typed(fresh_->time);
    if (!day || !time) {
        problem_ = (day ? time.error() : day.error()).in(language_);
        return;
    }
    const Instant started = at_wall(*day, *time, SystemZone());
    const auto stored =
        clerk_.report({fresh_->what, started, started, fresh_->place, fresh_->channel, fresh_->affected});
    if (!stored) return say_problem(stored.error());
    close();
    open(stored->id);
    tab_ = Tab::Complete;
    refresh();
    ui.wake_at(ui.now());
}

void DossierApp::draw(Ui& ui) {
    const Metrics& m = ui.metrics();
    if (const std::uint64_t now = options_.deliveries(); now != delivered_) {
        delivered_ = now;
        refresh();
    }
    Rect area = ui.area().inset(m.gap(Gap::Normal));
    const bool opened = form_ || fresh_ || bundle_ || meeting_;
    // Where there is room for one thing at a time: the list, or what was opened from it.
    const bool one = m.portrait() || m.compact();
    const bool alone = one && opened;
    const std::string back = alone ? say("Naar de lijst", "To the list") : options_.back;
    if (place_head(ui, area, {.back = back, .title = "Dossier", .icon = Icon::Folder}) && may_leave()) {
        if (alone)
            close();
        else
            wants_back_ = true;
    }
    problem_line(ui, area, problem_);
    if (problem_.empty()) done_line(ui, area, done_);
    if (one) {
        if (!opened) return draw_lists(ui, area);
    } else {
        Rect left = area.cut_left(std::round(area.w * 0.36F), m.gap(Gap::Snug));
        draw_lists(ui, left);
    }
    if (bundle_) return draw_import(ui, area);
    if (fresh_) return draw_fresh(ui, area);
    if (form_) return draw_record(ui, area);
    if (meeting_) return draw_meeting(ui, area);
    const Rect inside = panel(ui, area);
    (void)text(ui, inside,
               {.text = Say{language_}("Kies links een dossier.", "Choose a record on the left."), .ink = Ink::Soft});
}

void DossierApp::erase(Ui& ui) {
    problem_.clear();
    done_.clear();
    const std::string id = form_->record().id;
    const std::string day = long_date(form_->record().started.at, language_);
    const auto erased = clerk_.erase_record(id);
    if (!erased) return say_problem(erased.error());
    close();
    say_erased(*erased, fmt::format("{} {}", say("Gewist: het dossier van", "Erased: the record of"), day));
    refresh();
    if (list_ == List::Overview) choose(list_);
    ui.wake_at(ui.now());
}

void DossierApp::erase_person(Ui& ui, const std::string& person) {
    problem_.clear();
    done_.clear();
    const std::string id = form_->record().id;
    // As the form calls the person, without what is to be gone.
    const Dossier dossier = form_->draft();
    const Person* whose = dossier.person(person);
    const std::string role = whose ? role_in_words(dossier, *whose, language_) : std::string();
    const auto erased = clerk_.erase_person(id, person);
    if (!erased) return say_problem(erased.error());
    auto record = clerk_.records().record(id);
    if (!record) return say_problem(record.error());
    show(*std::move(record));
    say_erased(*erased, fmt::format("{}: {}", say("Gewist uit alle revisies", "Erased from all revisions"), role));
    refresh();
    ui.wake_at(ui.now());
}

// What is left of it is told in place of that it was done.
void DossierApp::say_erased(const Erasure& erased, std::string done) {
    for (const LocalText& left : erased.left) problem_ += (problem_.empty() ? "" : " ") + left.in(language_);
    if (erased.is_done()) done_ = std::move(done);
}

void DossierApp::say_written(const Result<std::filesystem::path>& file) {
    problem_.clear();
    done_.clear();
    if (!file)
        say_problem(file.error());
    else
        done_ = fmt::format("{}: {}", say("Geschreven", "Written"), file->string());
}

void DossierApp::import(Ui& ui) {
    problem_.clear();
    done_.clear();
    const auto imported = clerk_.import(*bundle_);
    if (!imported) return say_problem(imported.error());
    bundle_.reset();
    done_ = fmt::format("{}: {}", say("Ingelezen", "Taken in"),
                        counted(imported->entries, {"regel", "entry"}, {"regels", "entries"}).in(language_));
    refresh();
    ui.wake_at(ui.now());
}

}  // namespace hamer::ui
