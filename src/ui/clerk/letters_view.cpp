// What is made of the record for others: letters, each with whom it can be to, to send (PDF) or to write on in (Word);
// and the copy without personal data.
#include "ui/clerk/dossier_view.h"

#include <array>
#include <fmt/format.h>

namespace hamer::ui {

namespace {

struct Form {
    const char* key;
    const char* label;
    LetterForm form;
};
constexpr std::array forms = {Form{"pdf", "PDF", LetterForm::Pdf}, Form{"word", "Word", LetterForm::Word}};

// Whom it is to, below its title where that is not above it yet, and the two buttons beside it.
void draw_row(Lines& lines, const DossierView& view, const OfferedLetter& letter, const OfferedLetter::To& to,
              bool is_saved, DossierActions& actions) {
    Ui& ui = lines.ui();
    const float gap = ui.metrics().gap(Gap::Snug);
    std::vector<QuietButton> buttons;
    std::vector<std::string> keys;
    for (const Form& one : forms) keys.push_back(fmt::format("letter.{}.{}.{}", letter.id, to.person, one.key));
    float beside = 0;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        QuietButton button{.key = keys[i], .label = forms[i].label, .icon = Icon::Page, .guarded = false};
        button = file_button(button, view);
        if (!is_saved) {
            button.enabled = false;
            button.why = Say{view.language}("Bewaar eerst, of zet terug.", "Save first, or put it back.");
        }
        beside += quiet_button_width(ui, button) + gap;
        buttons.push_back(button);
    }
    const float width = lines.column().width() - beside;
    const Text words{.text = to.words.empty() ? letter.reader : to.words, .ink = Ink::Soft};
    const std::string_view first = &to == &letter.to.front() ? std::string_view(letter.title) : std::string_view();
    const Text title{.text = first, .type = Type::Strong};
    const float above = first.empty() ? 0 : text_height(ui, title, width);
    const float height = quiet_button_height(ui, buttons.front(), beside);
    Rect place = lines.column().next(std::max(height, above + text_height(ui, words, width)));
    for (std::size_t i = forms.size(); i-- > 0;) {
        Rect side = place.cut_right(quiet_button_width(ui, buttons[i]), gap);
        side.h = height;
        if (quiet_button(ui, side, buttons[i]) == Tap::Taken)
            actions.emplace_back(MakeLetter{{letter.id, to.person, forms[i].form}});
    }
    if (above > 0) place.y += text(ui, place, title);
    (void)text(ui, place, words);
}

}  // namespace

void draw_letters(Lines& lines, const DossierView& view, const RecordForm& form, DossierActions& actions) {
    const OfferedLetters& offered = view.record.page.letters;
    lines.note(
        lines.say("Brieven die bij dit dossier passen. Wat het dossier niet weet, staat er als “[vul in: …]”. "
                  "Een brief over een maatregel komt erbij zodra de maatregel bewaard is.",
                  "Letters that fit this record, in Dutch. What it does not know stands there as “[vul in: …]”. "
                  "A letter about a measure appears once the measure is saved."));
    for (const OfferedLetter& letter : offered.letters) {
        for (const OfferedLetter::To& to : letter.to) draw_row(lines, view, letter, to, !form.changed(), actions);
    }
    if (!is_incident(form.record().kind)) return;
    const QuietButton asked = file_button({.key = "public"}, view);
    if (lines.button("public", lines.say("Kopie voor een Woo-verzoek", "Copy for a Woo request"), Icon::Page,
                     asked.enabled, std::string(asked.why)))
        actions.emplace_back(DossierDo::MakePublicCopy);
    for (const std::string& problem : offered.problems)
        lines.words({.text = problem, .ink = Ink::Danger, .icon = Icon::Notice});
}

}  // namespace hamer::ui
