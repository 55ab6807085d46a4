// The debrief that is on the screen: what was read of it last, what another window adds, and what is added here.
//
// One thread: the window's, which it never keeps waiting.
#pragma once

#include "service/practice/drill_requests.h"
#include "service/practice/pending_acts.h"
#include "ui/drill/debrief_view.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hamer::ui {

class KeptDebrief {
  public:
    // Fills `view` as long as a debrief is shown. All that it is given outlives it.
    KeptDebrief(DrillRequests& requests, std::optional<DebriefView>& view, DebriefTyping& typing)
        : requests_(requests), view_(view), typing_(typing) {}

    // `back`: the words of the way back.
    void show(ReadDebrief read, Language language, std::string back);
    // With each frame: what another window rated or noted is seen here before it is changed here.
    void read();
    void add(const Train& train);
    // Notes what was typed and not noted yet, and then closes it; `then` is called where that went well.
    void leave(std::function<void()> then);
    [[nodiscard]] const std::vector<std::filesystem::path>& watched() const { return watched_; }

  private:
    void take(ReadDebrief read);
    // What came of adding these; true when all of it was.
    bool take_added(Result<ReadDebrief> read, const std::vector<TrainerAct>& acts);
    // Whether that one is still on the screen.
    [[nodiscard]] bool is_shown(const std::string& session) const { return view_ && session == session_; }

    DrillRequests& requests_;
    std::optional<DebriefView>& view_;
    DebriefTyping& typing_;
    std::string session_;
    std::vector<std::filesystem::path> watched_;
    bool reads_ = false;  // asked, and not answered
    bool leaves_ = false;
    PendingActs adds_;
};

}  // namespace hamer::ui
