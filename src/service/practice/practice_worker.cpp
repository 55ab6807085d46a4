#include "service/practice/practice_worker.h"

#include "service/practice/practice_service.h"

#include <chrono>

namespace hamer {

namespace {

// When the window is closed: for what is just under way, and for the steps of a drill that still wait for the disk.
constexpr std::chrono::milliseconds at_the_end{2000};

}  // namespace

// What the thread has, and has alone.
struct PracticeWorker::Owned {
    std::shared_ptr<PracticeService> service;
    std::map<std::string, std::string> problems;  // of what is watched, the last one
};

PracticeWorker::PracticeWorker(Make make, std::function<void()> changed, const Clock& clock)
    : make_(std::move(make)), line_(std::move(changed), clock, at_the_end) {}

PracticeWorker::~PracticeWorker() = default;

void PracticeWorker::give(RequestLine::Kind kind, Work work, const std::string& what, RequestLine::Then then) {
    if (!owned_) owned_ = std::make_shared<Owned>();
    line_.give(
        kind,
        [owned = owned_, make = make_, work = std::move(work), what](std::int64_t) {
            if (!owned->service) owned->service = make();
            return work(*owned->service, owned->problems[what]);
        },
        std::move(then));
}

void PracticeWorker::give_up() {
    if (!busy()) return;
    owned_.reset();
    line_.give_up({ErrorKind::Storage,
                   {},
                   "The disk does not answer",
                   "Look at it again in a moment",
                   Trouble::TimedOut,
                   "De schijf antwoordt niet. Kijk zo nog eens"});
}

}  // namespace hamer
