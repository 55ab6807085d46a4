#include "service/practice/debriefing.h"

#include "base/attempt.h"
#include "journal/durable.h"
#include "report/debrief.h"
#include "report/pdf.h"
#include "service/practice/practice_service.h"

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
    return {folder_.scenario(), stored_.session, folder_.drill(), folder_.acts(), folder_.drill().result->lasted};
}

ReadDebrief Debriefing::shown(Language language) const {
    return {kept_in(folder_), session_, document(language), file(), {}};
}

Document Debriefing::document(Language language) const {
    const DrillFacts seen = observed();
    const DrillTimes times = seen.times();
    const DrillScore score = seen.score();
    return debrief_of({seen.scenario, seen.session.procedure(), times, score, seen.acts, seen.drill.held, seen.now,
                       seen.drill.setup, attendance_of(seen.drill, seen.acts)},
                      language);
}

Status Debriefing::add(TrainerAct act, Language language) {
    act.at = folder_.drill().result->lasted;
    if (auto added = folder_.add(std::move(act)); !added) return added;
    return write(language);
}

Status Debriefing::write(Language language) const {
    ASSIGN_OR_RETURN(const auto pdf, document_as_pdf(document(language), folder_.drill().held));
    return replace_file(*files_, file(), pdf);
}

}  // namespace hamer
