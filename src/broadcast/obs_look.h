// One look at OBS Studio: the questions that lead from its names to what it sends, each stage from the answers of the
// former. OBS works on several messages at once, so the names are asked again at the end: where they changed meanwhile
// the look is torn and shows no moment that ever was. GetCurrentProgramScene is not asked: OBS 29 falls over it while
// it loads scenes; GetSceneList tells the same. A plain value without ids, clock or network.
#pragma once

#include "broadcast/obs_seen.h"

#include <set>
#include <string>
#include <vector>

namespace hamer {

class ObsLook {
  public:
    enum class Depth { Names, WhatIsSent };
    ObsLook(const std::set<std::string>& inputs, Depth depth);

    // What is to be asked now; each answer goes to take().
    [[nodiscard]] std::vector<ObsRequest> take_questions();
    void take(const ObsRequest& question, const ObsAnswer& answer);

    [[nodiscard]] bool is_done() const { return stage_ == Stage::Done; }
    [[nodiscard]] bool is_torn() const { return torn_; }
    [[nodiscard]] const LocalText& refusal() const { return refusal_; }  // why it saw nothing; empty: it saw
    [[nodiscard]] const ObsSeen& seen() const { return seen_; }

  private:
    enum class Stage { Names, Parts, Groups, Activity, NamesAgain, Done };
    void ask(ObsRequest question);
    void ask_names();
    void next_stage();
    void take_names(const ObsRequest& question, const ObsAnswer& answer);
    void take_parts(const std::string& whole, const ObsAnswer& answer);

    Depth depth_;
    Stage stage_ = Stage::Names;
    ObsSeen seen_;
    std::set<std::string> groups_;
    std::vector<ObsRequest> questions_;
    std::size_t open_ = 0;  // questions without an answer
    bool torn_ = false;
    LocalText refusal_;
};

}  // namespace hamer
