// The right side: one record to complete, with what somebody else saved meanwhile, and what it still needs.
#include "ui/clerk/dossier_view.h"
#include "ui/toolkit/widgets/scroll.h"

#include <fmt/format.h>

namespace hamer::ui {

namespace {

// Empty: it can be.
std::string why_not_saved(const DossierView& view, const RecordForm& form) {
    if (view.record.merging && !view.record.merging->is_decided()) {
        return view.say("Kies eerst bij wat u allebei veranderde.", "Choose first where you both changed something.");
    }
    const auto problem = form.held_up();
    return problem ? mend_first(*problem, view) : std::string();
}

// What is still needed, always on one line of the same height, and the way to the next of it.
void draw_needed(Ui& ui, Rect& area, const DossierView& view, RecordForm& form, std::size_t& next_needed) {
    const auto lacking = form.lacking();
    const std::string label = fmt::format("{} ({})", view.say("Nog nodig", "Still needed"), lacking.size());
    const QuietButton next{.key = "needed",
                           .label = label,
                           .icon = lacking.empty() ? Icon::Check : Icon::Right,
                           .enabled = !lacking.empty(),
                           .why = Say{view.language}("Alles is ingevuld.", "All is filled in."),
                           .guarded = false};
    Rect line = area.cut_bottom(quiet_button_height(ui, next, area.w), ui.metrics().gap(Gap::Tight));
    const std::size_t at = lacking.empty() ? 0 : next_needed % lacking.size();
    const bool asked = quiet_button(ui, line.cut_left(quiet_button_width(ui, next), ui.metrics().gap(Gap::Normal)),
                                    next) == Tap::Taken;
    const std::string words = lacking.empty() ? "" : lacking[at].text.in(view.language);
    const Text first{.text = words, .ink = Ink::Soft, .key = "needed.next"};
    if (!words.empty() && text_line_width(ui, first) <= line.w) text_line(ui, line, first);
    if (!asked) return;
    form.go_to(ui, form.key_of_place(lacking[at].place));
    // What is filled in there goes from the list, and the one after it comes in its place.
    next_needed = at + 1;
}

// Save, complete, put back. `held_up`: why it cannot be saved; empty: it can. `to_mend`: why it cannot be complete.
std::vector<QuietButton> form_buttons(const DossierView& view, const RecordForm& form, std::string_view held_up,
                                      std::string_view to_mend) {
    const Say say{view.language};
    const bool changed = form.changed();
    const bool lacks = !form.lacking().empty();
    const bool is_complete = status(form.record()) == IncidentStatus::Complete;
    return {
        act_button({.key = "save",
                    .label = say("Bewaren", "Save"),
                    .filled = changed,
                    .enabled = changed && held_up.empty(),
                    .why = changed ? held_up : say("Er is niets veranderd.", "Nothing was changed."),
                    .guarded = false},
                   view),
        act_button({.key = "complete",
                    .label = is_complete ? say("Is compleet", "Is complete") : say("Compleet maken", "Make complete"),
                    .icon = Icon::Check,
                    .enabled = held_up.empty() && !lacks && to_mend.empty() && !is_complete,
                    .why = is_complete        ? say("Dit dossier is al compleet.", "This record is complete already.")
                           : !held_up.empty() ? held_up
                           : lacks            ? say("Vul eerst aan wat nog nodig is.", "First add what is needed.")
                                              : to_mend,
                    .guarded = false},
                   view),
        {.key = "revert",
         .label = say("Zet terug", "Put back"),
         .icon = Icon::Undo,
         .enabled = changed && !view.is_acting(),
         .why = view.is_acting() ? say("Wacht tot dit klaar is.", "Wait until this is done.")
                                 : say("Er is niets veranderd.", "Nothing was changed."),
         .guarded = false}};
}

// The form itself, below what somebody else changed.
void draw_fields(Ui& ui, Rect area, const DossierView& view, RecordForm& form, DossierActions& actions) {
    const auto& merging = view.record.merging;
    // What somebody else changed stands at the top: then it begins there.
    const std::string content = form.record().id + (merging ? fmt::format(" {}", merging->revision) : "");
    Scroll scroll(ui, "form", area, Scroll::Stop::Yes, content);
    Column column(scroll.content(), ui.metrics().gap(Gap::Tight));
    Lines lines(ui, column, view.language);
    if (merging) {
        if (const auto decided = draw_merging(lines, *merging, form.draft())) actions.emplace_back(*decided);
    }
    const auto earlier = [&](const std::string& name) -> const std::vector<RecordSummary>* {
        const auto known = view.record.earlier.find(name);
        if (known != view.record.earlier.end()) return known->second ? &*known->second : nullptr;
        actions.emplace_back(LookForName{name});
        return nullptr;
    };
    const auto erase = [&](const std::string& person) { actions.emplace_back(ErasePersonData{person}); };
    form.draw(lines, {.now = view.now,
                      .user = view.lists.user,
                      .earlier = earlier,
                      .erase = erase,
                      .is_acting = view.is_acting() || view.is_choosing,
                      .attach = [&] { actions.emplace_back(DossierDo::AddAttachment); },
                      .take_out = [&](const Attachment& one) { actions.emplace_back(TakeAttachment{one.id}); },
                      .erase_attachment = [&](const std::string& id) { actions.emplace_back(EraseAttachment{id}); },
                      .prepare = [&] { actions.emplace_back(DossierDo::PrepareMeeting); },
                      .has_desktop = view.has_desktop,
                      .risks = view.record.page.risks});
    if (const auto group = form.going()) scroll.bring_into_view(group->first, group->second);
    scroll.extent(column.used());
}

}  // namespace

std::string mend_first(const LocalText& problem, const DossierView& view) {
    return fmt::format("{} {}",
                       view.say("Verbeter eerst wat in het rood staat:", "Put right first what stands in red:"),
                       problem.in(view.language));
}

void draw_form(Ui& ui, Rect area, const DossierView& view, DossierTyping& typing, DossierActions& actions) {
    RecordForm& form = *typing.form;
    const std::string held_up = why_not_saved(view, form);
    const auto problems = form.problems();
    const std::string to_mend = problems.empty() ? "" : mend_first(problems.begin()->second, view);
    const std::vector<QuietButton> buttons = form_buttons(view, form, held_up, to_mend);
    const Rect foot = area.cut_bottom(quiet_buttons_height(ui, buttons, area.w), ui.metrics().gap(Gap::Snug));
    const int pressed = quiet_buttons(ui, foot, buttons);
    draw_needed(ui, area, view, form, typing.next_needed);
    draw_fields(ui, area, view, form, actions);
    // Ctrl+S says why it cannot, as the button does.
    const bool wanted = ui.take_while_editing(key_of('s'), {.control = true});
    if (wanted && !buttons.front().enabled)
        ui.refuse("save", buttons.front().why, foot);
    else if (pressed == 0 || wanted)
        actions.emplace_back(DossierDo::Save);
    if (pressed == 1) actions.emplace_back(DossierDo::Complete);
    if (pressed == 2) actions.emplace_back(DossierDo::PutBack);
}

}  // namespace hamer::ui
