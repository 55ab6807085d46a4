// What the views of the clerk's place ask for. They only read what they draw and emit these; DossierApp carries them
// out, once the frame is drawn.
#pragma once

#include "record/listing.h"
#include "service/clerk/clerk_values.h"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace hamer::ui {

enum class DossierList { Records, Due, Deliveries, Meetings, Overview };
enum class RecordTab { Read, Complete, Log, Changes, Gir, Letters };

// Of the place as a whole.
enum class DossierDo {
    GoBack,     // out of the place
    ToMeeting,  // that is open behind it
    ToTheList,  // where what was opened from it hides it
    CloseMessage,
    StopWaiting,
    WaitNoLonger,
    OpenMade,   // the file that was written last
    ShowNamed,  // where a name still is, which waited behind what is typed
    CloseNamed,
    DeliverAgain,
    // What begins on the right.
    BeginIncident,
    BeginImport,
    AskName,
    GiveName,
    TellIncident,
    ChooseBundle,
    TakeIn,
    // Of the record that is open.
    Save,
    Complete,
    PutBack,
    EraseRecord,
    MakeReport,
    MakePoliceAnnex,
    MakePublicCopy,
    MakeBriefing,
    MakeCalendar,
    ExportSession,
    AddAttachment,
    PrepareMeeting,
    // Destroying what was kept for long enough.
    BeginDestroying,
    ChooseStatement,
    DestroyOld,
    CloseDestroying,
};
struct ChooseList {
    DossierList list;
};
struct SearchRecords {};
struct OpenRecord {
    std::string id;
    RecordTab tab;
};
struct OpenMeetingLog {
    std::string session;
};
struct MakeCases {
    int year;
};
struct MakeYear {
    int year;
    YearForm form;
};
// Nothing: the last two.
struct ChooseYear {
    std::optional<int> year;
};
struct ChooseTab {
    RecordTab tab;
};
struct CompareRevisions {
    int from;
    int to;
};
struct TellCopied {
    std::string field;  // its label
};
// Which side of a clash holds: 0 theirs, 1 mine.
struct DecideClash {
    std::size_t clash;
    int side;
};
struct LookForName {
    std::string name;
};
struct ErasePersonData {
    std::string person;
};
struct TakeAttachment {
    std::string attachment;  // its id
};
struct EraseAttachment {
    std::string attachment;
};
struct ClearNamedPlace {
    std::size_t place;
};
struct MakeLetter {
    AskedLetter asked;
};
// A duty that is due, from the list of them.
struct TickOff {
    DueDuty duty;
};

using DossierAction =
    std::variant<DossierDo, ChooseList, SearchRecords, OpenRecord, OpenMeetingLog, MakeCases, MakeYear, ChooseYear,
                 ChooseTab, CompareRevisions, TellCopied, DecideClash, LookForName, ErasePersonData, ClearNamedPlace,
                 MakeLetter, TickOff, TakeAttachment, EraseAttachment>;
using DossierActions = std::vector<DossierAction>;

}  // namespace hamer::ui
