#include "service/clerk/clerk_worker.h"

#include "base/mutex.h"
#include "service/clerk/clerk_service.h"

#include <condition_variable>

namespace hamer {

namespace {

constexpr std::int64_t between_openings_ms = 1000;

// A link that another one is better than: it broke, or its server now copies the one that takes writes.
bool is_lost(const Status& done) {
    if (done) return false;
    const Trouble trouble = done.error().trouble;
    return trouble == Trouble::NotReachable || trouble == Trouble::TakesNoWrites;
}

}  // namespace

// What the thread has. `service` and what opens it are the thread's alone.
struct ClerkWorker::Shared {
    Shared(Open how, std::function<void()> told) : open(std::move(how)), changed(std::move(told)) {}

    Result<ClerkService*> opened(std::int64_t now) {
        if (service) return &*service;
        if (refused && now - refused_at < between_openings_ms) return tl::unexpected<Error>(*refused);
        auto made = open();
        if (made) {
            refused.reset();
            service.emplace(*std::move(made));
            service->tell(progress);
            return &*service;
        }
        refused = made.error();
        refused_at = now;
        return tl::unexpected<Error>(*refused);
    }
    // `now`: when it was asked.
    void run(const Job& job, std::int64_t now) {
        const bool had_a_link = service.has_value();
        progress->reset();
        Status done = job.work(opened(now));
        if (!is_lost(done)) return;
        service.reset();
        if (!had_a_link || job.again == Again::No) return;
        // It was lost while nothing was asked: the server was restarted, another one took its place.
        done = job.work(opened(now));
        if (is_lost(done)) service.reset();
    }

    const Open open;
    const std::shared_ptr<Progress> progress = std::make_shared<Progress>();
    std::optional<ClerkService> service;
    std::optional<Error> refused;  // why it could not be opened, and when that was
    std::int64_t refused_at = 0;

    Mutex mutex;
    std::condition_variable_any came;
    std::function<void()> changed GUARDED_BY(mutex);
    std::uint64_t answered GUARDED_BY(mutex) = 0;  // the number of the last one
};

ClerkWorker::ClerkWorker(Open open, std::function<void()> changed, const Clock& clock)
    : open_(std::move(open)), changed_(std::move(changed)), clock_(clock) {}

ClerkWorker::~ClerkWorker() {
    if (!shared_) return;
    const MutexLock hold(shared_->mutex);
    shared_->changed = nullptr;
}

void ClerkWorker::give(Job job, Then then) {
    if (!shared_) {
        shared_ = std::make_shared<Shared>(open_, changed_);
        worker_.emplace();
    }
    const std::uint64_t number = next_++;
    const std::int64_t now = clock_.now().monotonic_ms;
    asked_.push_back({number, now, std::move(then)});
    worker_->give([shared = shared_, job = std::move(job), number, now] {
        shared->run(job, now);
        const MutexLock hold(shared->mutex);
        shared->answered = number;
        shared->came.notify_all();
        if (shared->changed) shared->changed();
    });
}

bool ClerkWorker::take() {
    if (asked_.empty()) return false;
    std::uint64_t answered = 0;
    {
        const MutexLock hold(shared_->mutex);
        answered = shared_->answered;
    }
    bool some = false;
    while (!asked_.empty() && asked_.front().number <= answered) {
        // First gone, then told: what it is told to may ask for more.
        const Then then = std::move(asked_.front().then);
        asked_.pop_front();
        then(std::nullopt);
        some = true;
    }
    return some;
}

std::int64_t ClerkWorker::waiting_ms() const {
    return asked_.empty() ? 0 : clock_.now().monotonic_ms - asked_.front().since;
}

Progress::Told ClerkWorker::progress() const {
    return shared_ && busy() ? shared_->progress->told() : Progress::Told{};
}

void ClerkWorker::stop() {
    if (shared_ && busy()) shared_->progress->stop();
}

void ClerkWorker::give_up() {
    if (asked_.empty()) return;
    {
        const MutexLock hold(shared_->mutex);
        shared_->changed = nullptr;
    }
    worker_.reset();
    shared_.reset();
    const Error left{ErrorKind::Storage,
                     {},
                     "The register does not answer",
                     "Look at it again in a moment",
                     Trouble::TimedOut,
                     "Het register antwoordt niet. Kijk zo nog eens"};
    for (const Asked& one : std::exchange(asked_, {})) one.then(left);
}

void ClerkWorker::await() {
    if (asked_.empty()) return;
    const std::uint64_t number = asked_.front().number;
    MutexLock hold(shared_->mutex);
    shared_->came.wait(hold, [&]() REQUIRES(shared_->mutex) { return shared_->answered >= number; });
}

}  // namespace hamer
