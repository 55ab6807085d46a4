// The form's part on files beside the record: a picture of a screen (6.2), a recording, a letter.
#include "report/date_text.h"
#include "ui/clerk/record_form.h"

#include <algorithm>
#include <fmt/format.h>

namespace hamer::ui {

void RecordForm::attachments(Lines& lines, const Around& around) {
    lines.heading(lines.say("Bijlagen (6.2)", "Attachments (6.2)"));
    for (std::size_t i = 0; i < draft_.attachments.size(); ++i)
        group(lines, {fmt::format("attachment.{}.", i)}, [&] { attachment(lines, i, around); });
    // It is saved at once, as a revision of its own.
    const bool can = !changed() && !around.is_acting && around.has_desktop;
    const std::string why =
        !around.has_desktop ? lines.say("Hier is geen venster om te kiezen. Gebruik: hamer record attach",
                                        "There is no window here to choose with. Use: hamer record attach")
        : around.is_acting  ? lines.say("Wacht tot dit klaar is.", "Wait until this is done.")
                            : lines.say("Bewaar eerst, of zet terug.", "Save first, or put it back.");
    if (lines.button("attachment.add", lines.say("Bestand toevoegen", "Add a file"), Icon::Page, can, why))
        around.attach();
}

void RecordForm::attachment(Lines& lines, std::size_t index, const Around& around) {
    Attachment& one = draft_.attachments[index];
    const auto key = [&](const char* field) { return numbered("attachment", index, field); };
    if (one.sha256.empty()) {
        lines.note(fmt::format("{} {}", lines.say("Gewiste bijlage van", "Erased attachment of"),
                               long_time(one.at, lines.language())));
        return;
    }
    lines.words({.text = fmt::format("{} ({} kB)", one.name, (one.size + 1023) / 1024),
                 .type = Type::Strong,
                 .icon = Icon::Page,
                 .key = key("name")});
    lines.field(key("remark"), lines.say("Wat is het, en van wie?", "What is it, and from whom?"), one.remark);
    if (lines.button(key("take"), lines.say("Opslaan als bestand", "Save as a file"), Icon::Folder, !around.is_acting))
        around.take_out(one);
    if (erase_button(lines, key("erase"), lines.say("Wis deze bijlage", "Erase this attachment"), around))
        around.erase_attachment(one.id);
}

}  // namespace hamer::ui
