// What the service for drills is given and gives: values, without the folders and files that they come from. So they
// may go from thread to thread. Only a drill that begins is more: it is handed over whole, to be worked with here.
#pragma once

#include "base/result.h"
#include "drill/held.h"
#include "drill/scenario.h"
#include "report/document.h"
#include "service/practice/drill_facts.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hamer {

class MeetingService;

// One file of those that a drill can be chosen from.
struct ShelvedScenario {
    std::filesystem::path file;
    std::optional<DrillScenario> scenario{};  // one that fits the procedure
    std::optional<Error> problem{};           // else: why not
};

// What the place for drills lists.
struct DrillLists {
    std::vector<ShelvedScenario> shelf{};  // those that fit first
    std::vector<HeldDrill> held{};         // the latest first, also those that were not finished
    std::optional<Error> problem{};        // why one of them could not be read
};

// A drill as it stands in its folder, beside its journal (service/store/drill_folder.h).
struct KeptDrill {
    std::shared_ptr<const DrillScenario> scenario{};  // at its pace
    HeldDrill drill{};
    std::vector<TrainerAct> acts{};                // those that stand
    std::vector<std::filesystem::path> watched{};  // what to look at to know that there is something to read

    // When it began, to the millisecond after what was done before it.
    [[nodiscard]] Instant began() const { return drill.held; }
    // As far as it is `now` by the same clock; one that is over, at its end. A view of this: use it at once.
    [[nodiscard]] DrillFacts facts(const Session& session, Instant now) const;
};

// A drill that began, or goes on. Its meeting service is from now on for the thread that it is handed to.
struct BegunDrill {
    std::shared_ptr<MeetingService> service{};
    KeptDrill kept{};
};

// A drill that is over, to talk through.
struct ReadDebrief {
    KeptDrill kept{};
    std::shared_ptr<const Session> session{};
    Document document{};
    std::filesystem::path file{};       // debrief.pdf
    std::optional<Error> problem{};     // why that could not be written, or what was added could not be
    std::optional<Error> doubt{};       // why it may tell less, or something else, than was scored then
    std::vector<TrainerAct> unadded{};  // of what was to be added: what could not be
};

// A drill that was ended: that stands, whatever came of its debrief.
struct EndedDrill {
    Result<ReadDebrief> debrief;
};

// The drill that another window holds, as it was read last.
struct FollowedDrill {
    std::optional<KeptDrill> kept{};  // nothing: none was found yet
    std::shared_ptr<const Session> session{};
    std::optional<HeldDrill> newer{};   // one that began since, and is not finished
    std::optional<Error> problem{};     // why something could not be read or added
    std::vector<TrainerAct> unadded{};  // of what was to be added: what could not be
    std::vector<std::filesystem::path> watched{};
};

}  // namespace hamer
