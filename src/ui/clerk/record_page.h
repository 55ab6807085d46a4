// A record as one reads it: the drawing in time, what is known, the log behind it and whether that is whole, and what
// its revisions differ in.
#pragma once

#include "service/clerk/clerk_values.h"
#include "ui/paper/paper_view.h"
#include "ui/toolkit/widgets/lines.h"
#include "ui/toolkit/widgets/log_list.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

// All that the page shows, made when the record is opened or saved.
struct RecordPage {
    PaperView paper{};
    std::vector<LabelledValue> form{};  // the GIR's fields
    OfferedLetters letters{};
    std::vector<FoundRisk> risks{};        // of a risk estimate
    std::shared_ptr<const ReadLog> log{};  // of the session, the incident's own entries and all others
    std::vector<Change> changes{};         // from the revision before
    std::uint64_t edition = 0;             // another for each page made
};

[[nodiscard]] RecordPage page_of(OpenedRecord& opened);  // takes from it what it shows
// Of a meeting with no record before it: only its log and whether that is whole.
[[nodiscard]] RecordPage page_of(std::shared_ptr<const ReadLog> log);

void draw_overview(Lines& lines, const RecordPage& page);
// Whether the log is whole, and its head hash.
void draw_verdict(Lines& lines, const RecordPage& page);
// The GIR's fields to copy one by one; the index of the one that was copied, or -1.
[[nodiscard]] int draw_gir_form(Lines& lines, const RecordPage& page);
void draw_changes(Lines& lines, const RecordPage& page);

// Which lines of the log are shown: all, those of the incident itself, those with words that were said, those that were
// taken back, amended or recorded later. `system`: also the program's own lines.
struct LogFilter {
    enum class Lines { All, Incident, Said, Corrected } lines = Lines::All;
    bool system = false;
};
[[nodiscard]] bool shows(const LogFilter& filter, const LogLine& line, const std::optional<IncidentRecord>& incident);
// With its filter above it. `incident`: nothing where the whole meeting is read. What is drawn keeps pointing into the
// page: use it while it lives.
void draw_log(Ui& ui, Rect area, const RecordPage& page, const std::optional<IncidentRecord>& incident,
              LogFilter& filter, const Say& say);

}  // namespace hamer::ui
