#include "service/watch/follower_marks.h"

namespace hamer {

void FollowerMarks::poll(Follower& follower) {
    if (!follower.poll() || folder_.empty() || !follower.has_session()) return;
    if (follower.session_id() != session_) {
        session_ = follower.session_id();
        seq_ = 0;
    }
    const auto& records = follower.followed().journal().records;
    const std::uint64_t sure = records.size() - (follower.session().is_put_away() ? 0 : 1);
    if (records.empty() || sure <= seq_) return;
    seq_ = sure;
    if (!files_.make_folder(folder_)) return;
    [[maybe_unused]] const Status kept = keep_mark(files_, folder_, {session_, sure, records[sure - 1].hash, {}});
}

}  // namespace hamer
