// The subcommands for the clerk: records, duties, deliveries, the register as a whole. Each gives an exit status as in
// commands.h. What they print for scripts is JSON; names of persons are only in what was asked for, never in errors.
#pragma once

#include "main/commands/locations.h"
#include "platform/files.h"
#include "record/paper_for.h"
#include "report/csv.h"
#include "service/clerk/clerk_service.h"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace hamer {

// Adds them all to the command line. The references outlive it; `status` gets the exit status of the one that ran.
void add_clerk_commands(CLI::App& app, const CommonOptions& common, int& status);

// The register of the data folder, brought up to date with sessions that did not reach it yet.
// Without a language, that of --lang or else of the settings.
[[nodiscard]] Result<ClerkService> open_clerk_service(const CommonOptions& common, FileSystem& files,
                                                      const Clock& clock,
                                                      std::optional<Language> language = std::nullopt);
[[nodiscard]] Language language_of(const CommonOptions& common);

enum class Format { Text, Json, Calendar };

int record_list_command(const CommonOptions& common, Format format);
int record_show_command(const CommonOptions& common, const std::string& id, std::optional<int> revision);
struct NewRecord {
    std::string what;
    std::string started;  // RFC 3339; empty: now
    std::string ended;
    std::string place;
    std::string channel;
    std::string affected;  // of office_words; empty: not known
    bool signal = false;
    std::string estimate;              // a day
    std::string learning;              // of learning_kind_words; empty: none
    std::string day;                   // of that
    std::vector<std::string> present;  // of body_words
};
// Prints the new record's id.
int record_new_command(const CommonOptions& common, const NewRecord& options);
// Puts a JSON merge patch over what the clerk added. `file` "-": standard input. Without a revision the latest one.
int record_set_command(const CommonOptions& common, const std::string& id, const std::string& file,
                       std::optional<int> revision);
int record_missing_command(const CommonOptions& common, const std::string& id, Format format);
int record_complete_command(const CommonOptions& common, const std::string& id, const std::string& by);
int record_changes_command(const CommonOptions& common, const std::string& id, std::optional<int> from,
                           std::optional<int> to, Format format);
// Puts the gathering of a risk estimate ready for the chair; prints what stands in its preparation.
int record_prepare_command(const CommonOptions& common, const std::string& id);
// Puts a file to a record; prints the attachment's id.
int record_attach_command(const CommonOptions& common, const std::string& id, const std::string& file,
                          const std::string& remark);
// Lists what was put to a record; with an attachment's id, writes its bytes to a file that is not there yet.
int record_attachments_command(const CommonOptions& common, const std::string& id, const std::string& attachment,
                               const std::string& file, Format format);
struct Ticked {
    std::string id;
    std::string kind;
    std::string person;
    std::string by;
    std::string at;  // RFC 3339; empty: now
    std::string remark;
};
int record_done_command(const CommonOptions& common, const Ticked& ticked);

// Writes a letter about a record to a file, by its ending: .pdf, .docx or .txt; "-": as text on standard output. What
// is to be filled in by hand is said on standard error. Without a record, or a letter: lists those that there are.
int letter_command(const CommonOptions& common, const std::string& id, const AskedLetter& asked,
                   const std::string& file);

// Writes what a record says to a file, by its ending: .pdf, .docx, .txt, .csv (the GIR's form) or .json. A file "-": as
// text on standard output.
int report_command(const CommonOptions& common, const std::string& id, std::optional<int> revision,
                   const std::string& file, PaperFor reader, CsvKind csv);

int deadlines_command(const CommonOptions& common, bool all, Format format);

struct DeliverOptions {
    bool retry = false;  // also what is parked, and at once
    bool list = false;   // only show
    bool wait = false;   // until nothing is waiting
    Format format = Format::Text;
};
int deliver_command(const CommonOptions& common, const DeliverOptions& options);

int register_search_command(const CommonOptions& common, const std::string& text, Format format);
int register_stats_command(const CommonOptions& common, Format format);
// Anonymous cases for the yearly discussion (5.2), of one year or of all; text or JSON.
int register_cases_command(const CommonOptions& common, std::optional<int> year, Format format);
struct YearOptions {
    std::optional<int> year;  // nothing: this one
    std::string file = "-";
    CsvKind csv = CsvKind::Dutch;
    Format format = Format::Text;
};
// The report to the council on a year's incidents, by the file's ending: .pdf, .docx or .txt; .csv: a row for each
// case;
// "-": as text on standard output. Status 1 where a record could not be read, which is told.
int register_year_command(const CommonOptions& common, const YearOptions& options);
int register_access_command(const CommonOptions& common, const std::string& id, Format format);
int register_retention_command(const CommonOptions& common, Format format);

struct EraseOptions {
    std::string what;   // RECORD, RECORD/PERSON by the person's id, or SESSION; empty: a name is given
    std::string name;   // to look for, wherever it is
    bool sure = false;  // without, it is only said what would be erased
    bool with_journal = false;
    bool everywhere = false;      // also in each other place where the person is named
    bool past_retention = false;  // all that was kept for long enough, with a statement that says so
    std::string statement = "-";
};
// Says where the person is named besides, and what Hamer cannot reach.
int erase_command(const CommonOptions& common, const EraseOptions& options);
// Of what was kept for long enough, each record by itself; then the statement, by the file's ending: .pdf, .docx or
// .txt; "-": as text on standard output. Not sure: only says which. Refused before anything is gone where the file
// cannot be written.
Result<int> destroy_past_retention(const CommonOptions& common, ClerkService& service, bool sure,
                                   const std::string& file);

}  // namespace hamer
