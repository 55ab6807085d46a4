#include "service/clerk/meeting_list.h"

#include "base/attempt.h"
#include "service/clerk/clerk_service.h"
#include "service/clerk/clerk_worker.h"

#include <algorithm>
#include <iterator>

namespace hamer {

namespace {

constexpr std::size_t most_at_a_time = 100;

}  // namespace

// The index, and the ids that it has, the latest first. Only the service's thread works with it.
struct MeetingList::Index {
    SessionIndex index;
    std::vector<std::string> ids;
    std::size_t next = 0;
};

void MeetingList::begin() {
    ++turn_;
    found_ = {.edition = found_.edition + 1};
    clerk_.ask<std::shared_ptr<Index>>(
        [](ClerkService& service) -> Result<std::shared_ptr<Index>> {
            auto index = std::make_shared<Index>(Index{service.session_index(), {}});
            ASSIGN_OR_RETURN(auto ids, index->index.ids());
            index->ids = std::move(ids);
            std::ranges::reverse(index->ids);
            return index;
        },
        [this, turn = turn_](const Result<std::shared_ptr<Index>>& index) {
            if (turn != turn_) return;
            if (!index) return problem_(index.error());
            found_.total = (*index)->ids.size();
            next(*index);
        });
}

// The next ones: those that the index has, up to one that has to be read.
void MeetingList::next(std::shared_ptr<Index> index) {
    found_.ready = found_.lines.size() == found_.total;
    if (found_.ready) return;
    clerk_.ask<std::vector<MeetingLine>>(
        [index](ClerkService& service) -> Result<std::vector<MeetingLine>> {
            std::vector<MeetingLine> lines;
            const std::size_t read_before = index->index.read_count();
            while (index->next < index->ids.size() && lines.size() < most_at_a_time &&
                   index->index.read_count() == read_before) {
                MeetingLine line{.id = index->ids[index->next++]};
                if (const auto summary = index->index.summary(line.id)) {
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
            if (index->next == index->ids.size()) index->index.keep();
            return lines;
        },
        [this, turn = turn_, index](Result<std::vector<MeetingLine>> lines) {
            if (turn != turn_) return;
            if (!lines) return problem_(lines.error());
            ++found_.edition;
            std::ranges::move(*lines, std::back_inserter(found_.lines));
            next(index);
        },
        ClerkWorker::Again::No);
}

}  // namespace hamer
