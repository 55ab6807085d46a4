// The clerk's work on the register, after the meeting: what the window and the command line share.
//
// Whoever reads a record whole reads it here, and that is noted in the access log with the user's name. Errors are
// Refused where the answer is no: what was saved meanwhile by somebody else, what cannot be meant, what is not
// complete. One thread; in a window that is ClerkWorker's.
#pragma once

#include "base/calendar.h"
#include "base/progress.h"
#include "record/completeness.h"
#include "record/draft.h"
#include "record/paper_for.h"
#include "register/register.h"
#include "report/letter_text.h"
#include "service/clerk/clerk_values.h"
#include "service/clerk/erasing.h"
#include "service/clerk/letter_shelf.h"
#include "service/handover/deliverer.h"
#include "service/handover/handover.h"
#include "service/handover/session_bundle.h"
#include "service/store/held_drills.h"
#include "service/store/papers.h"
#include "service/store/session_folder.h"
#include "service/store/session_index.h"
#include "session/prepared_meeting.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace hamer {

class ClerkService {
  public:
    struct Options {
        Settings settings;
        std::filesystem::path data;
        // Who works here, for what is saved and for the access log; on a server its role stands beside it.
        std::string user;
        Language language = Language::Dutch;
        std::filesystem::path second_place{};  // where witnesses of this device are (witnesses.h); may be empty
        std::filesystem::path state{};
        std::filesystem::path letters{};  // their folder; may be empty
    };
    // Opens the register, and first brings in what closed sessions have not handed over yet. `clock` outlives it.
    // A session that is refused, as one whose journal was rewritten, stands in no other's way: left_out().
    [[nodiscard]] static Result<ClerkService> open(Options options, FileSystem& files, const Clock& clock);

    [[nodiscard]] const Options& options() const { return options_; }
    [[nodiscard]] Instant now() const { return clock_->now().at; }
    // Why sessions did not get into the register, one sentence each.
    [[nodiscard]] const std::vector<Error>& left_out() const { return left_out_; }
    // Why nothing can be signed, where this device's key cannot be used.
    [[nodiscard]] const std::optional<Error>& unusable_key() const { return unusable_key_; }
    [[nodiscard]] WitnessPlaces places() const { return {options_.data, options_.second_place, options_.state, {}}; }
    // Whether the session behind a record, where it is on this device, still is what every witness knows of it. Asked
    // before anything about the record is put on paper.
    [[nodiscard]] Status prove_session_of(const IncidentRecord& record);

    // A record whole: read here and nowhere else, and noted. Also as the JSON that was stored, which may be a newer
    // Hamer's.
    [[nodiscard]] Result<IncidentRecord> look(const std::string& id, std::optional<int> revision = std::nullopt);
    [[nodiscard]] Result<std::string> show(const std::string& id, std::optional<int> revision = std::nullopt);
    // The same with all that is shown of it, and with what was typed in it before.
    [[nodiscard]] Result<OpenedRecord> open_record(const std::string& id,
                                                   const Result<std::optional<Draft>>& typed = std::optional<Draft>());
    // What a revision changed, as against another one; by itself the last one, as against the one before.
    [[nodiscard]] Result<ComparedRevisions> compare(const std::string& id, std::optional<int> from = std::nullopt,
                                                    std::optional<int> to = std::nullopt);
    // A session of this device, with the records of its incidents.
    [[nodiscard]] Result<OpenedMeeting> open_meeting(const std::string& id);

    // Rows of the register. At most `limit` of them, 0: all.
    [[nodiscard]] Result<ReadLists> lists(const WantedLists& wanted);
    [[nodiscard]] Result<std::vector<RecordSummary>> list(int limit = 0) { return register_.list(limit); }
    [[nodiscard]] Result<std::vector<RecordSummary>> search(const std::string& text, int limit) {
        return register_.search(text, limit);
    }
    [[nodiscard]] Result<std::vector<DueDuty>> due(Register::Duties which) { return register_.due(which); }
    [[nodiscard]] Result<std::vector<Delivery>> deliveries() { return register_.deliveries(); }
    [[nodiscard]] Result<std::vector<Count>> trends(std::optional<Instant> from = {},
                                                    std::optional<Instant> before = {}) {
        return register_.trends(from, before);
    }
    [[nodiscard]] Result<std::vector<Access>> accesses(const std::string& record) { return register_.accesses(record); }
    // Notes that a record was put on paper elsewhere.
    [[nodiscard]] Status note_export(const std::string& id) { return note("export", id); }

    // Makes all that waits for a target, or is parked, ready at once. Gives how many.
    [[nodiscard]] Result<int> retry() { return register_.retry(now()); }
    // Takes what is ready to its targets; for one run after another, while this service is there.
    [[nodiscard]] Deliverer deliverer();

    // Writes a file and gives where it is: at `to`, which takes the place of what has that name; without it into
    // <data>/reports under a name that a person understands (file_names.h), never in the place of another record's.
    // A PDF of the record, refused unless its session is proven; noted as an export.
    [[nodiscard]] Result<std::filesystem::path> write_report(const IncidentRecord& record,
                                                             const std::filesystem::path& to = {},
                                                             PaperFor reader = PaperFor::Municipality);
    // Puts the gathering of a risk estimate ready for the chair: on its day it fills in the preparation. In place of
    // the one that was put ready before. Refused of another record, and of a day that has been.
    [[nodiscard]] Result<PreparedMeeting> prepare_meeting(const std::string& id);
    // The letters in the municipality's folder.
    [[nodiscard]] LetterShelf letters() const { return letters_in(*files_, options_.letters); }
    // One of those about a record, as it is now; and written as a file in the same way.
    [[nodiscard]] Result<WrittenLetter> letter(const IncidentRecord& record, const AskedLetter& asked);
    [[nodiscard]] Result<MadeLetter> write_letter(const IncidentRecord& record, const AskedLetter& asked,
                                                  const std::filesystem::path& to = {});
    // Puts a file to a record, as its next revision; no larger one than the settings say.
    [[nodiscard]] Result<SavedRecord> attach(const std::string& id, const std::filesystem::path& file,
                                             const std::string& remark = {});
    // The same of a picture that was copied, as PNG.
    [[nodiscard]] Result<SavedRecord> attach_picture(const std::string& id, const std::string& picture);
    // Its bytes, noted as an export; and written as a file in the same way.
    [[nodiscard]] Result<std::string> attachment(const std::string& id, const std::string& attachment);
    [[nodiscard]] Result<std::filesystem::path> write_attachment(const IncidentRecord& record,
                                                                 const std::string& attachment,
                                                                 const std::filesystem::path& to = {});
    // A session of this device as one file for another one (session_bundle.h).
    [[nodiscard]] Result<std::filesystem::path> export_session(const std::string& id,
                                                               const std::filesystem::path& to = {});
    // Writes a file that was asked for, and keeps in mind that Hamer made it (papers.h); `what` says of what it is. All
    // of it is there, or nothing.
    [[nodiscard]] Status put_paper(const Paper& what, const std::string& bytes);

    // Refused where there is such a file.
    [[nodiscard]] Status check_free(const std::filesystem::path& file);

    // What is to be done across all records, and what no longer is, as an iCalendar file (report/duty_calendar.h).
    [[nodiscard]] Result<std::string> calendar();
    // That, and the cases of a year without what tells who a person is, written as a file in the same way.
    [[nodiscard]] Result<std::filesystem::path> write_calendar(const std::filesystem::path& to = {});
    [[nodiscard]] Result<std::filesystem::path> write_cases(int year, const std::filesystem::path& to = {});
    // For the yearly discussion (5.2): of one year or of all, without those that were withdrawn. A record that cannot
    // be read stands in no other's way.
    [[nodiscard]] Result<ReadCases> cases(std::optional<int> year = std::nullopt);
    // A year beside the one before it, and the drills that were held in it on this device; and as the report to the
    // council, or for a spreadsheet, written as a file in the same way.
    [[nodiscard]] Result<ReadYear> year(int number);
    // What was held to learn from (5.2), of all years, the latest first. One that cannot be read is left out.
    [[nodiscard]] Result<std::vector<HeldLearning>> learnt();
    [[nodiscard]] Result<std::filesystem::path> write_year(int number, YearForm form,
                                                           const std::filesystem::path& to = {});

    // The drills that were held on this device, the latest first.
    [[nodiscard]] Result<std::vector<HeldDrill>> drills();
    // The sessions on this device.
    [[nodiscard]] SessionIndex session_index();

    // Takes in a session from another device (session_bundle.h), and its incidents with it.
    [[nodiscard]] Result<ImportedSession> import(const std::filesystem::path& bundle);

    // A new record without a session. On a server it is refused where it would be of another line than the user's.
    // Where there is one with this id already it is that one, told anew; refused (SavedByOther) where that was worked
    // on since.
    [[nodiscard]] Result<StoredRecord> report(const ReportedIncident& incident);
    // Without what would bring back who was erased (without_erased).
    // Refused where it brings in something that cannot be meant (record/faults.h). A complete record stays so as long
    // as nothing is missing; `dossier.completed` itself is left as it was.
    // The record is read once, also for whoever shows what became of it.
    [[nodiscard]] Result<SavedRecord> save(const std::string& id, std::optional<int> base, const Dossier& dossier);
    // Refused as long as something is missing, or cannot be meant. Its deliveries are queued with it.
    [[nodiscard]] Result<SavedRecord> complete(const std::string& id, int base, const std::string& by);
    // The same, and what is shown of it. Where somebody else saved it meanwhile: theirs, with what was typed as a
    // draft.
    [[nodiscard]] Result<OpenedRecord> save(const TypedRecord& typed);
    [[nodiscard]] Result<OpenedRecord> complete(const TypedRecord& typed, TypedSince since);
    // What was typed before somebody was erased from the record brings nothing of them back: the draft without them.
    // Whom the register has again by then is somebody's decision since, and stays.
    [[nodiscard]] Result<Draft> without_erased(const IncidentRecord& stored, Draft draft);
    // Ticks off a duty that is due, or was; doing it twice keeps the first.
    [[nodiscard]] Result<StoredRecord> tick_off(const std::string& id, const DutyDone& done);

    // Takes a person out of a record and out of the texts of its session that name them; a record with what its entries
    // say, and where it was the session's last one with all that was typed in it; or all that was typed in a session
    // that has no record any more. Refused while the session is open in a window. Whether it is gone is seen in the
    // files; where something is in the way, the same call again goes on. Refused as long as a record of the session is
    // held (Dossier::hold).
    enum class Journals { Kept, Erased };  // of sessions of before their texts were kept apart
    [[nodiscard]] Result<Erasure> erase_person(const std::string& id, const std::string& person);
    [[nodiscard]] Result<Erasure> erase_record(const std::string& id, Journals journals = Journals::Kept);
    // An attachment alone; not while the record is held either.
    [[nodiscard]] Result<Erasure> erase_attachment(const std::string& id, const std::string& attachment);
    [[nodiscard]] Result<Erasure> erase_session(const std::string& id, Journals journals = Journals::Kept);
    // How that person is named in the record, and by others: to be asked before they are erased.
    [[nodiscard]] Result<NameForms> names_of(const std::string& id, const std::string& person) {
        return register_.names_of(id, person);
    }
    [[nodiscard]] Result<NameForms> names_elsewhere(const std::string& id, const std::string& person);
    // Where such a name stands: in any text of the register that the user may see, in the logs, drafts and drills of
    // this device, and in files that Hamer made or put ready. `of_record`: the one that they were erased from; may be
    // empty.
    [[nodiscard]] Result<NamedElsewhere> named(const NameForms& names, const std::string& of_record = {});
    // Takes it away in one of those places; a file goes as a whole.
    [[nodiscard]] Result<Erasure> clear(const NamedPlace& place, const NameForms& names);
    // Records whose retention has passed: due for deletion, or held for something that runs. The oldest first, at most
    // `limit`; 0: all.
    [[nodiscard]] Result<std::vector<RecordSummary>> past_retention(int limit = 0,
                                                                    Register::Hold which = Register::Hold::None);
    [[nodiscard]] Result<PastRetention> old_and_held(int limit);
    // Erases each record whose retention has passed and that nothing holds, of these alone where `only` names them, and
    // gives the statement of it to `put`. Where that fails, the statement is put among the reports: it cannot be made
    // again. One that cannot be erased stands in no other's way.
    using PutStatement = std::function<Result<std::filesystem::path>(const Document& statement, Instant at)>;
    [[nodiscard]] Result<DestroyedOld> destroy_past_retention(const std::optional<std::set<std::string>>& only,
                                                              const PutStatement& put);
    // As a PDF at `to`, or among the reports; not noted among the papers in which names are looked for, as it has none.
    [[nodiscard]] Result<std::filesystem::path> put_statement(const Document& statement, Instant at,
                                                              const std::filesystem::path& to = {});

    // What tells of long work, and stops it; one of its own before.
    void tell(std::shared_ptr<Progress> progress) { progress_ = std::move(progress); }
    [[nodiscard]] Progress& progress() { return *progress_; }

  private:
    ClerkService(Options options, FileSystem& files, const Clock& clock, Register opened)
        : options_(std::move(options)), files_(&files), clock_(&clock), register_(std::move(opened)) {}
    // A record whole, as the JSON that was stored; noted. Every reader's way.
    [[nodiscard]] Result<std::string> read_whole(const std::string& id, std::optional<int> revision);
    [[nodiscard]] Result<IncidentRecord> read_text(const std::string& text, const std::string& id) const;
    [[nodiscard]] Status note(std::string_view what, const std::string& id);
    [[nodiscard]] Result<SavedRecord> put_attachment(const std::string& id, Attachment attachment,
                                                     const std::string& bytes);
    // The session behind a record; nothing where it has none, or it is on another device, or is not what the witnesses
    // know of it.
    [[nodiscard]] std::optional<StoredSession> session_of(const IncidentRecord& record);
    [[nodiscard]] Result<StoredSession> session(const std::string& id);
    [[nodiscard]] Result<std::vector<Change>> changes_to(const std::string& after, const std::string& id, int from);
    [[nodiscard]] Status add_draft(OpenedRecord& opened, const std::string& text, Draft draft);
    [[nodiscard]] Result<OpenedRecord> shown(SavedRecord saved, std::shared_ptr<const ReadLog> log);
    [[nodiscard]] Result<OpenedRecord> of_other(const TypedRecord& typed);
    // What the register knows that may bear on a gathering, to be weighed by people.
    [[nodiscard]] std::vector<FoundRisk> risks_for(const IncidentRecord& estimate);
    // The ends of bans that hold on that day.
    [[nodiscard]] std::vector<DueDuty> bans_on(Day day);
    // Refused where a part is not of this kind of record, or a signal goes on in a record that is not there.
    [[nodiscard]] Status check_beforehand(const IncidentRecord& stands, const IncidentRecord& changed);
    [[nodiscard]] Status check_link(const std::string& from, const std::string& to, std::optional<SignalEnd> ended);
    // Refused where the record, or another one of its session, is needed for something that runs.
    [[nodiscard]] Status check_not_held(const std::string& record, const std::string& session);
    [[nodiscard]] Result<Erasure> erase_in_session(const std::string& session, const ErasedTexts& erased,
                                                   Journals journals);
    [[nodiscard]] Status add_delivered(const std::string& id, NamedElsewhere& found);
    [[nodiscard]] Status add_beyond(const NamedRecords& records, NamedElsewhere& found);
    [[nodiscard]] bool is_elsewhere(const std::string& session);
    [[nodiscard]] std::filesystem::path drop_folder() const;
    [[nodiscard]] Result<Erasure> clear_file(const std::filesystem::path& file);
    [[nodiscard]] Result<std::filesystem::path> put_report(const std::filesystem::path& to, const std::string& name,
                                                           Paper what, const std::string& bytes);
    [[nodiscard]] Result<std::filesystem::path> free_place(const std::string& name, const Paper& what);

    Options options_;
    FileSystem* files_;
    const Clock* clock_;
    Register register_;
    std::shared_ptr<Progress> progress_ = std::make_shared<Progress>();
    std::vector<Error> left_out_;
    std::optional<Error> unusable_key_;
};

}  // namespace hamer
