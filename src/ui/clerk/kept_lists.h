// The lists on the left as they were read last, and reading anew what changed since: at once where it is on the screen,
// the rest once it is.
//
// One thread: the window's.
#pragma once

#include "service/clerk/dossier_requests.h"
#include "service/clerk/meeting_list.h"
#include "service/clerk/totals.h"
#include "ui/clerk/dossier_view.h"

#include <functional>
#include <string>

namespace hamer::ui {

class KeptLists {
  public:
    using Problem = std::function<void(const Error&)>;
    // `lists` is what it fills; `came` is called when rows came. All that it is given outlives it.
    KeptLists(ClerkWorker& clerk, DossierRequests& requests, ListsView& lists, Problem problem,
              std::function<void()> came);

    void choose(DossierList list, Instant now);
    void search(const std::string& text);
    // Something in the register changed.
    void mark_stale();
    // Of which year the totals are; nothing: of the last two.
    void choose_year(std::optional<int> year, Instant now);
    void add_up_anew(Instant now);  // the totals, where they are chosen
    // Asks for what is on the screen and not as it should be, one time after another; before anything was read, for
    // all.
    void read(bool on_screen);

  private:
    void take(const WantedLists& wanted, Result<ReadLists> read);

    DossierRequests& requests_;
    ListsView& lists_;
    Problem problem_;
    std::function<void()> came_;
    MeetingList meetings_;
    Totals totals_;
    std::string search_;
    WantedLists stale_{};
    WantedLists missed_{};  // could not be read: tried again when something else is asked for
    bool is_asked_ = false;
};

}  // namespace hamer::ui
