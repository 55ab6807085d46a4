// A drill that is over, to talk through: what was expected against what happened, and what is agreed. The trainer's
// ratings and what is agreed can be added at any later time; debrief.pdf beside the journal is then written anew. One
// thread.
#pragma once

#include "report/document.h"
#include "service/practice/drill_values.h"
#include "service/store/drill_folder.h"
#include "service/store/session_folder.h"

#include <filesystem>
#include <memory>
#include <string>

namespace hamer {

class Debriefing {
  public:
    // Reads the drill's folder and journal. Refused while the drill goes on. `files` outlives it.
    [[nodiscard]] static Result<Debriefing> open(FileSystem& files, const std::filesystem::path& data,
                                                 const std::string& session);

    // Reads what another window added; true when something is other than before.
    [[nodiscard]] Result<bool> read() { return folder_.read(); }
    [[nodiscard]] const std::string& session_id() const { return stored_.id; }
    [[nodiscard]] DrillFacts observed() const;
    // All that is shown of it.
    [[nodiscard]] ReadDebrief shown(Language language) const;
    [[nodiscard]] Document document(Language language) const;
    // Adds what the trainer rates or notes, durably; the PDF is as it was until it is written anew.
    [[nodiscard]] Status add(TrainerAct act);
    [[nodiscard]] Status write(Language language) const;
    [[nodiscard]] std::filesystem::path file() const { return folder_.folder() / "debrief.pdf"; }

  private:
    // Where its log cannot tell all that it told when the drill ended.
    [[nodiscard]] std::optional<Error> doubt() const;
    Debriefing(FileSystem& files, DrillFolder folder, StoredSession stored)
        : files_(&files),
          folder_(std::move(folder)),
          stored_(std::move(stored)),
          session_(std::make_shared<const Session>(stored_.session)) {}

    FileSystem* files_;
    DrillFolder folder_;
    StoredSession stored_;
    std::shared_ptr<const Session> session_;  // for those who are shown it
};

}  // namespace hamer
