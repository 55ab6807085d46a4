// What is done with a risk estimate besides writing it: putting its gathering ready for the chair.
#include "base/typed_time.h"
#include "ui/clerk/dossier_app.h"

#include <fmt/format.h>

namespace hamer::ui {

void DossierApp::prepare_meeting() {
    if (!typing_.form || !begin_act(view_.say("Klaarzetten", "Putting ready"))) return;
    requests_.prepare_meeting(typing_.form->record().id, acted<PreparedMeeting>([this](const PreparedMeeting& made) {
                                  view_.done = fmt::format("{} {}", view_.say("Klaargezet voor", "Put ready for"),
                                                           shown_day(made.date));
                              }));
}

}  // namespace hamer::ui
