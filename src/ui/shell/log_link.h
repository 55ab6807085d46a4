// The link that brings the log to a keeper, as the screens know it. Nothing of it waits for anybody; one thread.
#pragma once

#include "service/meeting/meeting_facts.h"

#include <optional>

namespace hamer::ui {

class LogLink {
  public:
    virtual ~LogLink() = default;
    // What other screens asked of the meeting is decided now, as if the chair had tapped.
    virtual void tend() = 0;
    // Nothing before the first session.
    [[nodiscard]] virtual std::optional<LogElsewhere> elsewhere() const = 0;
    // Whether others may ask for anything.
    [[nodiscard]] virtual bool lets_others() const = 0;
    virtual void let_others(bool on) = 0;
};

}  // namespace hamer::ui
