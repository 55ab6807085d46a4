#include "service/handover/handover_service.h"

#include "base/mutex.h"

#include <map>
#include <utility>

namespace hamer {

struct HandOverService::Shared {
    Mutex mutex;
    std::map<std::string, Job> waiting GUARDED_BY(mutex);  // by session
    std::vector<Outcome> outcomes GUARDED_BY(mutex);
    std::function<void()> changed;
};

HandOverService::HandOverService(std::function<void()> changed, std::chrono::milliseconds patience)
    : shared_(std::make_shared<Shared>()) {
    shared_->changed = std::move(changed);
    worker_.wait_at_the_end(patience);
}

void HandOverService::ask(const std::string& session, Job job) {
    {
        const MutexLock hold(shared_->mutex);
        const bool waits = shared_->waiting.contains(session);
        shared_->waiting[session] = std::move(job);
        if (waits) return;
    }
    worker_.give([shared = shared_, session] {
        MutexLock hold(shared->mutex);
        const Job due = std::move(shared->waiting.extract(session).mapped());
        hold.unlock();
        Outcome outcome = due();
        outcome.session = session;
        hold.lock();
        shared->outcomes.push_back(std::move(outcome));
        hold.unlock();
        shared->changed();
    });
}

std::vector<HandOverService::Outcome> HandOverService::take() {
    const MutexLock hold(shared_->mutex);
    return std::exchange(shared_->outcomes, {});
}

}  // namespace hamer
