#include "service/practice/pending_acts.h"

#include <algorithm>

namespace hamer {

namespace {

using Kind = TrainerAct::Kind;

bool is_same(const TrainerAct& one, TrainerAct other) {
    other.at_ms = one.at_ms;
    return one == other;
}

bool is_of_an_inject(Kind kind) { return kind == Kind::Fire || kind == Kind::Skip || kind == Kind::Delay; }

// Whether the one decides on what the other decided on: the inject, the goal, the text in that field.
bool is_on_the_same(const TrainerAct& one, const TrainerAct& other) {
    const bool alike = one.kind == other.kind || (is_of_an_inject(one.kind) && is_of_an_inject(other.kind));
    return alike && one.id == other.id;
}

}  // namespace

bool PendingActs::add(const TrainerAct& act) {
    // What was taken back can be done again, and two things can be taken back.
    const auto last = std::find_if(acts_.rbegin(), acts_.rend(), [&](const TrainerAct& one) {
        return act.kind == Kind::TakeBack || one.kind == Kind::TakeBack || is_on_the_same(one, act);
    });
    if (last != acts_.rend() && is_same(*last, act)) return false;
    acts_.push_back(act);
    return true;
}

void PendingActs::answered(const TrainerAct& act) {
    const auto found = std::ranges::find_if(acts_, [&](const TrainerAct& one) { return is_same(one, act); });
    if (found != acts_.end()) acts_.erase(found);
}

}  // namespace hamer
