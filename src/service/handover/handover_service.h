// The register's work while a window is open: on a thread of its own, so that no server and no disk holds the chair up.
//
// One hand-over after another; one that waits is replaced by a later one of the same session, as that holds all of it.
// What was under way when the program ends is done at the next start (hand_over_waiting). Public functions are for one
// thread.
#pragma once

#include "base/result.h"
#include "base/worker.h"
#include "service/handover/handover.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace hamer {

class HandOverService {
  public:
    // A job holds copies of all that it uses, as it may outlive the program's other parts.
    struct Outcome {
        std::string session;  // which it was asked for; filled in
        Result<std::vector<HandedOver>> records;
        std::vector<Error> left_out{};  // sessions that were refused, of many
    };
    using Job = std::function<Outcome()>;

    // `changed` is called from the other thread when something came of a job. The destructor waits for `patience`.
    HandOverService(std::function<void()> changed, std::chrono::milliseconds patience);

    void ask(const std::string& session, Job job);
    [[nodiscard]] std::vector<Outcome> take();

  private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
    Worker worker_;
};

}  // namespace hamer
