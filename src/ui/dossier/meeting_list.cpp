#include "ui/dossier/meeting_list.h"

#include "record/incidents.h"

namespace hamer::ui {

Status MeetingList::begin() {
    lines_.clear();
    auto ids = clerk_.sessions();
    if (!ids) return tl::unexpected<Error>(ids.error());
    ids_ = *std::move(ids);
    return {};
}

bool MeetingList::read_one() {
    if (ready()) return false;
    MeetingLine line{.id = ids_[lines_.size()]};
    const auto stored = clerk_.session(line.id);
    if (!stored) {
        line.problem = describe(stored.error(), clerk_.options().language);
    } else {
        line.date = stored->session.meeting().date;
        line.name = stored->session.meeting().name;
        line.incidents = incidents(stored->session, clerk_.options().settings.municipality, line.id, {}).size();
        line.whole = stored->journal.state() != JournalState::Damaged && !stored->unreadable;
    }
    lines_.push_back(std::move(line));
    return true;
}

}  // namespace hamer::ui
