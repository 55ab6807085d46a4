#include "service/practice/drill_follower.h"

#include "base/attempt.h"
#include "service/store/session_folder.h"
#include "service/store/session_origin.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hamer {

namespace {

std::string in_words(const std::optional<Error>& problem) { return problem ? describe(*problem) : std::string(); }

}  // namespace

bool DrillFollower::poll() {
    const auto before = std::pair(in_words(problem_), newer_ ? newer_->session : std::string());
    const bool had_drill = has_drill();
    bool changed = false;
    problem_.reset();
    if (!session_ && !first_.empty()) {
        if (const auto opened = open(first_); !opened) problem_ = opened.error();
    }
    if (const auto looked = look_for_newer(); !looked) problem_ = looked.error();
    if (!session_) {
        if (first_.empty()) follow_newer();
    } else if (const auto read = read_current(); read) {
        changed = *read;
    } else {
        problem_ = read.error();
    }
    const auto after = std::pair(in_words(problem_), newer_ ? newer_->session : std::string());
    return changed || has_drill() != had_drill || after != before;
}

Status DrillFollower::look_for_newer() {
    newer_.reset();
    const auto parent = sessions_folder(data_, true);
    ASSIGN_OR_RETURN(const auto ids, list_sessions(files_, parent));
    // Only the newest of this device: an older one that was broken off is for its own window to go on with.
    const auto newest = std::ranges::find_if(ids.rbegin(), ids.rend(), [&](const std::string& id) {
        const auto origin = origin_of(files_, parent / id);
        return !origin || !*origin;
    });
    const std::string& followed = session_ ? session_->id() : first_;
    if (newest == ids.rend() || *newest <= followed) return {};
    const auto folder = DrillFolder::open(files_, parent / *newest);
    if (!folder || folder->drill().result) return {};  // it is being made just now, or is over
    newer_ = folder->drill();
    return {};
}

Status DrillFollower::open(const std::string& id) {
    const auto parent = sessions_folder(data_, true);
    ASSIGN_OR_RETURN(auto folder, DrillFolder::open(files_, parent / id));
    ASSIGN_OR_RETURN(auto session, FollowedSession::open(files_, parent, id));
    session_ = std::move(session);
    folder_.emplace(std::move(folder));
    newer_.reset();
    shown_ = std::make_shared<const Session>(session_->session());
    return without_value(read_current());
}

void DrillFollower::follow_newer() {
    if (!newer_) return;
    problem_.reset();
    const std::string id = newer_->session;
    if (const auto opened = open(id); !opened) problem_ = opened.error();
}

Result<bool> DrillFollower::read_current() {
    ASSIGN_OR_RETURN(const auto session, session_->read(files_, FollowedSession::Thoroughness::Changes));
    if (session) shown_ = std::make_shared<const Session>(session_->session());
    ASSIGN_OR_RETURN(const auto folder, folder_->read());
    return session || folder;
}

std::vector<std::filesystem::path> DrillFollower::watched() const {
    std::vector<std::filesystem::path> paths{sessions_folder(data_, true)};
    if (!session_) return paths;
    for (auto& path : session_->watched()) paths.push_back(std::move(path));
    for (auto& path : folder_->watched()) paths.push_back(std::move(path));
    return paths;
}

}  // namespace hamer
