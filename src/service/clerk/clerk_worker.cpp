#include "service/clerk/clerk_worker.h"

#include "service/clerk/clerk_service.h"

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

// What the thread has, and has alone but for the progress.
struct ClerkWorker::Link {
    explicit Link(Open how) : open(std::move(how)) {}

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
};

ClerkWorker::ClerkWorker(Open open, std::function<void()> changed, const Clock& clock)
    : open_(std::move(open)), line_(std::move(changed), clock) {}

ClerkWorker::~ClerkWorker() = default;

void ClerkWorker::give(Job job, RequestLine::Then then) {
    if (!link_) link_ = std::make_shared<Link>(open_);
    line_.give(
        RequestLine::Kind::Awaited,
        [link = link_, job = std::move(job)](std::int64_t asked_ms) {
            link->run(job, asked_ms);
            return RequestLine::News::Some;
        },
        std::move(then));
}

Progress::Told ClerkWorker::progress() const { return link_ && busy() ? link_->progress->told() : Progress::Told{}; }

void ClerkWorker::stop() {
    if (link_ && busy()) link_->progress->stop();
}

void ClerkWorker::give_up() {
    if (!busy()) return;
    link_.reset();
    line_.give_up({ErrorKind::Storage,
                   {},
                   "The register does not answer",
                   "Look at it again in a moment",
                   Trouble::TimedOut,
                   "Het register antwoordt niet. Kijk zo nog eens"});
}

}  // namespace hamer
