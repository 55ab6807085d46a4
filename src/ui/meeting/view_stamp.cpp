// What a view was made from, so that it is made anew only when that changed.
#include "ui/meeting/chair_view.h"

namespace hamer::ui {

ViewStamp view_stamp(const MeetingFacts& seen, Language language) {
    std::size_t missing = 0;
    for (const HandedOver& record : seen.records) missing += record.missing;
    return {seen.session.entries().size(),
            seen.session.revisions(),
            seen.storage.unrecorded,
            seen.register_problem != nullptr,
            seen.records.size(),
            missing,
            seen.broadcast ? seen.broadcast->version + 1 : 0,
            seen.practice ? seen.practice->version + 1 : 0,
            seen.elsewhere ? seen.elsewhere->where.nl + '\n' + seen.elsewhere->trouble.nl : std::string(),
            seen.statement_limit,
            calendar_date(seen.now.at),
            language};
}

}  // namespace hamer::ui
