// What the clerk's service is given and gives: values, without the register, folders and files that they come from. So
// they may go from thread to thread.
#pragma once

#include "base/result.h"
#include "base/text.h"
#include "base/time.h"
#include "drill/held.h"
#include "procedure/procedure.h"
#include "record/change.h"
#include "record/draft.h"
#include "record/erasure.h"
#include "record/listing.h"
#include "record/named_place.h"
#include "record/paper_for.h"
#include "record/trends.h"
#include "record/year.h"
#include "report/destruction.h"
#include "report/document.h"
#include "report/log_lines.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace hamer {

// An incident outside a meeting (6.2): at another place, online, or told later.
struct ReportedIncident {
    // Made once by who tells of it (new_report_id): what is asked again, as after a lost link, begins no second record.
    std::string id{};
    std::string what{};
    Instant started{};
    std::optional<Instant> ended{};
    std::string place{};
    std::optional<Channel> channel{};
    // Whoever is affected decides along whose line the record goes (7.1), from its first row on; without, the
    // council's.
    std::optional<Office> affected{};
    // Or a signal, against that office; or a risk estimate, of a gathering on that day; or what was held that day to
    // learn from, where these bodies decide whose record it is.
    IncidentKind kind = IncidentKind::Reported;
    std::string day{};
    LearningKind learning = LearningKind::Introduction;
    std::vector<Body> bodies{};
};
[[nodiscard]] std::string new_report_id(Instant now);

// The log of a meeting as it was read from the disk.
struct ReadLog {
    std::vector<LogLine> lines{};
    std::optional<bool> is_whole{};                // nothing: there is no log here
    std::string verdict{};                         // in words, with the head hash
    std::shared_ptr<const Procedure> procedure{};  // of the meeting; null where it is not here
    Instant began{};
};

// A letter that can be made of a record (record/letter_template.h).
struct OfferedLetter {
    struct To {
        std::string person{};  // its id; empty: to nobody by name
        std::string words{};
    };
    std::string id{};
    std::string title{};
    std::string reader{};  // in words
    std::vector<To> to{};  // one at least
};
struct OfferedLetters {
    std::vector<OfferedLetter> letters{};
    std::vector<std::string> problems{};  // why others cannot be, in words
};
// Which form a letter gets: to send, or to write on in.
enum class LetterForm { Pdf, Word };
struct AskedLetter {
    std::string letter{};  // its id
    std::string person{};  // whom it is to; empty: the only one there is, or nobody by name
    LetterForm form = LetterForm::Pdf;
};
struct MadeLetter {
    std::filesystem::path file{};
    std::vector<std::string> open{};  // what is to be filled in by hand
};

// What the register itself knows that may bear on a gathering: a ban that runs on its day, an incident of the last two
// years, a signal that is open.
struct FoundRisk {
    std::string record{};  // its id
    std::string words{};
};

// A record whole, with all that is shown of it.
struct OpenedRecord {
    IncidentRecord record{};
    Document document{};
    std::vector<LabelledValue> form{};  // the GIR's fields
    OfferedLetters letters{};
    std::shared_ptr<const ReadLog> log{};  // of its session
    std::vector<Change> changes{};         // from the revision before
    bool is_delivered = false;             // something of it is on its way, or was
    std::optional<Error> problem{};        // what went wrong after it was stored
    std::vector<FoundRisk> risks{};        // of a risk estimate
    std::optional<Draft> draft{};          // what was typed in it, and not saved
    // Where that was typed on a former revision: what that had, and what was saved since.
    std::optional<Dossier> before{};
    std::vector<Change> since{};
};

// What was typed in a record, to be saved on top of the revision that it was typed on.
struct TypedRecord {
    std::string id{};
    int base = 0;
    Dossier dossier{};
    std::shared_ptr<const ReadLog> log{};  // as it is on the screen: a save does not read it again
};

// Whether anything was typed in it since it was saved last.
enum class TypedSince { Nothing, Something };

// Two revisions beside each other.
struct ComparedRevisions {
    int from = 0;
    int to = 0;
    std::vector<Change> changes{};
};

struct OpenedMeeting {
    std::shared_ptr<const ReadLog> log{};
    std::vector<RecordSummary> records{};  // of its incidents
};

// Which of the lists are read; the numbers are those of all that is to be done.
struct WantedLists {
    bool records = false;
    bool due = false;
    bool deliveries = false;
    bool numbers = false;
    std::string search{};  // of records; empty: the latest

    bool operator==(const WantedLists&) const = default;
};
struct ReadLists {
    std::optional<std::vector<RecordSummary>> records{};
    std::optional<std::vector<DueDuty>> due{};
    std::optional<std::vector<Delivery>> deliveries{};
    std::optional<std::size_t> open_duties{};
    std::optional<std::size_t> open_deliveries{};
    std::string user{};              // who works here
    std::set<std::string> drafts{};  // records with something typed that is not saved
    std::optional<Error> problem{};  // why those are not known
};

// The meetings on this device, as far as they were found.
struct MeetingLine {
    std::string id{};    // of the session
    std::string date{};  // "2026-03-12"
    std::string name{};
    std::size_t incidents = 0;
    bool whole = true;      // its log
    std::string from{};     // the device that it came from, where that is another one
    std::string problem{};  // why it could not be read
};
struct FoundMeetings {
    std::vector<MeetingLine> lines{};  // the latest first
    std::size_t total = 0;
    bool ready = false;
    std::uint64_t edition = 0;  // another number whenever there are other lines
};

// What the incidents of a year, or of the last two years, add up to, as far as they were read.
struct ReadTotals {
    static constexpr int most_old = 100;

    std::optional<int> year{};  // nothing: the last two

    Trends trends{};                              // once all is read
    std::vector<HeldDrill> drills{};              // held on this device, the latest first
    std::vector<HeldLearning> learnt{};           // the latest first
    std::vector<RecordSummary> past_retention{};  // the oldest first, at most `most_old` of them
    std::size_t read = 0;                         // months
    std::size_t total = 0;
    bool ready = false;
};

// Cases without names, in order of time.
struct ReadCases {
    std::vector<AnonymousCase> cases{};
    int incomplete = 0;               // of their records
    std::vector<Error> unreadable{};  // records that are not among them
};
struct ReadYear {
    YearOfCases of_cases{};
    std::vector<HeldDrill> drills{};  // the first one first
    std::vector<Error> unreadable{};
};
// To read and print, to write on in, or for a spreadsheet.
enum class YearForm { Pdf, Word, Spreadsheet };

// Where a file is put: without a place where Hamer keeps its own. OnlyNew: refused where there is such a file.
struct FilePlace {
    enum class Taken { Replaced, OnlyNew };
    std::filesystem::path file{};
    Taken taken = Taken::Replaced;
};

// What was kept for long enough, the oldest first.
struct PastRetention {
    std::vector<RecordSummary> records{};  // nothing holds them: they may go
    std::vector<RecordSummary> held{};     // they stay all the same
    bool more = false;                     // there are more than were asked for
    std::string role{};                    // on a server: who it is that sees these, and not what others see
};
// What came of destroying it.
struct DestroyedOld {
    Destruction destruction{};
    std::vector<RecordSummary> records{};  // of each line of it
    std::vector<Error> problems{};         // why something is still there, or where the statement is not
    std::filesystem::path statement{};     // where it is; empty: with who asked for it
};

struct ErasedRecord {
    NamedElsewhere made{};  // what Hamer made of it, and has not erased
    Erasure erasure{};
};
struct ErasedAttachment {
    Erasure erasure{};
    OpenedRecord record{};
};
struct ErasedPerson {
    NameForms names{};      // by which they were known in this record
    NameForms elsewhere{};  // and may be known in others
    Erasure erasure{};
    OpenedRecord record{};
};

}  // namespace hamer
