// An incident as a drawing in time: a lane for each thing that changed, bars for what lasted, marks for what happened.
// A plain value for whoever draws it; times are those of the record.
#pragma once

#include "procedure/procedure.h"
#include "record/incident.h"

#include <string>
#include <vector>

namespace hamer {

struct ChartBar {
    Instant from{};
    std::optional<Instant> until{};  // nothing: it still stood at the end
    std::string label{};
};

// Correction: taken back or added to later. Late: written down more than a minute after it happened.
enum class MarkKind { Step, Refusal, Correction, Deviation, Late, Note };

struct ChartMark {
    Instant at{};
    MarkKind kind = MarkKind::Step;
    std::string sign{};   // one or two characters in it; may be empty
    std::string label{};  // what it says when one asks
};

struct ChartLane {
    std::string name{};
    std::vector<ChartBar> bars{};
    std::vector<ChartMark> marks{};
};

struct Chart {
    Instant from{};  // the first and the last thing in it
    Instant until{};
    std::vector<ChartLane> lanes{};  // those with something in them
};

// `procedure`: that of the record's session, for the names of its steps.
[[nodiscard]] Chart chart_of(const IncidentRecord& record, Language language, const Procedure* procedure = nullptr);

}  // namespace hamer
