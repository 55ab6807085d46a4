// The clerk's place: the records, what is due and what is on its way, and one record to read and to complete.
//
// Data runs one way. The views draw a DossierView and emit actions; this carries them out, asks the clerk's service for
// what they need (DossierRequests), and puts the answers in the view when they come. What is on the screen stays there
// meanwhile, and what is waited for is said. What was typed is a draft until it is saved, kept on disk while it is
// typed and found again with its record; where that cannot be, nothing else is opened before it is saved or put back.
// What somebody else saved meanwhile is put together with it. One thread: the window's, which it never keeps waiting.
#pragma once

#include "platform/desktop_files.h"
#include "service/clerk/clerk_worker.h"
#include "service/clerk/dossier_requests.h"
#include "service/store/drafts.h"
#include "ui/clerk/dossier_view.h"
#include "ui/clerk/kept_lists.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hamer::ui {

struct DossierOptions {
    std::string back{};  // the words of the way back; empty: there is none
    std::string name{};  // of who works here; empty: it is asked
    // While there is one, the way back to it is never closed: what was typed waits here.
    std::function<std::optional<OpenMeeting>()> meeting = [] { return std::optional<OpenMeeting>(); };
    std::vector<CouncilTerm> terms{};         // of the council, for its drills
    const Clock* clock = nullptr;             // outlives the app
    std::shared_ptr<Drafts> drafts{};         // null: what is typed is kept nowhere
    std::shared_ptr<DesktopFiles> desktop{};  // null: no file is chosen or opened
    std::function<void()> deliver = [] {};    // starts taking what is ready to its targets, elsewhere
    // Another number whenever something of that came back.
    std::function<std::uint64_t()> deliveries = [] { return std::uint64_t{0}; };
};

class DossierApp {
  public:
    DossierApp(ClerkWorker& clerk, Language language, DossierOptions options);  // the service outlives it
    ~DossierApp();
    DossierApp(const DossierApp&) = delete;
    DossierApp& operator=(const DossierApp&) = delete;

    void draw(Ui& ui);
    // Who works here, as it was typed just now; once. What is asked from then on is asked in another app, with a
    // service that knows the name.
    [[nodiscard]] std::optional<std::string> take_name();
    // The user asked for the way back.
    [[nodiscard]] bool wants_back() const { return wants_back_; }
    [[nodiscard]] bool take_wants_back() { return std::exchange(wants_back_, false); }
    // Something was typed that is not stored yet.
    [[nodiscard]] bool has_typed() const;
    // Something was delivered, or another program saved: what is shown of the lists is read anew.
    void refresh() { lists_.mark_stale(); }

  private:
    template <typename Value>
    using Then = DossierRequests::Then<Value>;

    void take_answers(Ui& ui);
    void tell_now();
    void perform(const DossierAction& action);
    void perform_one(DossierDo what);
    void perform_with_record(DossierDo what);
    void perform_one(const ChooseList& action);
    void perform_one(const SearchRecords&) { lists_.search(typing_.search); }
    void perform_one(const OpenRecord& action) { open(action.id, action.tab); }
    void perform_one(const OpenMeetingLog& action);
    void perform_one(const MakeCases& action);
    void perform_one(const MakeYear& action);
    void perform_one(const ChooseYear& action) { lists_.choose_year(action.year, now()); }
    void perform_one(const ChooseTab& action) { view_.record.tab = action.tab; }
    void perform_one(const CompareRevisions& action);
    void perform_one(const TellCopied& action);
    void perform_one(const DecideClash& action);
    void perform_one(const LookForName& action);
    void perform_one(const ErasePersonData& action);
    void perform_one(const ClearNamedPlace& action);
    void perform_one(const MakeLetter& action);
    void perform_one(const TakeAttachment& action);
    void perform_one(const EraseAttachment& action);
    void perform_one(const TickOff& action);

    // What is on the right.
    void open(const std::string& id, RecordTab tab);
    void show(OpenedRecord opened);
    void put_together(OpenedRecord opened);
    void close();
    void begin_incident();
    void show_named(NamedPanel panel);

    // What changes the register: one at a time. False: something else is being done.
    [[nodiscard]] bool begin_act(const std::string& words);
    void say_nothing();  // of what went before
    void save();
    void complete();
    void tell_incident();
    void take_in();
    void put_back();
    void take_saved(OpenedRecord saved, const Dossier& sent, std::uint64_t place);
    void take_other(OpenedRecord theirs, std::uint64_t place);
    [[nodiscard]] TypedRecord typed_record() const;
    void erase();
    void show_without(ErasedPerson erased, const Dossier& sent, const std::string& person);
    void look_elsewhere(const std::string& role, const NameForms& names, const std::string& done);
    void say_erased(const Erasure& erased, std::string done);

    // What was kept for long enough.
    void perform_destroying(DossierDo what);
    void begin_destroying();
    void choose_statement();
    void destroy_old();
    void take_destroyed(DestroyedOld destroyed);

    // Files, which the desktop chooses.
    using Write = std::function<void(FilePlace to, DossierRequests::ThenFile then)>;
    // `then` gets where it is to be put: without a desktop in Hamer's own folder. Not where the user chose nothing.
    void choose_place(const std::string& name, const std::string& kind, std::function<void(FilePlace)> then);
    void save_as(const std::string& name, const std::string& kind, Write work);
    void write(const Write& work, FilePlace to);
    void say_written(const std::filesystem::path& file, bool chosen);
    void make_report(PaperFor reader);
    void make_calendar();
    void export_session();
    void open_made();
    void choose_bundle();
    void add_attachment();
    void attach(const std::filesystem::path& file);
    void take_brought(Ui& ui);
    void take_pasted(Ui& ui);
    [[nodiscard]] std::string why_not_attached() const;
    [[nodiscard]] Then<OpenedRecord> attached();
    void prepare_meeting();

    // Drafts.
    [[nodiscard]] std::optional<Draft> typed() const;
    void keep_typed();
    void say_unkept();
    [[nodiscard]] bool may_leave();
    [[nodiscard]] bool still_stands(const std::optional<Draft>& before);

    void say_problem(const Error& error) { view_.problem = describe(error, view_.language); }
    void say_not_done(const Error& error);  // of something that changes the register
    // What is done with an answer where it is one; else its error is said.
    template <typename Value, typename Take>
    [[nodiscard]] Then<Value> answered(Take take);
    template <typename Value, typename Take>
    [[nodiscard]] Then<Value> acted(Take take);
    [[nodiscard]] Instant now() const { return options_.clock->now().at; }

    ClerkWorker& clerk_;
    DossierOptions options_;
    DossierRequests requests_;
    DossierView view_;
    DossierTyping typing_;
    KeptLists lists_;
    std::uint64_t delivered_ = 0;
    std::uint64_t opening_ = 0;  // what was opened last: an answer to an earlier one is nobody's
    std::uint64_t place_ = 0;    // another number whenever something else is on the right
    bool wants_fresh_ = false;   // as soon as it is known whether one was begun
    std::optional<Draft> kept_;  // what was given to be kept last
    std::string unkept_;         // why it could not be, as it was said
    bool wants_back_ = false;
    bool name_given_ = false;
    std::optional<std::filesystem::path> made_;  // the file that `done` tells of
    struct Pasting {
        std::uint64_t place = 0;  // for which a picture was asked
        std::int64_t until = 0;   // by the screen's clock
    };
    std::optional<Pasting> pasting_;
};

template <typename Value, typename Take>
DossierApp::Then<Value> DossierApp::answered(Take take) {
    return [this, take](Result<Value> value) {
        if (!value) return say_problem(value.error());
        take(*std::move(value));
    };
}

template <typename Value, typename Take>
DossierApp::Then<Value> DossierApp::acted(Take take) {
    return [this, take](Result<Value> value) {
        view_.waiting.what.clear();
        if (!value) return say_not_done(value.error());
        take(*std::move(value));
    };
}

}  // namespace hamer::ui
