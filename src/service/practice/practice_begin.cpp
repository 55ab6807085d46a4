// Beginning a drill (practice_service.h).
#include "base/attempt.h"
#include "service/meeting/meeting_service.h"
#include "service/practice/practice_service.h"

#include <tuple>
#include <utility>

namespace hamer {

namespace {

Meeting meeting_of(const DrillScenario& scenario, const DrillSetup& setup, Instant now, Language language) {
    Meeting meeting;
    // With a trainer the chair does not know what comes.
    const bool told = setup.lead == DrillLead::Program;
    meeting.name = told ? scenario.title.in(language) : Say{language}("Oefening", "Drill");
    meeting.date = calendar_date(now);
    meeting.broadcast = true;
    return meeting;
}

// What was done before the drill.
Status do_the_start(MeetingService& service, const DrillScenario& scenario) {
    for (const Do& step : scenario.start) {
        const auto done = service.execute({step, {}, "trainer"});
        if (!done) {
            return fail(ErrorKind::Refused, scenario.id + ": /start",
                        LocalText{done.error().message.nl, step.event + ": " + done.error().message.en});
        }
    }
    return {};
}

}  // namespace

Result<BegunDrill> PracticeService::begin(const DrillScenario& scenario, DrillSetup setup, Language language) {
    ASSIGN_OR_RETURN(const std::shared_ptr<MeetingService> service, take_meeting());
    // Where there is no such procedure, the check says so.
    std::ignore = service->use(scenario.procedure);
    const auto problems = check_scenario(scenario, service->procedure());
    if (!problems.empty()) {
        return fail(ErrorKind::Refused, scenario.id + ": " + problems.front().place, problems.front().problem,
                    "hamer check names all that does not fit", Trouble::WrongShape);
    }
    Meeting meeting = meeting_of(scenario, setup, service->now().at, language);
    meeting.kind = service->usual_kind();
    RETURN_IF_ERROR(service->begin(meeting, language));
    RETURN_IF_ERROR(do_the_start(*service, scenario));
    HeldDrill drill{.session = service->session_id(),
                    .scenario = scenario.id,
                    .title = scenario.title.in(language),
                    .held = service->now().at,
                    .setup = std::move(setup)};
    // What was done in the same millisecond is not the chair's.
    drill.held.milliseconds += 1;
    ASSIGN_OR_RETURN(auto made, DrillFolder::make(*options_.files, service->session_folder(), scenario, drill));
    folder_.emplace(std::move(made));
    return BegunDrill{service, kept_in(*folder_)};
}

}  // namespace hamer
