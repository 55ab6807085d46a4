#include "service/practice/practice_service.h"

#include "base/attempt.h"
#include "service/meeting/meeting_service.h"
#include "service/practice/scenario_shelf.h"
#include "service/store/held_drills.h"
#include "service/store/session_folder.h"

#include <utility>

namespace hamer {

KeptDrill kept_in(const DrillFolder& folder) {
    return {std::make_shared<const DrillScenario>(folder.scenario()), folder.drill(), folder.acts(), folder.watched()};
}

PracticeService::PracticeService(Options options) : options_(std::move(options)) {}

PracticeService::~PracticeService() = default;

Status PracticeService::open_meeting() {
    if (meeting_) return {};
    ASSIGN_OR_RETURN(auto opened, options_.open_meeting());
    meeting_ = std::move(opened);
    return {};
}

// A service has one session in its life here: what a drill left behind is not in the next one.
Result<std::unique_ptr<MeetingService>> PracticeService::take_meeting() {
    RETURN_IF_ERROR(open_meeting());
    return std::move(meeting_);
}

DrillLists PracticeService::lists() {
    DrillLists made;
    if (const auto opened = open_meeting(); opened)
        made.shelf = shelved_scenarios(*options_.files, options_.shelves, meeting_->procedures());
    else
        made.problem = opened.error();
    if (auto held = drills_begun(*options_.files, options_.data))
        made.held = *std::move(held);
    else
        made.problem = held.error();
    return made;
}

std::optional<HeldDrill> PracticeService::broken_off(Instant now) const {
    return hamer::broken_off(*options_.files, options_.data, now);
}

Result<BegunDrill> PracticeService::resume(const std::string& session) {
    ASSIGN_OR_RETURN(auto meeting, take_meeting());
    RETURN_IF_ERROR(meeting->reopen(session));
    folder_.reset();
    ASSIGN_OR_RETURN(const auto folder, folder_of(session));
    return BegunDrill{std::move(meeting), kept_in(*folder)};
}

Result<DrillFolder*> PracticeService::folder_of(const std::string& session) {
    const auto place = sessions_folder(options_.data, true) / session;
    if (folder_ && folder_->folder() == place) return &*folder_;
    ASSIGN_OR_RETURN(auto opened, DrillFolder::open(*options_.files, place));
    return &folder_.emplace(std::move(opened));
}

Result<KeptDrill> PracticeService::add(const std::string& session, TrainerAct act) {
    ASSIGN_OR_RETURN(const auto folder, folder_of(session));
    RETURN_IF_ERROR(folder->add(std::move(act)));
    return kept_in(*folder);
}

Result<std::optional<KeptDrill>> PracticeService::read(const std::string& session) {
    ASSIGN_OR_RETURN(const auto folder, folder_of(session));
    ASSIGN_OR_RETURN(const auto changed, folder->read());
    return changed ? std::optional(kept_in(*folder)) : std::nullopt;
}

Result<EndedDrill> PracticeService::end(const std::string& session, const DrillResult& result,
                                        const std::vector<TrainerAct>& typed, Language language) {
    folder_.reset();  // as it is now: an end that nobody waited for any more may have come
    ASSIGN_OR_RETURN(const auto folder, folder_of(session));
    if (!folder->drill().result) {
        RETURN_IF_ERROR(folder->finish(result));
    }
    folder_.reset();
    return EndedDrill{open_debrief(session, typed, language)};
}

Result<Debriefing*> PracticeService::debriefing_of(const std::string& session) {
    if (debriefing_ && debriefing_->session_id() == session) return &*debriefing_;
    ASSIGN_OR_RETURN(auto opened, Debriefing::open(*options_.files, options_.data, session));
    return &debriefing_.emplace(std::move(opened));
}

Result<ReadDebrief> PracticeService::open_debrief(const std::string& session, const std::vector<TrainerAct>& typed,
                                                  Language language) {
    debriefing_.reset();  // from the disk, as it is now
    auto read = add_to_debrief(session, typed, language);
    if (!read || read->problem) return read;
    const auto there = options_.files->look(debriefing_->file());
    const Status written = !there   ? Status(tl::unexpected<Error>(there.error()))
                           : *there ? Status()
                                    : debriefing_->write(language);
    if (!written) read->problem = written.error();
    return read;
}

Result<ReadDebrief> PracticeService::add_to_debrief(const std::string& session, const std::vector<TrainerAct>& acts,
                                                    Language language) {
    ASSIGN_OR_RETURN(const auto debriefing, debriefing_of(session));
    std::optional<Error> problem;
    std::vector<TrainerAct> unadded;
    for (const TrainerAct& act : acts) {
        const auto added = debriefing->add(act);
        if (added) continue;
        problem = added.error();
        unadded.push_back(act);
    }
    if (unadded.size() < acts.size()) {
        if (const auto written = debriefing->write(language); !written && !problem) problem = written.error();
    }
    ReadDebrief read = debriefing->shown(language);
    read.problem = problem;
    read.unadded = std::move(unadded);
    return read;
}

Result<std::optional<ReadDebrief>> PracticeService::read_debrief(const std::string& session, Language language) {
    ASSIGN_OR_RETURN(const auto debriefing, debriefing_of(session));
    ASSIGN_OR_RETURN(const auto changed, debriefing->read());
    return changed ? std::optional(debriefing->shown(language)) : std::nullopt;
}

}  // namespace hamer
