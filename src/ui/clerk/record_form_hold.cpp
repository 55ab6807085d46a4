// The form's last part: whether the record is needed for something that runs, so that nothing of it may be erased.
#include "record/names.h"
#include "ui/clerk/record_form.h"

namespace hamer::ui {

void RecordForm::hold(Lines& lines) {
    lines.heading(lines.say("Niet wissen", "Not to be erased"));
    std::optional<HoldReason> why;
    if (draft_.hold) why = draft_.hold->why;
    lines.choose("hold", lines.say("Is dit dossier nog nodig?", "Is this record still needed?"), hold_reason_words,
                 why);
    if (!why) return draft_.hold.reset();
    if (!draft_.hold) draft_.hold = Hold{.since = to_iso(today())};
    draft_.hold->why = *why;
    lines.field("hold.text", lines.say("Welke zaak, of welk verzoek?", "Which case, or which request?"),
                draft_.hold->text);
    lines.note(lines.say("Zolang dit er staat, kan niemand dit dossier of een persoon erin wissen.",
                         "As long as this stands here, nobody can erase this record or a person in it."));
}

}  // namespace hamer::ui
