#include "ui/clerk/dossier_app.h"

#include "ui/clerk/dossier_keys.h"
#include "ui/toolkit/widgets/card.h"
#include "ui/toolkit/widgets/place_head.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace hamer::ui {

namespace {

constexpr int most_listed = 500;  // the rest is found by searching

Result<std::optional<Draft>> draft_in(const std::shared_ptr<Drafts>& drafts, const std::string& record) {
    return drafts ? drafts->find(record) : std::optional<Draft>();
}

}  // namespace

DossierApp::DossierApp(ClerkWorker& clerk, Language language, DossierOptions options)
    : clerk_(clerk),
      language_(language),
      options_(std::move(options)),
      meetings_(clerk, [this](const Error& error) { say_problem(error); }),
      totals_(clerk, [this](const Error& error) { say_problem(error); }) {
    if (options_.name.empty()) name_.emplace();
    refresh();
}

DossierApp::~DossierApp() {
    if (options_.desktop) options_.desktop->leave_off();
}

std::optional<std::string> DossierApp::take_name() {
    if (!std::exchange(name_given_, false)) return std::nullopt;
    return std::exchange(name_, std::nullopt);
}

void DossierApp::refresh() {
    if (lists_asked_) {
        lists_stale_ = true;
        return;
    }
    lists_asked_ = true;
    lists_stale_ = false;
    clerk_.ask<Lists>(
        [search = search_, drafts = options_.drafts](ClerkService& service) -> Result<Lists> {
            auto records = search.empty() ? service.records().list(most_listed) : service.records().search(search);
            auto due = service.records().due(Register::Duties::Open);
            auto deliveries = service.records().deliveries({}, most_listed);
            if (!records) return tl::unexpected<Error>(records.error());
            if (!due) return tl::unexpected<Error>(due.error());
            if (!deliveries) return tl::unexpected<Error>(deliveries.error());
            auto with_draft = drafts ? drafts->records() : std::set<std::string>();
            return Lists{*std::move(records),
                         *std::move(due),
                         *std::move(deliveries),
                         service.options().user,
                         with_draft.value_or(std::set<std::string>()),
                         with_draft ? std::optional<Error>() : with_draft.error()};
        },
        [this](Result<Lists> lists) {
            lists_asked_ = false;
            if (lists) {
                lists_ = *std::move(lists);
                lists_read_ = true;
                if (lists_.problem) say_problem(*lists_.problem);
                // What stands in the form by now is known better here.
                if (form_ && !kept_) lists_.drafts.erase(form_->record().id);
                ++edition_;
            } else {
                say_problem(lists.error());
            }
            if (lists_stale_) refresh();
        });
}

// A record whole, with its session where that is here, and what its last revision changed.
Result<DossierApp::Opened> DossierApp::opened(ClerkService& service, const Result<IncidentRecord>& record,
                                              Language language, const Result<std::optional<Draft>>& draft) {
    if (!record) return tl::unexpected<Error>(record.error());
    const auto session = service.session_of(*record);
    Opened made{.record = *record, .page = page_of(*record, session ? &*session : nullptr, {}, language)};
    if (const int revision = record->revision; revision > 1) {
        auto changed = service.changes(record->id, revision - 1, revision);
        if (!changed) return tl::unexpected<Error>(changed.error());
        made.page.changes = *std::move(changed);
    }
    const auto deliveries = service.records().deliveries(record->id);
    if (!deliveries) return tl::unexpected<Error>(deliveries.error());
    made.is_delivered = !deliveries->empty();
    if (!draft) made.problem = draft.error();
    if (!draft || !*draft) return made;
    auto typed = service.without_erased(*record, **draft);
    if (!typed) return tl::unexpected<Error>(typed.error());
    made.draft = *std::move(typed);
    const int revision = made.draft->revision;
    if (revision >= record->revision) return made;
    const auto before = service.records().record(record->id, revision);
    if (!before) return tl::unexpected<Error>(before.error());
    made.before = before->dossier.value_or(Dossier{});
    auto since = service.changes(record->id, revision, record->revision);
    if (!since) return tl::unexpected<Error>(since.error());
    made.since = *std::move(since);
    std::erase_if(made.since, [](const Change& one) { return !one.place.starts_with("/dossier"); });
    return made;
}

void DossierApp::show(Opened record) {
    page_ = std::move(record.page);
    compared_ = {record.record.revision - 1, record.record.revision};
    const Dossier theirs = record.record.dossier.value_or(Dossier{});
    const int revision = record.record.revision;
    form_.emplace(std::move(record.record), now());
    merging_.reset();
    if (record.problem) say_problem(*record.problem);
    kept_ = record.draft;
    if (!record.draft) return;
    if (!record.before) return form_->put(std::move(record.draft->dossier), std::move(record.draft->typed));
    MergedDossier merged = merge_dossiers(*record.before, theirs, record.draft->dossier);
    form_->put(std::move(merged.dossier), std::move(record.draft->typed));
    // Where all of it was saved after all, nothing is left to be said.
    if (!form_->changed()) return;
    merging_ = Merging{record.draft->revision, revision, std::move(record.since), std::move(merged.clashes), {}};
    merging_->chosen.assign(merging_->clashes.size(), -1);
}

void DossierApp::compare(int from, int to) {
    compared_ = {from, to};
    page_.changes.clear();
    if (from < 1 || from == to) return;
    ask<std::vector<Change>>(
        [id = form_->record().id, from, to](ClerkService& service) { return service.changes(id, from, to); },
        [this, id = form_->record().id, from, to](std::vector<Change> changed) {
            const bool asked = form_ && form_->record().id == id && compared_.from == from && compared_.to == to;
            if (asked) page_.changes = std::move(changed);
        });
}

// Where a name stands besides, asked once for each; nothing as long as it is not known.
const std::vector<RecordSummary>* DossierApp::earlier(const std::string& name) {
    const auto [known, is_new] = earlier_.try_emplace(name);
    if (is_new) {
        constexpr int most = 20;
        ask<std::vector<RecordSummary>>(
            [name](ClerkService& service) { return service.records().search(name, most); },
            [this, name, id = form_->record().id, place = place_](std::vector<RecordSummary> found) {
                if (place != place_) return;
                std::erase_if(found, [&](const RecordSummary& one) { return one.id == id; });
                earlier_[name] = std::move(found);
            });
    }
    return known->second ? &*known->second : nullptr;
}

std::optional<Draft> DossierApp::typed() const {
    if (form_ && form_->changed()) {
        // As long as it is not decided what holds, it stands on what both began with: so that it is asked again.
        const bool asks = merging_ && !merging_->is_decided();
        return Draft{form_->record().id, asks ? merging_->before : form_->record().revision, form_->draft(),
                     form_->typed()};
    }
    if (fresh_) return draft_of(*fresh_);
    return std::nullopt;
}

void DossierApp::keep_typed() {
    if (!options_.drafts || !(form_ || fresh_)) return;
    auto now_typed = typed();
    if (now_typed == kept_) return;
    const std::string record = now_typed ? now_typed->record : kept_->record;
    if (now_typed)
        options_.drafts->keep(*now_typed);
    else
        options_.drafts->drop(record);
    if (now_typed.has_value() != kept_.has_value()) {
        if (now_typed)
            lists_.drafts.insert(record);
        else
            lists_.drafts.erase(record);
        ++edition_;
    }
    kept_ = std::move(now_typed);
}

// As soon as it is known, and once: whoever goes on typing counts on it.
void DossierApp::say_unkept() {
    const auto problem = options_.drafts && typed() ? options_.drafts->problem() : std::nullopt;
    const std::string words = problem ? describe(*problem, language_) : std::string();
    if (words == unkept_) return;
    unkept_ = words;
    if (words.empty()) return;
    problem_ = fmt::format(
        "{} {}", say("Wat u typt, kan niet als concept worden bewaard.", "What you type cannot be kept as a draft."),
        words);
}

bool DossierApp::may_leave() {
    if (!typed()) return true;
    keep_typed();
    const auto problem = options_.drafts ? options_.drafts->problem() : std::nullopt;
    if (options_.drafts && !problem && acting_.empty()) return true;
    problem_ = !acting_.empty() ? say("Wacht tot dit klaar is.", "Wait until this is done.")
                                : say("Bewaar eerst wat u hebt ingevuld, of zet het terug.",
                                      "Save first what you filled in, or put it back.");
    if (acting_.empty() && problem) {
        problem_ +=
            fmt::format(" {} {}", say("Het kan niet als concept worden bewaard.", "It cannot be kept as a draft."),
                        describe(*problem, language_));
    }
    tab_ = Tab::Complete;
    return false;
}

bool DossierApp::still_stands(const std::optional<Draft>& before) {
    if (typed() == before) return may_leave();
    problem_ = say("U typte intussen verder. Kies nog eens wat u wilt openen.",
                   "You went on typing meanwhile. Choose once more what to open.");
    return false;
}

void DossierApp::close() {
    keep_typed();
    ++opening_;
    ++place_;
    form_.reset();
    fresh_.reset();
    wants_fresh_ = false;
    kept_.reset();
    merging_.reset();
    bundle_.reset();
    name_.reset();
    named_.reset();
    meeting_.reset();
    earlier_.clear();
    begin_act();
}

void DossierApp::choose(List list) {
    list_ = list;
    problem_.clear();
    meetings_.stop();
    totals_.stop();
    if (!lists_read_) refresh();
    if (list_ == List::Meetings) meetings_.begin();
    if (list_ == List::Overview) totals_.begin(now());
}

void DossierApp::open(const std::string& id, Tab tab) {
    if (!may_leave()) return;
    begin_act();
    ask<Opened>(
        [id, language = language_, drafts = options_.drafts](ClerkService& service) {
            return opened(service, service.look(id), language, draft_in(drafts, id));
        },
        [this, id, tab, turn = ++opening_, before = typed()](Opened record) {
            if (turn != opening_ || !still_stands(before)) return;
            const bool other = !form_ || form_->record().id != id;
            close();
            show(std::move(record));
            if (other || tab != Tab::Read) tab_ = tab;
        });
}

void DossierApp::open_meeting(const std::string& id) {
    if (!may_leave()) return;
    begin_act();
    ask<OpenedMeeting>(
        [id, language = language_](ClerkService& service) -> Result<OpenedMeeting> {
            const auto session = service.session(id);
            if (!session) return tl::unexpected<Error>(session.error());
            auto records = service.records().of_session(id);
            if (!records) return tl::unexpected<Error>(records.error());
            return OpenedMeeting{page_of(*session, language), *std::move(records)};
        },
        [this, id, turn = ++opening_, before = typed()](OpenedMeeting meeting) {
            if (turn != opening_ || !still_stands(before)) return;
            close();
            meeting_ = id;
            page_ = std::move(meeting.page);
            of_meeting_ = std::move(meeting.records);
        });
}

void DossierApp::draw(Ui& ui) {
    if (clerk_.take()) ui.wake_at(ui.now());
    if (options_.desktop && options_.desktop->take()) ui.wake_at(ui.now());
    if (const auto unread = options_.drafts ? options_.drafts->take_unread() : std::nullopt) say_problem(*unread);
    if (const std::uint64_t came = options_.deliveries(); came != delivered_) {
        delivered_ = came;
        refresh();
    }
    if (wants_fresh_ && options_.drafts->is_fresh_known()) begin_fresh();
    draw_place(ui);
    keep_typed();
    say_unkept();
    // Also for what this frame asked: when it lasts long enough to be noticed, and when the seconds go on.
    if (!clerk_.busy()) return;
    ui.wake_at(ui.now() + next_waiting_ms());
}

void DossierApp::draw_place(Ui& ui) {
    const Metrics& m = ui.metrics();
    Rect area = ui.area().inset(m.gap(Gap::Normal));
    const bool opened = form_ || fresh_ || bundle_ || meeting_ || name_ || named_;
    // Where there is room for one thing at a time: the list, or what was opened from it.
    const bool one = m.portrait() || m.compact();
    const bool alone = one && opened;
    const std::string back = alone ? say("Naar de lijst", "To the list") : options_.back;
    const std::optional<OpenMeeting> open = options_.meeting();
    if (open) draw_open_meeting(ui, area, *open);
    Rect room;
    if (place_head(ui, area, {.back = back, .title = "Dossier", .icon = Icon::Folder}, room) &&
        ((open && !alone) || may_leave())) {
        if (alone)
            close();
        else
            wants_back_ = true;
    }
    if (ui.take(Key::F1)) keys_ = !keys_;
    if (keys_ && m.compact())
        draw_keys(ui, area);
    else
        draw_parts(ui, area, one, opened);
    draw_message(ui, room);
}

void DossierApp::draw_parts(Ui& ui, Rect area, bool one, bool opened) {
    if (keys_) {
        const Metrics& m = ui.metrics();
        draw_keys(ui, m.portrait() ? area.cut_bottom(area.h * 0.4F, m.gap(Gap::Snug))
                                   : area.cut_right(area.w * 0.32F, m.gap(Gap::Snug)));
    }
    if (one) {
        if (!opened) return draw_lists(ui, area);
    } else {
        Rect left = area.cut_left(std::round(area.w * 0.36F), ui.metrics().gap(Gap::Snug));
        draw_lists(ui, left);
    }
    if (named_ && named_->in_front) return draw_named_places(ui, area);
    if (name_) return draw_name(ui, area);
    if (bundle_) return draw_import(ui, area);
    if (fresh_) return draw_fresh(ui, area);
    if (form_) return draw_record(ui, area);
    if (meeting_) return draw_meeting(ui, area);
    const Rect inside = panel(ui, area);
    (void)text(ui, inside,
               {.text = Say{language_}("Kies links een dossier.", "Choose a record on the left."), .ink = Ink::Soft});
}

void DossierApp::draw_keys(Ui& ui, Rect area) {
    const Say say_{language_};
    const SidePanel side(ui, "panel", area, say_("Toetsen", "Keys"), say_("Sluiten", "Close"));
    draw_dossier_keys(ui, side.content(), say_);
    if (side.closed()) keys_ = false;
}

}  // namespace hamer::ui
