#include "ui/dossier/dossier_app.h"

#include "ui/screens/place_head.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

constexpr int most_listed = 500;  // the rest is found by searching
constexpr std::int64_t noticed_ms = 700;
constexpr std::int64_t long_ms = 3000;

}  // namespace

DossierApp::DossierApp(ClerkService& clerk, Language language, DossierOptions options)
    : clerk_(clerk),
      language_(language),
      options_(std::move(options)),
      meetings_(clerk, [this](const Error& error) { say_problem(error); }),
      totals_(clerk, [this](const Error& error) { say_problem(error); }) {
    refresh();
}

void DossierApp::refresh() {
    if (lists_asked_) {
        lists_stale_ = true;
        return;
    }
    lists_asked_ = true;
    lists_stale_ = false;
    clerk_.ask<Lists>(
        [search = search_](ClerkDesk& desk) -> Result<Lists> {
            auto records = search.empty() ? desk.records().list(most_listed) : desk.records().search(search);
            auto due = desk.records().due(Register::Duties::Open);
            auto deliveries = desk.records().deliveries({}, most_listed);
            if (!records) return tl::unexpected<Error>(records.error());
            if (!due) return tl::unexpected<Error>(due.error());
            if (!deliveries) return tl::unexpected<Error>(deliveries.error());
            return Lists{*std::move(records), *std::move(due), *std::move(deliveries), desk.options().user};
        },
        [this](Result<Lists> lists) {
            lists_asked_ = false;
            if (lists) {
                lists_ = *std::move(lists);
                lists_read_ = true;
                ++edition_;
            } else {
                say_problem(lists.error());
            }
            if (lists_stale_) refresh();
        });
}

// A record whole, with its session where that is here, and what its last revision changed.
Result<DossierApp::Opened> DossierApp::opened(ClerkDesk& desk, const Result<IncidentRecord>& record,
                                              Language language) {
    if (!record) return tl::unexpected<Error>(record.error());
    const auto session = desk.session_of(*record);
    Opened made{.record = *record, .page = page_of(*record, session ? &*session : nullptr, {}, language)};
    if (const int revision = record->revision; revision > 1) {
        auto changed = desk.changes(record->id, revision - 1, revision);
        if (!changed) return tl::unexpected<Error>(changed.error());
        made.page.changes = *std::move(changed);
    }
    const auto deliveries = desk.records().deliveries(record->id);
    if (!deliveries) return tl::unexpected<Error>(deliveries.error());
    made.is_delivered = !deliveries->empty();
    return made;
}

void DossierApp::show(Opened record) {
    page_ = std::move(record.page);
    compared_ = {record.record.revision - 1, record.record.revision};
    form_.emplace(std::move(record.record));
}

void DossierApp::compare(int from, int to) {
    compared_ = {from, to};
    page_.changes.clear();
    if (from < 1 || from == to) return;
    ask<std::vector<Change>>(
        [id = form_->record().id, from, to](ClerkDesk& desk) { return desk.changes(id, from, to); },
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
            [name](ClerkDesk& desk) { return desk.records().search(name, most); },
            [this, name, id = form_->record().id, place = place_](std::vector<RecordSummary> found) {
                if (place != place_) return;
                std::erase_if(found, [&](const RecordSummary& one) { return one.id == id; });
                earlier_[name] = std::move(found);
            });
    }
    return known->second ? &*known->second : nullptr;
}

bool DossierApp::may_leave() {
    if (!form_ || !form_->changed()) return true;
    problem_ = acting_.empty() ? say("Bewaar eerst wat u hebt ingevuld, of zet het terug.",
                                     "Save first what you filled in, or put it back.")
                               : say("Wacht tot dit klaar is.", "Wait until this is done.");
    tab_ = Tab::Complete;
    return false;
}

void DossierApp::close() {
    ++opening_;
    ++place_;
    form_.reset();
    fresh_.reset();
    bundle_.reset();
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
    ask<Opened>([id, language = language_](ClerkDesk& desk) { return opened(desk, desk.look(id), language); },
                [this, id, tab, turn = ++opening_](Opened record) {
                    if (turn != opening_ || !may_leave()) return;
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
        [id, language = language_](ClerkDesk& desk) -> Result<OpenedMeeting> {
            const auto session = desk.session(id);
            if (!session) return tl::unexpected<Error>(session.error());
            auto records = desk.records().of_session(id);
            if (!records) return tl::unexpected<Error>(records.error());
            return OpenedMeeting{page_of(*session, language), *std::move(records)};
        },
        [this, id, turn = ++opening_](OpenedMeeting meeting) {
            if (turn != opening_ || !may_leave()) return;
            close();
            meeting_ = id;
            page_ = std::move(meeting.page);
            of_meeting_ = std::move(meeting.records);
        });
}

void DossierApp::draw(Ui& ui) {
    if (clerk_.take()) ui.wake_at(ui.now());
    if (const std::uint64_t came = options_.deliveries(); came != delivered_) {
        delivered_ = came;
        refresh();
    }
    draw_place(ui);
    // Also for what this frame asked: when it lasts long enough to be noticed, and when the seconds go on.
    if (!clerk_.busy()) return;
    const std::int64_t waited = clerk_.waiting_ms();
    ui.wake_at(ui.now() + (waited < noticed_ms ? noticed_ms - waited : 1001 - waited % 1000));
}

void DossierApp::draw_place(Ui& ui) {
    const Metrics& m = ui.metrics();
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
    draw_waiting(ui, area);
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

// What is waited for, once that lasts long enough to be noticed, and the way to wait no longer.
void DossierApp::draw_waiting(Ui& ui, Rect& area) {
    const std::int64_t waited = clerk_.waiting_ms();
    if (waited < noticed_ms) return;
    const std::string what = acting_.empty() ? say("Wachten op het register", "Waiting for the register") : acting_;
    const std::string words =
        waited < long_ms ? fmt::format("{}… {} s", what, waited / 1000)
                         : fmt::format("{}: {} ({} s)", what, say("er is nog geen antwoord", "there is no answer yet"),
                                       waited / 1000);
    if (waited < long_ms) return waiting_line(ui, area, words);
    const QuietButton leave{
        .key = "leave", .label = Say{language_}("Niet langer wachten", "Wait no longer"), .guarded = false};
    Rect line = area.cut_top(quiet_button_height(ui, leave, area.w), ui.metrics().gap(Gap::Snug));
    const bool left = quiet_button(ui, line.cut_right(quiet_button_width(ui, leave), ui.metrics().gap(Gap::Normal)),
                                   leave) == Tap::Taken;
    waiting_line(ui, line, words);
    if (left) clerk_.give_up();
}

QuietButton DossierApp::act_button(QuietButton button) const {
    if (acting_.empty()) return button;
    button.enabled = false;
    button.why = Say{language_}("Wacht tot dit klaar is.", "Wait until this is done.");
    return button;
}

}  // namespace hamer::ui
