// The log of a meeting, for the eye: one line for each entry, in words of the procedure.
#pragma once

#include "report/csv.h"
#include "session/session.h"

#include <string>
#include <vector>

namespace hamer {

struct LogLine {
    std::uint64_t seq = 0;
    Instant recorded;  // when it was written down
    Instant occurred;  // when it happened
    // That day, "13-03-2026", where it is not the one that the log is of.
    std::string day{};
    std::string actor;
    std::string text;        // "Vergadering geschorst"
    std::string detail;      // the fields, or the reason
    std::string said;        // the words spoken with it
    std::string proposed{};  // the words that stood on the screen for it; whether they were spoken nobody told
    std::string source;      // the article behind it
    bool system = false;     // of the program itself: hidden where people read
    bool taken_back = false;
    bool late = false;  // recorded more than a minute after it happened
};

// The meeting's, "2026-03-12", which stands above the log; where none is known, that of the first entry.
[[nodiscard]] std::string day_of_log(const Session& session);
// The line's time behind its day, if it has one: "13-03-2026 00:12:17".
[[nodiscard]] std::string time_of(const LogLine& line);

[[nodiscard]] LogLine log_line(const Session& session, const Entry& entry, Language language);
[[nodiscard]] std::vector<LogLine> log_lines(const Session& session, Language language);

// For a terminal: a heading, then a line each, with its words below.
[[nodiscard]] std::string log_as_text(const Session& session, const std::string& session_id, Language language);
// With a row of heads: in words for a Dutch spreadsheet, and names for programs in the other kind, which also has the
// milliseconds and the offset of each moment.
[[nodiscard]] std::string log_as_csv(const Session& session, Language language, CsvKind kind = CsvKind::Dutch);

// "vergadering: geschorst, zaal: ontruimd"
[[nodiscard]] std::string regions_in_words(const Procedure& procedure, const std::map<std::string, std::string>& to,
                                           Language language);

}  // namespace hamer
