#include "record/incidents.h"

#include "record/corrections.h"
#include "record/timeline.h"

namespace hamer {

std::vector<IncidentRecord> incidents(const Session& session, const Municipality& municipality,
                                      const std::string& session_id, const std::string& head_hash) {
    std::vector<Case> cases = Timeline(session).cases();
    add_corrections(session, cases);

    const SessionOpened& opened = session.opened();
    std::vector<IncidentRecord> records;
    for (Case& one : cases) {
        IncidentRecord& record = one.record;
        record.id = session_id + "-" + std::to_string(records.size() + 1);
        record.drill = opened.drill;
        record.municipality = municipality.name;
        record.address = whereabouts(session.meeting(), municipality);
        record.meeting = session.meeting();
        record.source = {session_id,
                         head_hash,
                         opened.procedure_id,
                         opened.procedure_revision,
                         opened.procedure_sha256,
                         opened.program_version};
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace hamer
