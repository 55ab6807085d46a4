// What a view asks for. Views only read view models and emit these; the application carries them out.
#pragma once

#include "drill/conductor.h"
#include "session/command.h"
#include "session/preferences.h"
#include "session/values.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace hamer::ui {

struct GiveCommand {
    Command command;
    std::string key;  // of the widget that asks, for the answer when it is refused
};
// The chair's own command, which is what every tap on these screens gives: the only place where one is made.
[[nodiscard]] inline GiveCommand by_chair(decltype(Command::what) what, std::string key) {
    return {{std::move(what), std::nullopt, std::string(chair_actor)}, std::move(key)};
}
struct BeginMeeting {
    Meeting meeting;
};
struct PutAway {};
struct Choose {
    Preferences preferences;
};
// The chair's switch: whether other screens may ask for a step.
struct LetOthers {
    bool on = true;
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
using Action =
    std::variant<GiveCommand, BeginMeeting, PutAway, Choose, TrySound, ToggleFullScreen, OpenSettings, OpenKeys,
                 OpenDossier, OpenDrills, AskBroadcast, EndPractice, GoOnWithDrill, Train, LetOthers>;

}  // namespace hamer::ui
