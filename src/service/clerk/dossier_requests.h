// Everything that the clerk's place asks of the clerk's service: one function each. Values go in, a value comes out.
//
// Nothing here waits. What is asked is done in its order on the service's thread, and `then` gets what came of it, or
// why it could not be done, while the service hands over its answers (ClerkWorker::take), on the thread that asks.
// After a lost link it is done once more by itself; that is as if it was done once.
#pragma once

#include "base/result.h"
#include "service/clerk/clerk_values.h"
#include "session/prepared_meeting.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace hamer {

class ClerkService;
class ClerkWorker;
class Drafts;

class DossierRequests {
  public:
    template <typename Value>
    using Then = std::function<void(Result<Value>)>;
    using ThenFile = Then<std::filesystem::path>;  // that was written

    // `clerk` outlives this. `drafts` has what was typed and not saved; null: that is kept nowhere.
    DossierRequests(ClerkWorker& clerk, std::shared_ptr<Drafts> drafts);
    ~DossierRequests();
    DossierRequests(const DossierRequests&) = delete;
    DossierRequests& operator=(const DossierRequests&) = delete;

    void lists(const WantedLists& wanted, Then<ReadLists> then);
    // A record whole; that it was opened is noted.
    void open(const std::string& id, Then<OpenedRecord> then);
    void open_meeting(const std::string& session, Then<OpenedMeeting> then);
    void compare(const std::string& id, int from, int to, Then<ComparedRevisions> then);
    // The records in which this name stands, the latest of them.
    void find_name(const std::string& name, Then<std::vector<RecordSummary>> then);

    // Gives the record as it stands then. With a draft: somebody else saved it meanwhile, and nothing was saved.
    void save(TypedRecord typed, Then<OpenedRecord> then);
    // Saved first where something was typed. With a problem: that was saved, but it could not be made complete.
    void complete(TypedRecord typed, TypedSince since, Then<OpenedRecord> then);
    void begin(ReportedIncident incident, Then<StoredRecord> then);
    // Takes in a session of another device; gives how many entries it has.
    void import(const std::filesystem::path& bundle, Then<std::uint64_t> then);
    // By who works here, now.
    void tick_off(const DueDuty& duty, Then<StoredRecord> then);
    void deliver_again(Then<int> then);

    void erase(const std::string& id, Then<ErasedRecord> then);
    void erase_person(const std::string& id, const std::string& person, Then<ErasedPerson> then);
    // What was kept for long enough, at most `limit` of it; and destroying these of it, with a statement.
    void past_retention(int limit, Then<PastRetention> then);
    void destroy(std::set<std::string> records, FilePlace statement, Then<DestroyedOld> then);
    // Where a name stands besides `of_record`, and taking it away in one of those places.
    void named(const NameForms& names, const std::string& of_record, Then<NamedElsewhere> then);
    void clear(const NamedPlace& place, const NameForms& names, Then<Erasure> then);

    void write_report(const std::string& id, int revision, PaperFor reader, FilePlace to, ThenFile then);
    // Gives what is to be filled in by hand with it.
    void write_letter(const std::string& id, int revision, AskedLetter asked, FilePlace to, Then<MadeLetter> then);
    void write_calendar(FilePlace to, ThenFile then);
    void write_cases(int year, FilePlace to, ThenFile then);
    void prepare_meeting(const std::string& id, Then<PreparedMeeting> then);
    void attach(const std::string& id, const std::filesystem::path& file, Then<OpenedRecord> then);
    void attach_picture(const std::string& id, std::string picture, Then<OpenedRecord> then);
    void write_attachment(const std::string& id, const std::string& attachment, FilePlace to, ThenFile then);
    void erase_attachment(const std::string& id, const std::string& attachment, Then<ErasedAttachment> then);
    void write_year(int year, YearForm form, FilePlace to, ThenFile then);
    void export_session(const std::string& session, FilePlace to, ThenFile then);

  private:
    using FileWork = std::function<Result<std::filesystem::path>(ClerkService&, const std::filesystem::path& to)>;
    void write(FilePlace to, FileWork work, ThenFile then);

    ClerkWorker& clerk_;
    std::shared_ptr<Drafts> drafts_;
};

}  // namespace hamer
