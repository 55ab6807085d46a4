#include "service/practice/debriefing.h"

#include "base/attempt.h"
#include "journal/durable.h"
#include "report/debrief.h"
#include "report/pdf.h"
#include "service/practice/practice_service.h"

#include <fmt/format.h>

namespace hamer {

Result<Debriefing> Debriefing::open(FileSystem& files, const std::filesystem::path& data, const std::string& session) {
    const auto parent = sessions_folder(data, true);
    ASSIGN_OR_RETURN(auto stored, read_session(files, parent, session));
    ASSIGN_OR_RETURN(auto folder, DrillFolder::open(files, parent / session));
    if (!folder.drill().result) {
        return fail(ErrorKind::Refused, (parent / session).string(),
                    LocalText{"de oefening is nog niet afgerond", "the drill was not finished"},
                    {"Ga ermee verder en rond die af", "Go on with it, and end it"}, Trouble::NotNow);
    }
    return Debriefing(files, std::move(folder), std::move(stored));
}

DrillFacts Debriefing::observed() const {
    return {folder_.scenario(), stored_.session, folder_.drill(), folder_.acts(), folder_.drill().result->lasted_ms};
}

ReadDebrief Debriefing::shown(Language language) const {
    return {.kept = kept_in(folder_),
            .session = session_,
            .document = document(language),
            .file = file(),
            .problem = {},
            .doubt = doubt(),
            .unadded = {}};
}

std::optional<Error> Debriefing::doubt() const {
    if (stored_.journal.state() == JournalState::Damaged || stored_.unreadable) {
        return fail(ErrorKind::Refused, stored_.folder.string(),
                    LocalText{"het logboek van deze oefening is beschadigd: er kunnen stappen ontbreken",
                              "this drill's log is damaged: steps may be missing"},
                    {"hamer verify noemt de plaats", "hamer verify names the place"}, Trouble::Damaged)
            .value();
    }
    const DrillResult& then = *folder_.drill().result;
    const DrillScore now = observed().score();
    if (now.points == then.points && now.of == then.of) return std::nullopt;
    return fail(ErrorKind::Refused, stored_.folder.string(),
                LocalText{fmt::format("toen was de uitslag {} van {}, en uit het logboek volgt nu {} van {}",
                                      then.points, then.of, now.points, now.of),
                          fmt::format("it was scored {} of {} then, and its log gives {} of {} now", then.points,
                                      then.of, now.points, now.of)},
                {"Het scenario of het logboek is veranderd", "The scenario or the log was changed"}, Trouble::Damaged)
        .value();
}

Document Debriefing::document(Language language) const {
    const DrillFacts seen = observed();
    const DrillTimes times = seen.times();
    const DrillScore score = seen.score();
    return debrief_of({seen.scenario, seen.session.procedure(), times, score, seen.acts, seen.drill.held, seen.now_ms,
                       seen.drill.setup, attendance_of(seen.drill, seen.acts)},
                      language);
}

Status Debriefing::add(TrainerAct act) {
    act.at_ms = folder_.drill().result->lasted_ms;
    return folder_.add(std::move(act));
}

Status Debriefing::write(Language language) const {
    ASSIGN_OR_RETURN(const auto pdf, document_as_pdf(document(language), folder_.drill().held));
    return replace_file(*files_, file(), pdf);
}

}  // namespace hamer
