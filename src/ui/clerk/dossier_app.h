// The clerk's place: the records, what is due and what is on its way, and one record to read and to complete.
//
// Shows what was read when something was opened, saved or searched. All of that is asked of the clerk's service, and
// comes back when it comes: what is on the screen stays there meanwhile, and what is waited for is said. What was typed
// is a draft until it is saved, kept on disk while it is typed and found again with its record; where that cannot be,
// nothing else is opened before it is saved or put back. What somebody else saved meanwhile is put together with it.
// One thread.
#pragma once

#include "platform/desktop_files.h"
#include "service/clerk/clerk_worker.h"
#include "service/store/drafts.h"
#include "ui/clerk/meeting_list.h"
#include "ui/clerk/merging.h"
#include "ui/clerk/named_panel.h"
#include "ui/clerk/record_form.h"
#include "ui/clerk/record_page.h"
#include "ui/clerk/totals.h"
#include "ui/toolkit/widgets/ui.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace hamer::ui {

// A meeting behind this place that was not put away.
struct OpenMeeting {
    std::string words{};  // what must be seen of it here; empty: nothing
    bool urgent = false;
};

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
    // Something was typed that is not stored yet.
    [[nodiscard]] bool has_typed() const { return fresh_ || bundle_ || (form_ && form_->changed()); }
    [[nodiscard]] bool take_wants_back() { return std::exchange(wants_back_, false); }
    // Something was delivered, or another program saved: reads the lists anew.
    void refresh();

  private:
    enum class List { Records, Due, Deliveries, Meetings, Overview };
    enum class Tab { Read, Complete, Log, Changes, Gir };
    struct Fresh {       // an incident without a session
        std::string id;  // of the record that it becomes
        std::string what, place, date, time;
        std::optional<Channel> channel;
        std::optional<Office> affected;
    };

    struct Compared {  // revisions
        int from = 0;
        int to = 0;
    };
    // What the service gives.
    struct Lists {
        std::vector<RecordSummary> records;
        std::vector<DueDuty> due;
        std::vector<Delivery> deliveries;
        std::string user;              // who works here
        std::set<std::string> drafts;  // records with something typed that is not saved
        std::optional<Error> problem;  // why those are not known
    };
    struct Opened {
        IncidentRecord record;
        RecordPage page;
        bool is_delivered = false;       // something of it is on its way, or was
        std::optional<Error> problem{};  // what went wrong after it was stored
        std::optional<Draft> draft{};    // what was typed in it, and not saved
        // Where that was typed on a former revision: what that had, and what was saved since.
        std::optional<Dossier> before{};
        std::vector<Change> since{};
    };
    struct OpenedMeeting {
        RecordPage page;
        std::vector<RecordSummary> records;
    };
    static Result<Opened> opened(ClerkService& service, const Result<IncidentRecord>& record, Language language,
                                 const Result<std::optional<Draft>>& draft = std::optional<Draft>());
    template <typename Value>
    void ask(std::function<Result<Value>(ClerkService&)> work, std::function<void(Value)> then);
    // Something that changes the register: one at a time. `words` say what is being done.
    template <typename Value>
    void act(const std::string& words, std::function<Result<Value>(ClerkService&)> work,
             std::function<void(Value)> then, ClerkWorker::Again again = ClerkWorker::Again::Yes);

    void draw_place(Ui& ui);
    void draw_parts(Ui& ui, Rect area, bool one, bool opened);
    void draw_message(Ui& ui, Rect room);
    void draw_waiting(Ui& ui, Rect room);
    [[nodiscard]] std::int64_t next_waiting_ms() const;
    void draw_open_meeting(Ui& ui, Rect& area, const OpenMeeting& open);
    void draw_keys(Ui& ui, Rect area);
    // A button that changes something: not while something else is being done.
    [[nodiscard]] QuietButton act_button(QuietButton button) const;
    // One that asks for a file: not while the desktop's chooser is open either.
    [[nodiscard]] QuietButton file_button(QuietButton button) const;
    void draw_lists(Ui& ui, Rect area);
    void draw_list(Ui& ui, Rect area);
    [[nodiscard]] int open_row() const;  // of the list, whose record is open; -1: none
    void draw_meetings(Ui& ui, Rect area);
    void draw_totals(Ui& ui, Rect area);
    void draw_drills(Lines& lines);
    void draw_progress(Ui& ui, Rect& area, std::size_t read, std::size_t total);
    void draw_record(Ui& ui, Rect area);
    void draw_comparison(Lines& lines);
    void draw_meeting(Ui& ui, Rect area);
    void draw_form(Ui& ui, Rect area);
    void draw_needed(Ui& ui, Rect& area);
    [[nodiscard]] std::string why_not_saved() const;
    [[nodiscard]] std::string mend_first(const LocalText& problem) const;
    [[nodiscard]] std::optional<Instant> fresh_start(std::map<std::string, LocalText>& wrong) const;
    void draw_fresh(Ui& ui, Rect area);
    void draw_name(Ui& ui, Rect area);
    void begin_fresh();
    [[nodiscard]] static std::optional<Draft> draft_of(const Fresh& fresh);
    [[nodiscard]] static Fresh fresh_of(const Draft& draft);
    // What was typed on the right, as it is to be kept; nothing: there is nothing to keep.
    [[nodiscard]] std::optional<Draft> typed() const;
    void keep_typed();
    void say_unkept();
    // Whether what is on the right may go: false, and the reason in words, while what was typed in it would be lost.
    bool may_leave();
    // The same for what was asked for when this was typed, and comes now: nobody's form goes while they type in it.
    bool still_stands(const std::optional<Draft>& before);
    void close();  // what is on the right
    void choose(List list);
    void open(const std::string& id, Tab tab);
    void open_meeting(const std::string& id);
    void show(Opened record);
    void take_saved(Opened saved, const Dossier& sent, std::uint64_t place);
    void take_other(Opened theirs, std::uint64_t place);
    void compare(int from, int to);
    [[nodiscard]] const std::vector<RecordSummary>* earlier(const std::string& name);
    void save();
    void complete();
    void report();
    void draw_import(Ui& ui, Rect area);
    void import();
    void deliver_again();
    void erase();
    void erase_person(const std::string& person);
    void say_erased(const Erasure& erased, std::string done);
    // Where the name still is, of who was just erased from this record in this role; `done` says that it was.
    void look_elsewhere(const std::string& id, const std::string& role, const NameForms& names,
                        const std::string& done);
    void show_named(NamedPanel panel);
    void draw_named_places(Ui& ui, Rect area);
    void clear_named(std::size_t index);
    // Writes a file at a place, or without one where Hamer keeps its own; gives where it is.
    using FileWork = std::function<Result<std::filesystem::path>(ClerkService&, const std::filesystem::path& to)>;
    struct MadeFile {
        std::string name;  // as it is suggested, with its ending
        std::string kind;  // in words: "PDF"
        FileWork work;
    };
    void save_as(const MadeFile& made);
    // `only_new`: refused where there is such a file.
    void write(FileWork work, const std::filesystem::path& file, bool only_new = false);
    void open_made();
    void choose_bundle();
    [[nodiscard]] bool is_choosing() const;
    void draw_paper(Ui& ui, Rect line);
    void say_problem(const Error& error) { problem_ = describe(error, language_); }
    void say_not_done(const Error& error);  // of something that changes the register
    void begin_act() {
        problem_.clear();
        done_.clear();
        made_.reset();
    }
    [[nodiscard]] Instant now() const { return options_.clock->now().at; }
    [[nodiscard]] std::string say(std::string_view nl, std::string_view en) const {
        return std::string(Say{language_}(nl, en));
    }

    ClerkWorker& clerk_;
    Language language_;
    DossierOptions options_;
    List list_ = List::Records;
    Tab tab_ = Tab::Read;
    std::string search_;
    Lists lists_;
    bool lists_read_ = false;    // once
    bool lists_asked_ = false;   // and not answered
    bool lists_stale_ = false;   // they changed since
    std::uint64_t edition_ = 0;  // of the lists
    std::uint64_t delivered_ = 0;
    std::uint64_t opening_ = 0;  // what was opened last: an answer to an earlier one is nobody's
    std::uint64_t place_ = 0;    // another number whenever something else is on the right
    std::string acting_;         // what is being done, in words; empty: nothing
    std::optional<RecordForm> form_;
    RecordPage page_;
    Compared compared_;
    std::optional<Fresh> fresh_;
    bool wants_fresh_ = false;   // as soon as it is known whether one was begun
    std::optional<Draft> kept_;  // what was given to be kept last
    std::string unkept_;         // why it could not be, as it was said
    std::optional<Merging> merging_;
    std::optional<NamedPanel> named_;    // in front of what is on the right
    std::size_t next_needed_ = 0;        // of what the form lacks
    std::optional<std::string> bundle_;  // the file to take a session from, as typed
    std::optional<std::string> name_;    // who works here, as typed
    bool name_given_ = false;
    MeetingList meetings_;
    std::optional<std::string> meeting_;  // the session that is read
    std::vector<RecordSummary> of_meeting_;
    LogFilter filter_;
    Totals totals_;
    // Records in which a name stands, by name; nothing: they are being looked for.
    std::map<std::string, std::optional<std::vector<RecordSummary>>> earlier_;
    bool wants_back_ = false;
    bool keys_ = false;  // the list of them is open
    std::string problem_;
    std::string done_;                           // what was done, in words
    std::optional<std::filesystem::path> made_;  // the file that it tells of
};

template <typename Value>
void DossierApp::ask(std::function<Result<Value>(ClerkService&)> work, std::function<void(Value)> then) {
    clerk_.ask<Value>(std::move(work), [this, then](Result<Value> value) {
        if (!value) return say_problem(value.error());
        then(*std::move(value));
    });
}

template <typename Value>
void DossierApp::act(const std::string& words, std::function<Result<Value>(ClerkService&)> work,
                     std::function<void(Value)> then, ClerkWorker::Again again) {
    if (!acting_.empty()) return;
    begin_act();
    acting_ = words;
    clerk_.ask<Value>(
        std::move(work),
        [this, then](Result<Value> value) {
            acting_.clear();
            if (!value) return say_not_done(value.error());
            then(*std::move(value));
        },
        again);
}

}  // namespace hamer::ui
