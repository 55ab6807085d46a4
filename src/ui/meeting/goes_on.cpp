#include "ui/meeting/goes_on.h"

namespace hamer::ui {

bool goes_on(const Session& session) {
    if (session.is_put_away()) return false;
    return !session.procedure().is_closed(session.configuration()) || session.present_incident() != nullptr;
}

}  // namespace hamer::ui
