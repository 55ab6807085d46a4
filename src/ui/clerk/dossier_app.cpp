#include "ui/clerk/dossier_app.h"

#include "report/date_text.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

DossierApp::DossierApp(ClerkWorker& clerk, Language language, DossierOptions options)
    : clerk_(clerk),
      options_(std::move(options)),
      requests_(clerk, options_.drafts),
      view_{.language = language,
            .back = options_.back,
            .lists = {.terms = options_.terms},
            .has_desktop = options_.desktop != nullptr},
      lists_(
          clerk, requests_, view_.lists, [this](const Error& error) { say_problem(error); },
          [this] {
              // What stands in the form by now is known better here.
              if (typing_.form && !kept_) view_.lists.drafts.erase(typing_.form->record().id);
          }) {
    if (options_.name.empty()) typing_.name.emplace();
}

DossierApp::~DossierApp() {
    if (options_.desktop) options_.desktop->leave_off();
}

std::optional<std::string> DossierApp::take_name() {
    if (!std::exchange(name_given_, false)) return std::nullopt;
    return std::exchange(typing_.name, std::nullopt);
}

bool DossierApp::has_typed() const {
    return typing_.fresh || typing_.bundle || (typing_.form && typing_.form->changed());
}

void DossierApp::draw(Ui& ui) {
    take_answers(ui);
    tell_now();
    DossierActions actions;
    const DrawnDossier drawn = draw_dossier(ui, view_, typing_, actions);
    for (const DossierAction& action : actions) perform(action);
    if (!actions.empty()) ui.wake_at(ui.now());
    take_brought(ui);
    keep_typed();
    say_unkept();
    lists_.read(drawn.sees_lists);
    // Also for what this frame asked: when it lasts long enough to be noticed, and when the seconds go on.
    if (clerk_.busy()) ui.wake_at(ui.now() + next_waiting_ms(clerk_.waiting_ms(), clerk_.progress()));
}

void DossierApp::take_answers(Ui& ui) {
    if (clerk_.take()) ui.wake_at(ui.now());
    if (options_.desktop && options_.desktop->take()) ui.wake_at(ui.now());
    if (const auto unread = options_.drafts ? options_.drafts->take_unread() : std::nullopt) say_problem(*unread);
    if (const std::uint64_t came = options_.deliveries(); came != delivered_) {
        delivered_ = came;
        refresh();
    }
    if (wants_fresh_ && options_.drafts->is_fresh_known()) begin_incident();
}

// What is another thing in each frame.
void DossierApp::tell_now() {
    view_.now = now();
    view_.meeting = options_.meeting();
    view_.waiting.ms = clerk_.waiting_ms();
    view_.waiting.told = clerk_.progress();
    view_.is_choosing = options_.desktop && options_.desktop->is_choosing();
    view_.has_made_file = made_.has_value();
}

void DossierApp::perform(const DossierAction& action) {
    std::visit([this](const auto& one) { perform_one(one); }, action);
}

void DossierApp::perform_one(DossierDo what) {
    switch (what) {
        case DossierDo::GoBack:
            if (view_.meeting || may_leave()) wants_back_ = true;
            return;
        case DossierDo::ToMeeting:
            wants_back_ = true;
            return;
        case DossierDo::ToTheList:
            if (may_leave()) close();
            return;
        case DossierDo::CloseMessage:
            (view_.problem.empty() ? view_.done : view_.problem).clear();
            return;
        case DossierDo::StopWaiting:
            return clerk_.stop();
        case DossierDo::WaitNoLonger:
            return clerk_.give_up();
        case DossierDo::OpenMade:
            return open_made();
        case DossierDo::ShowNamed:
            if (view_.named) view_.named->in_front = true;
            return;
        case DossierDo::CloseNamed:
            return view_.named.reset();
        case DossierDo::DeliverAgain:
            if (!begin_act(view_.say("Opnieuw proberen", "Trying again"))) return;
            return requests_.deliver_again(acted<int>([this](int) {
                options_.deliver();
                refresh();
            }));
        case DossierDo::BeginIncident:
            if (may_leave()) begin_incident();
            return;
        case DossierDo::BeginImport:
            if (!may_leave()) return;
            close();
            typing_.bundle.emplace();
            return;
        case DossierDo::AskName:
            if (!may_leave()) return;
            close();
            typing_.name = options_.name;
            return;
        case DossierDo::GiveName:
            name_given_ = true;
            return;
        default:
            return perform_with_record(what);
    }
}

void DossierApp::perform_with_record(DossierDo what) {
    switch (what) {
        case DossierDo::TellIncident:
            return tell_incident();
        case DossierDo::ChooseBundle:
            return choose_bundle();
        case DossierDo::TakeIn:
            return take_in();
        case DossierDo::Save:
            return save();
        case DossierDo::Complete:
            return complete();
        case DossierDo::PutBack:
            return put_back();
        case DossierDo::EraseRecord:
            return erase();
        case DossierDo::MakeReport:
            return make_report(PaperFor::Municipality);
        case DossierDo::MakePoliceAnnex:
            return make_report(PaperFor::Police);
        case DossierDo::MakePublicCopy:
            return make_report(PaperFor::Public);
        case DossierDo::MakeBriefing:
            return make_report(PaperFor::Meeting);
        case DossierDo::MakeCalendar:
            return make_calendar();
        case DossierDo::AddAttachment:
            return add_attachment();
        case DossierDo::PrepareMeeting:
            return prepare_meeting();
        case DossierDo::ExportSession:
            return export_session();
        default:
            return perform_destroying(what);
    }
}

void DossierApp::perform_one(const ChooseList& action) {
    view_.problem.clear();
    lists_.choose(action.list, now());
}

void DossierApp::perform_one(const CompareRevisions& action) {
    RecordView& record = view_.record;
    record.from = action.from;
    record.to = action.to;
    record.page.changes.clear();
    if (action.from < 1 || action.from == action.to) return;
    const auto take = [this, place = place_](ComparedRevisions compared) {
        const bool asked = place == place_ && view_.record.from == compared.from && view_.record.to == compared.to;
        if (asked) view_.record.page.changes = std::move(compared.changes);
    };
    requests_.compare(typing_.form->record().id, action.from, action.to, answered<ComparedRevisions>(take));
}

void DossierApp::perform_one(const TellCopied& action) {
    view_.done = fmt::format("{}: {}", view_.say("Gekopieerd", "Copied"), action.field);
}

// Where a name stands besides, asked once for each.
void DossierApp::perform_one(const LookForName& action) {
    if (!view_.record.earlier.try_emplace(action.name).second) return;
    const auto take = [this, name = action.name, id = typing_.form->record().id,
                       place = place_](std::vector<RecordSummary> found) {
        if (place != place_) return;
        std::erase_if(found, [&](const RecordSummary& one) { return one.id == id; });
        view_.record.earlier[name] = std::move(found);
    };
    requests_.find_name(action.name, answered<std::vector<RecordSummary>>(take));
}

void DossierApp::open(const std::string& id, RecordTab tab) {
    if (!may_leave()) return;
    say_nothing();
    const auto take = [this, id, tab, turn = ++opening_, before = typed()](OpenedRecord record) {
        if (turn != opening_ || !still_stands(before)) return;
        const bool other = !typing_.form || typing_.form->record().id != id;
        close();
        show(std::move(record));
        if (other || tab != RecordTab::Read) view_.record.tab = tab;
    };
    requests_.open(id, answered<OpenedRecord>(take));
}

void DossierApp::perform_one(const OpenMeetingLog& action) {
    if (!may_leave()) return;
    say_nothing();
    const auto take = [this, id = action.session, turn = ++opening_, before = typed()](OpenedMeeting meeting) {
        if (turn != opening_ || !still_stands(before)) return;
        close();
        view_.record.meeting = id;
        view_.record.page = page_of(std::move(meeting.log));
        view_.record.of_meeting = std::move(meeting.records);
    };
    requests_.open_meeting(action.session, answered<OpenedMeeting>(take));
}

void DossierApp::show(OpenedRecord opened) {
    RecordView& view = view_.record;
    view.page = page_of(opened);
    view.from = opened.record.revision - 1;
    view.to = opened.record.revision;
    view.merging.reset();
    if (opened.problem) say_problem(*opened.problem);
    kept_ = opened.draft;
    typing_.form.emplace(opened.record, now());
    if (!opened.draft) return;
    if (!opened.before) return typing_.form->put(std::move(opened.draft->dossier), std::move(opened.draft->typed));
    put_together(std::move(opened));
}

// What was typed on a former revision, with what somebody else saved since.
void DossierApp::put_together(OpenedRecord opened) {
    Draft& draft = *opened.draft;
    const Dossier theirs = opened.record.dossier.value_or(Dossier{});
    MergedDossier merged = merge_dossiers(*opened.before, theirs, draft.dossier);
    typing_.form->put(std::move(merged.dossier), std::move(draft.typed));
    // Where all of it was saved after all, nothing is left to be said.
    if (!typing_.form->changed()) return;
    view_.record.merging =
        Merging{draft.revision, opened.record.revision, std::move(opened.since), std::move(merged.clashes), {}};
    Merging& merging = *view_.record.merging;
    merging.chosen.assign(merging.clashes.size(), -1);
}

void DossierApp::perform_one(const DecideClash& action) {
    auto& merging = view_.record.merging;
    if (!merging || !typing_.form || action.clash >= merging->clashes.size()) return;
    merging->chosen[action.clash] = action.side;
    const Clash& clash = merging->clashes[action.clash];
    RecordForm& form = *typing_.form;
    form.put(with_side(form.draft(), clash, action.side == 0 ? clash.theirs : clash.mine), form.typed());
}

void DossierApp::put_back() {
    view_.problem.clear();
    view_.record.merging.reset();
    typing_.form.emplace(IncidentRecord(typing_.form->record()), now());
}

void DossierApp::close() {
    keep_typed();
    ++opening_;
    ++place_;
    typing_.form.reset();
    typing_.fresh.reset();
    typing_.bundle.reset();
    typing_.name.reset();
    wants_fresh_ = false;
    kept_.reset();
    view_.named.reset();
    view_.destroying.reset();
    view_.record.merging.reset();
    view_.record.meeting.reset();
    view_.record.earlier.clear();
    say_nothing();
}

void DossierApp::begin_incident() {
    close();
    // What was typed on an earlier day comes from the disk: an empty form in its place would write over it.
    wants_fresh_ = options_.drafts && !options_.drafts->is_fresh_known();
    if (wants_fresh_) return;
    kept_ = options_.drafts ? options_.drafts->fresh() : std::nullopt;
    typing_.fresh = kept_ ? fresh_of(*kept_, now()) : begun_at(now());
}

void DossierApp::say_nothing() {
    view_.problem.clear();
    view_.done.clear();
    made_.reset();
}

}  // namespace hamer::ui
