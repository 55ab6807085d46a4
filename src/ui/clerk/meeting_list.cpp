#include "ui/clerk/meeting_list.h"

#include <algorithm>
#include <iterator>

namespace hamer::ui {

namespace {

constexpr std::size_t most_at_a_time = 100;

}  // namespace

// The index, and the ids that it has, the latest first. Only the service's thread works with it.
struct MeetingList::Found {
    SessionIndex index;
    std::vector<std::string> ids;
    std::size_t next = 0;
};

void MeetingList::begin() {
    ++turn_;
    ++edition_;
    begun_ = false;
    total_ = 0;
    lines_.clear();
    clerk_.ask<std::shared_ptr<Found>>(
        [](ClerkService& service) -> Result<std::shared_ptr<Found>> {
            auto found = std::make_shared<Found>(Found{service.session_index(), {}});
            auto ids = found->index.ids();
            if (!ids) return tl::unexpected<Error>(ids.error());
            found->ids = *std::move(ids);
            std::ranges::reverse(found->ids);
            return found;
        },
        [this, turn = turn_](const Result<std::shared_ptr<Found>>& found) {
            if (turn != turn_) return;
            if (!found) return problem_(found.error());
            begun_ = true;
            total_ = (*found)->ids.size();
            next(*found);
        });
}

// The next ones: those that the index has, up to one that has to be read.
void MeetingList::next(std::shared_ptr<Found> found) {
    if (ready()) return;
    clerk_.ask<std::vector<MeetingLine>>(
        [found](ClerkService& service) -> Result<std::vector<MeetingLine>> {
            std::vector<MeetingLine> lines;
            const std::size_t read_before = found->index.read_count();
            while (found->next < found->ids.size() && lines.size() < most_at_a_time &&
                   found->index.read_count() == read_before) {
                MeetingLine line{.id = found->ids[found->next++]};
                if (const auto summary = found->index.summary(line.id)) {
                    line.date = summary->date;
                    line.name = summary->name;
                    line.incidents = summary->incidents;
                    if (summary->origin) line.from = origin_in_words(*summary->origin).in(service.options().language);
                    line.whole = summary->log != LogState::Damaged && summary->readable;
                } else {
                    line.problem = describe(summary.error(), service.options().language);
                }
                lines.push_back(std::move(line));
            }
            if (found->next == found->ids.size()) found->index.keep();
            return lines;
        },
        [this, turn = turn_, found](Result<std::vector<MeetingLine>> lines) {
            if (turn != turn_) return;
            if (!lines) return problem_(lines.error());
            ++edition_;
            std::ranges::move(*lines, std::back_inserter(lines_));
            next(found);
        },
        ClerkWorker::Again::No);
}

}  // namespace hamer::ui
