#include "ui/clerk/kept_lists.h"

#include <utility>

namespace hamer::ui {

namespace {

constexpr WantedLists everything() { return {.records = true, .due = true, .deliveries = true, .numbers = true}; }

void add(WantedLists& to, const WantedLists& more) {
    to.records = to.records || more.records;
    to.due = to.due || more.due;
    to.deliveries = to.deliveries || more.deliveries;
    to.numbers = to.numbers || more.numbers;
}

bool is_any(const WantedLists& wanted) { return wanted.records || wanted.due || wanted.deliveries || wanted.numbers; }

}  // namespace

KeptLists::KeptLists(ClerkWorker& clerk, DossierRequests& requests, ListsView& lists, Problem problem,
                     std::function<void()> came)
    : requests_(requests),
      lists_(lists),
      problem_(std::move(problem)),
      came_(std::move(came)),
      meetings_(clerk, lists.meetings, problem_),
      totals_(clerk, lists.totals, problem_) {
    mark_stale();
    read(false);
}

void KeptLists::choose(DossierList list, Instant now) {
    lists_.chosen = list;
    meetings_.stop();
    totals_.stop();
    add(stale_, std::exchange(missed_, {}));
    if (list == DossierList::Meetings) meetings_.begin();
    if (list == DossierList::Overview) totals_.begin(now, lists_.totals.year);
}

void KeptLists::choose_year(std::optional<int> year, Instant now) {
    if (lists_.totals.year != year) totals_.begin(now, year);
}

void KeptLists::search(const std::string& text) {
    search_ = text;
    stale_.records = true;
}

void KeptLists::mark_stale() {
    stale_ = everything();
    missed_ = {};
}

void KeptLists::add_up_anew(Instant now) {
    if (lists_.chosen == DossierList::Overview) totals_.begin(now, lists_.totals.year);
}

void KeptLists::read(bool on_screen) {
    if (is_asked_) return;
    WantedLists wanted = stale_;
    if (lists_.is_read) {
        wanted.records = wanted.records && on_screen && lists_.chosen == DossierList::Records;
        wanted.due = wanted.due && on_screen && lists_.chosen == DossierList::Due;
        wanted.deliveries = wanted.deliveries && on_screen && lists_.chosen == DossierList::Deliveries;
        wanted.numbers = wanted.numbers && on_screen;  // they stand beside each list's name
    }
    if (!is_any(wanted)) return;
    stale_.records = stale_.records && !wanted.records;
    stale_.due = stale_.due && !wanted.due;
    stale_.deliveries = stale_.deliveries && !wanted.deliveries;
    stale_.numbers = stale_.numbers && !wanted.numbers;
    wanted.search = search_;
    is_asked_ = true;
    requests_.lists(wanted, [this, wanted](Result<ReadLists> read) { take(wanted, std::move(read)); });
}

void KeptLists::take(const WantedLists& wanted, Result<ReadLists> read) {
    is_asked_ = false;
    if (!read) {
        add(missed_, wanted);
        return problem_(read.error());
    }
    if (read->records) lists_.records = *std::move(read->records);
    if (read->due) lists_.due = *std::move(read->due);
    if (read->deliveries) lists_.deliveries = *std::move(read->deliveries);
    if (read->open_duties) lists_.open_duties = *read->open_duties;
    if (read->open_deliveries) lists_.open_deliveries = *read->open_deliveries;
    lists_.user = std::move(read->user);
    lists_.drafts = std::move(read->drafts);
    lists_.is_read = true;
    ++lists_.edition;
    if (read->problem) problem_(*read->problem);
    came_();
}

}  // namespace hamer::ui
