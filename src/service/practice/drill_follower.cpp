#include "service/practice/drill_follower.h"

#include "service/store/session_folder.h"
#include "service/store/session_origin.h"

#include <algorithm>

namespace hamer {

void DrillFollower::poll() {
    problem_.reset();
    if (const auto looked = look_for_newer(); !looked) problem_ = looked.error();
    if (!session_) return follow_newer();
    if (const auto read = read_current(); !read) problem_ = read.error();
}

Status DrillFollower::look_for_newer() {
    newer_.reset();
    const auto parent = sessions_folder(data_, true);
    const auto ids = list_sessions(files_, parent);
    if (!ids) return tl::unexpected<Error>(ids.error());
    // Only the newest of this device: an older one that was broken off is for its own window to go on with.
    const auto newest = std::ranges::find_if(ids->rbegin(), ids->rend(), [&](const std::string& id) {
        const auto origin = origin_of(files_, parent / id);
        return !origin || !*origin;
    });
    if (newest == ids->rend() || (session_ && *newest <= session_->id())) return {};
    const auto folder = DrillFolder::open(files_, parent / *newest);
    if (!folder || folder->drill().result) return {};  // it is being made just now, or is over
    newer_ = folder->drill();
    return {};
}

Status DrillFollower::open_newer() {
    const auto parent = sessions_folder(data_, true);
    auto folder = DrillFolder::open(files_, parent / newer_->session);
    if (!folder) return tl::unexpected<Error>(folder.error());
    auto session = FollowedSession::open(files_, parent, newer_->session);
    if (!session) return tl::unexpected<Error>(session.error());
    session_ = *std::move(session);
    folder_.emplace(*std::move(folder));
    newer_.reset();
    return read_current();
}

void DrillFollower::follow_newer() {
    if (!newer_) return;
    problem_.reset();
    if (const auto opened = open_newer(); !opened) problem_ = opened.error();
}

Status DrillFollower::read_current() {
    if (auto read = session_->read(files_, FollowedSession::Thoroughness::Changes); !read) {
        return tl::unexpected<Error>(read.error());
    }
    if (auto read = folder_->read(); !read) return tl::unexpected<Error>(read.error());
    return {};
}

DrillFacts DrillFollower::observed() const {
    const auto& result = folder_->drill().result;
    const std::int64_t passed = clock_.now().at.milliseconds - folder_->began().milliseconds;
    return {folder_->scenario(), session_->session(), folder_->drill(), folder_->acts(),
            result ? result->lasted : std::max<std::int64_t>(0, passed)};
}

void DrillFollower::act(TrainerAct act) {
    act.at = observed().now;
    problem_.reset();
    if (const auto added = folder_->add(std::move(act)); !added) problem_ = added.error();
}

std::vector<std::filesystem::path> DrillFollower::watched() const {
    std::vector<std::filesystem::path> paths{sessions_folder(data_, true)};
    if (!session_) return paths;
    for (auto& path : session_->watched()) paths.push_back(std::move(path));
    for (auto& path : folder_->watched()) paths.push_back(std::move(path));
    return paths;
}

}  // namespace hamer
