// What a view asks for. Views only read view models and emit these; the application carries them out.
#pragma once

#include "drill/conductor.h"
#include "session/command.h"
#include "session/preferences.h"
#include "session/values.h"

#include <string>
#include <variant>

namespace hamer::ui {

struct Record {
    Command command;
    std::string key;  // of the widget that asks, for the answer when it is refused
};
struct BeginMeeting {
    Meeting meeting;
};
struct PutAway {};
struct Choose {
    Preferences preferences;
};
struct TrySound {};
struct ToggleFullScreen {};
struct OpenSettings {};
struct OpenKeys {};
struct OpenDossier {};
struct OpenDrills {};
struct EndPractice {};
struct GoOnWithDrill {};
// What the trainer does.
struct Train {
    TrainerAct act;
};
// Of the broadcast's control, by hand.
enum class AskBroadcast { Again, Test, MakeSlate, StopStream, Forget };
using Action = std::variant<Record, BeginMeeting, PutAway, Choose, TrySound, ToggleFullScreen, OpenSettings, OpenKeys,
                            OpenDossier, OpenDrills, AskBroadcast, EndPractice, GoOnWithDrill, Train>;

}  // namespace hamer::ui
