#include "ui/dossier/meeting_list.h"

#include <algorithm>

namespace hamer::ui {

namespace {

constexpr std::size_t most_in_a_frame = 100;

}  // namespace

Status MeetingList::begin() {
    lines_.clear();
    ids_.clear();
    index_.emplace(clerk_.session_index());
    auto ids = index_->ids();
    if (!ids) return tl::unexpected<Error>(ids.error());
    ids_ = *std::move(ids);
    std::ranges::reverse(ids_);
    return {};
}

bool MeetingList::find_some() {
    if (ready()) return false;
    const std::size_t read_before = index_->read_count();
    for (std::size_t found = 0; !ready() && found < most_in_a_frame && index_->read_count() == read_before; ++found) {
        MeetingLine line{.id = ids_[lines_.size()]};
        if (const auto summary = index_->summary(line.id)) {
            line.date = summary->date;
            line.name = summary->name;
            line.incidents = summary->incidents;
            line.whole = summary->log != LogState::Damaged && summary->readable;
        } else {
            line.problem = describe(summary.error(), clerk_.options().language);
        }
        lines_.push_back(std::move(line));
    }
    if (ready()) index_->keep();
    return true;
}

}  // namespace hamer::ui
