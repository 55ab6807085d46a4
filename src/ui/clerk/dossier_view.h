// What the clerk's place shows, as values: DossierApp changes them as answers come, and as it carries out what was
// asked for. The views draw them, emit actions (dossier_action.h), and know nothing of where they come from.
#pragma once

#include "base/text.h"
#include "drill/council_terms.h"
#include "service/clerk/clerk_values.h"
#include "ui/clerk/destroy_panel.h"
#include "ui/clerk/dossier_action.h"
#include "ui/clerk/fresh_incident.h"
#include "ui/clerk/merging.h"
#include "ui/clerk/named_panel.h"
#include "ui/clerk/record_form.h"
#include "ui/clerk/record_page.h"
#include "ui/toolkit/widgets/place_waiting.h"
#include "ui/toolkit/widgets/ui.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hamer::ui {

// A meeting behind this place that was not put away.
struct OpenMeeting {
    std::string words{};  // what must be seen of it here; empty: nothing
    bool urgent = false;
};

// The left side. A list is as it was read last.
struct ListsView {
    DossierList chosen = DossierList::Records;
    std::vector<RecordSummary> records{};
    std::vector<DueDuty> due{};
    std::vector<Delivery> deliveries{};
    std::size_t open_duties = 0;
    std::size_t open_deliveries = 0;
    std::set<std::string> drafts{};  // records with something typed that is not saved
    std::string user{};              // who works here
    bool is_read = false;            // once
    std::uint64_t edition = 0;       // another number whenever there are other rows
    FoundMeetings meetings{};
    ReadTotals totals{};
    std::vector<CouncilTerm> terms{};  // of the council, for its drills
};

// The record, or the meeting, that is open on the right.
struct RecordView {
    RecordTab tab = RecordTab::Read;
    RecordPage page{};
    int from = 0;  // the revisions that are compared
    int to = 0;
    std::optional<Merging> merging{};
    // Records in which a name stands, by name; nothing: they are being looked for.
    std::map<std::string, std::optional<std::vector<RecordSummary>>> earlier{};
    std::optional<std::string> meeting{};  // the session that is read
    std::vector<RecordSummary> of_meeting{};
};

struct DossierView {
    Language language = Language::Dutch;
    Instant now{};
    std::string back{};  // the words of the way back; empty: there is none
    std::optional<OpenMeeting> meeting{};
    ListsView lists{};
    RecordView record{};
    std::optional<NamedPanel> named{};  // in front of what is on the right
    std::optional<DestroyPanel> destroying{};
    // What is waited for: with words, what is being done to the register.
    PlaceWaiting waiting{};
    bool has_desktop = false;    // to choose and open files with
    bool is_choosing = false;    // a file, in the desktop's window
    bool has_made_file = false;  // `done` tells of it
    std::string problem{};       // what went wrong last, in words
    std::string done{};          // what was done last

    [[nodiscard]] std::string say(std::string_view nl, std::string_view en) const {
        return std::string(Say{language}(nl, en));
    }
    [[nodiscard]] bool is_acting() const { return !waiting.what.empty(); }
};

// What is being typed: the views' fields write in it. All of it that is of a record is a draft until it is saved.
struct DossierTyping {
    std::string search{};
    std::optional<DueDuty> duty{};     // that was opened last, in the list of what is due
    std::optional<RecordForm> form{};  // of the record that is open
    std::optional<FreshIncident> fresh{};
    std::optional<std::string> bundle{};  // the file to take a session from
    std::optional<std::string> name{};    // who works here
    LogFilter filter{};
    std::size_t next_needed = 0;  // of what the form lacks
    bool keys = false;            // the list of them is open
};

// A button that changes something: not while something else is being done.
[[nodiscard]] QuietButton act_button(QuietButton button, const DossierView& view);
// One that asks for a file: not while the desktop's chooser is open either.
[[nodiscard]] QuietButton file_button(QuietButton button, const DossierView& view);
[[nodiscard]] std::string mend_first(const LocalText& problem, const DossierView& view);

// The parts, each in its place.
void draw_lists(Ui& ui, Rect area, const DossierView& view, DossierTyping& typing, DossierActions& actions);
void draw_meetings(Ui& ui, Rect area, const DossierView& view, DossierActions& actions);
void draw_totals(Ui& ui, Rect area, const DossierView& view, DossierActions& actions);
void draw_record(Ui& ui, Rect area, const DossierView& view, DossierTyping& typing, DossierActions& actions);
void draw_form(Ui& ui, Rect area, const DossierView& view, DossierTyping& typing, DossierActions& actions);
void draw_letters(Lines& lines, const DossierView& view, const RecordForm& form, DossierActions& actions);
void draw_meeting(Ui& ui, Rect area, const DossierView& view, LogFilter& filter, DossierActions& actions);
void draw_fresh(Ui& ui, Rect area, const DossierView& view, FreshIncident& fresh, DossierActions& actions);
void draw_name(Ui& ui, Rect area, const DossierView& view, std::string& name, DossierActions& actions);
void draw_import(Ui& ui, Rect area, const DossierView& view, std::string& file, DossierActions& actions);
void draw_named_places(Ui& ui, Rect area, const DossierView& view, DossierActions& actions);
void draw_destroying(Ui& ui, Rect area, const DossierView& view, DossierActions& actions);
void draw_open_meeting(Ui& ui, Rect& area, const DossierView& view, DossierActions& actions);
void draw_message(Ui& ui, Rect room, const DossierView& view, DossierActions& actions);

// All of it. `sees_lists`: whether the left side was drawn.
struct DrawnDossier {
    bool sees_lists = false;
};
DrawnDossier draw_dossier(Ui& ui, const DossierView& view, DossierTyping& typing, DossierActions& actions);

}  // namespace hamer::ui
