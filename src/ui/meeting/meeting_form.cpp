#include "ui/meeting/meeting_form.h"

#include "base/typed_time.h"
#include "session/meeting_words.h"
#include "ui/toolkit/widgets/choice.h"
#include "ui/toolkit/widgets/field.h"
#include "ui/toolkit/widgets/text.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace hamer::ui {

namespace {

bool blank(const std::string& text) { return text.find_first_not_of(' ') == std::string::npos; }

struct Entered {
    TextField field;
    std::string* text = nullptr;
};

// Beside each other where there is room, else under each other.
void row(Ui& ui, Column& column, const std::vector<Entered>& entered) {
    constexpr float least_mm = 38;  // of a field beside another
    const float gap = ui.metrics().gap(Gap::Normal);
    const float width = column_width(column.width(), static_cast<int>(entered.size()), gap);
    if (ui.metrics().portrait() || width < ui.metrics().mm(least_mm)) {
        for (const auto& [asked, text] : entered) {
            (void)field(ui, column.next(field_height(ui, asked, *text, column.width())), asked, *text);
        }
        return;
    }
    float height = 0;
    for (const auto& [asked, text] : entered) height = std::max(height, field_height(ui, asked, *text, width));
    const auto places = columns(column.next(height), static_cast<int>(entered.size()), gap);
    for (std::size_t i = 0; i < entered.size(); ++i) (void)field(ui, places[i], entered[i].field, *entered[i].text);
}

}  // namespace

MeetingForm::MeetingForm(const Meeting& meeting, const Municipality& municipality)
    : municipality_(municipality), before_(meeting), typed_(located(meeting, municipality)) {
    typed_.date = shown_day(meeting.date);
}

void MeetingForm::draw(Ui& ui, Column& column, const Say& say) {
    const SegmentedControl kind{.key = "meeting.kind",
                                .segments = {{"council", std::string(say("Raad", "Council"))},
                                             {"committee", std::string(say("Commissie", "Committee"))},
                                             {"other", std::string(say("Andere bijeenkomst", "Other gathering"))}},
                                .chosen = meeting_kind_words[static_cast<std::size_t>(typed_.kind)]};
    const std::string chosen = choice(ui, column.next(choice_height(ui, kind, column.width())), kind);
    const auto found = std::ranges::find(meeting_kind_words, chosen);
    if (found != meeting_kind_words.end()) typed_.kind = static_cast<MeetingKind>(found - meeting_kind_words.begin());

    const std::string wrong_date = typed_.date == shown_day(before_.date)
                                       ? ""
                                       : wrong_with_date(typed_.date, day_from_iso(before_.date)).in(say.language);
    const bool without_address = !blank(typed_.place) && blank(typed_.address);
    row(ui, column,
        {{{.key = "meeting.name", .label = say("Vergadering", "Meeting"), .limit = 120}, &typed_.name},
         {{.key = "meeting.date",
           .label = say("Datum", "Date"),
           .hint = say("dd-mm-jjjj", "dd-mm-yyyy"),
           .below = wrong_date,
           .wrong = !wrong_date.empty(),
           .limit = 40},
          &typed_.date}});
    row(ui, column,
        {{{.key = "meeting.chair", .label = say("Voorzitter", "Chair"), .limit = 120}, &typed_.chair},
         {{.key = "meeting.clerk", .label = say("Griffier", "Clerk"), .limit = 120}, &typed_.clerk}});
    row(ui, column,
        {{{.key = "meeting.room", .label = say("Zaal", "Room"), .limit = 120}, &typed_.room},
         {{.key = "meeting.place", .label = say("Plaats", "Place"), .hint = municipality_.place, .limit = 120},
          &typed_.place},
         {{.key = "meeting.address",
           .label = say("Adres", "Address"),
           .hint = say("straat en nummer, plaats", "street and number, town"),
           .below = without_address
                        ? say("Zonder adres vindt de politie u niet.", "Without it the police cannot find you.")
                        : std::string_view(),
           .wrong = without_address,
           .limit = 120},
          &typed_.address}});
}

std::string MeetingForm::why_not(const Say& say) const {
    if (blank(typed_.name)) {
        return std::string(say("Geef de vergadering eerst een naam.", "Give the meeting a name first."));
    }
    if (typed_.date == shown_day(before_.date)) return {};
    const std::string wrong = wrong_with_date(typed_.date, day_from_iso(before_.date)).in(say.language);
    return wrong.empty() ? wrong : std::string(say("Verbeter eerst de datum. ", "Mend the date first. ")) + wrong;
}

Meeting MeetingForm::meeting() const {
    Meeting made = typed_;
    const auto day = day_typed(typed_.date, day_from_iso(before_.date));
    made.date = typed_.date == shown_day(before_.date) ? before_.date : day ? to_iso(*day) : typed_.date;
    const Meeting there = located(before_, municipality_);
    if (made.place == there.place && made.address == there.address) {
        made.place = before_.place;
        made.address = before_.address;
    }
    return made;
}

}  // namespace hamer::ui
