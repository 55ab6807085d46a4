// What was typed, kept as a draft while it is typed, so that something else may be opened.
#include "ui/clerk/dossier_app.h"

#include <fmt/format.h>

namespace hamer::ui {

// What was typed on the right, as it is to be kept; nothing: there is nothing to keep.
std::optional<Draft> DossierApp::typed() const {
    if (typing_.form && typing_.form->changed()) {
        const RecordForm& form = *typing_.form;
        // As long as it is not decided what holds, it stands on what both began with: so that it is asked again.
        const auto& merging = view_.record.merging;
        const bool asks = merging && !merging->is_decided();
        return Draft{form.record().id, asks ? merging->before : form.record().revision, form.draft(), form.typed()};
    }
    if (typing_.fresh) return draft_of(*typing_.fresh);
    return std::nullopt;
}

void DossierApp::keep_typed() {
    if (!options_.drafts || !(typing_.form || typing_.fresh)) return;
    auto now_typed = typed();
    if (now_typed == kept_) return;
    const std::string record = now_typed ? now_typed->record : kept_->record;
    if (now_typed)
        options_.drafts->keep(*now_typed);
    else
        options_.drafts->drop(record);
    if (now_typed.has_value() != kept_.has_value()) {
        if (now_typed)
            view_.lists.drafts.insert(record);
        else
            view_.lists.drafts.erase(record);
        ++view_.lists.edition;
    }
    kept_ = std::move(now_typed);
}

// As soon as it is known, and once: whoever goes on typing counts on it.
void DossierApp::say_unkept() {
    const auto problem = options_.drafts && typed() ? options_.drafts->problem() : std::nullopt;
    const std::string words = problem ? describe(*problem, view_.language) : std::string();
    if (words == unkept_) return;
    unkept_ = words;
    if (words.empty()) return;
    view_.problem = fmt::format(
        "{} {}",
        view_.say("Wat u typt, kan niet als concept worden bewaard.", "What you type cannot be kept as a draft."),
        words);
}

// Whether what is on the right may go: false, and the reason in words, while what was typed in it would be lost.
bool DossierApp::may_leave() {
    if (!typed()) return true;
    keep_typed();
    const auto problem = options_.drafts ? options_.drafts->problem() : std::nullopt;
    const bool acts = view_.is_acting();
    if (options_.drafts && !problem && !acts) return true;
    view_.problem = acts ? view_.say("Wacht tot dit klaar is.", "Wait until this is done.")
                         : view_.say("Bewaar eerst wat u hebt ingevuld, of zet het terug.",
                                     "Save first what you filled in, or put it back.");
    if (!acts && problem) {
        view_.problem += fmt::format(
            " {} {}", view_.say("Het kan niet als concept worden bewaard.", "It cannot be kept as a draft."),
            describe(*problem, view_.language));
    }
    view_.record.tab = RecordTab::Complete;
    return false;
}

// The same for what was asked for when this was typed, and comes now: nobody's form goes while they type in it.
bool DossierApp::still_stands(const std::optional<Draft>& before) {
    if (typed() == before) return may_leave();
    view_.problem = view_.say("U typte intussen verder. Kies nog eens wat u wilt openen.",
                              "You went on typing meanwhile. Choose once more what to open.");
    return false;
}

}  // namespace hamer::ui
