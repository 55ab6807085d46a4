#include "service/sharing/sharing.h"

#include "platform/random.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace hamer {

namespace {

// Of commands that wait: a keeper that passes on more is not meant well, and who asked asks again.
constexpr std::size_t most_asked = 200;

bool has(const std::vector<LinkAsked>& all, const LinkAsked& one) {
    return std::ranges::any_of(
        all, [&](const LinkAsked& other) { return other.command.id == one.command.id && other.device == one.device; });
}

}  // namespace

Sharing::Sharing(SharingOptions options)
    : options_(std::move(options)), run_(random_hex(8)), thread_([this] { work(); }) {}

Sharing::~Sharing() {
    {
        const MutexLock hold(mutex_);
        is_ending_ = true;
        something_.notify_all();
    }
    thread_.join();
}

void Sharing::wake() {
    is_woken_ = true;
    something_.notify_all();
}

void Sharing::begun(const BegunSession& session) {
    auto made = std::make_shared<Shared>();
    made->session = session.id;
    made->own = std::make_shared<OwnJournal>(session.procedure);
    made->writer = std::make_unique<SharedWriter>(
        WriterSetup{session.id, session.drill, run_, options_.key, options_.program}, made->own,
        [this] {
            return options_.connect([this] {
                const MutexLock hold(mutex_);
                wake();
            });
        },
        options_.chance);
    const MutexLock hold(mutex_);
    present_ = std::move(made);
    put_away_.reset();
    is_put_away_ = false;
    waiting_.clear();
    asked_.clear();
    answers_.clear();
    switched_ = lets_commands_;
    status_ = LinkStatus{};
    wake();
}

void Sharing::durable(const std::string& session, const EncodedEntry& entry) {
    std::shared_ptr<OwnJournal> own;
    {
        const MutexLock hold(mutex_);
        if (!present_ || present_->session != session) return;
        own = present_->own;
    }
    own->add(entry);
    bool tell = false;
    {
        const MutexLock hold(mutex_);
        wake();
        tell = std::exchange(answer_waits_, false);
    }
    if (tell) options_.changed();
}

void Sharing::put_away(const std::string& session, std::uint64_t seq) {
    const MutexLock hold(mutex_);
    if (!present_ || present_->session != session) return;
    put_away_ = seq;
    is_put_away_ = true;
    wake();
}

bool Sharing::is_on_its_way() const {
    if (!status_ || status_->ended) return false;
    return status_->band == LinkBand::CatchingUp || (is_put_away_ && status_->band == LinkBand::There);
}

void Sharing::settle(std::chrono::milliseconds patience) {
    MutexLock lock(mutex_);
    something_.wait_for(lock, patience, [this]() REQUIRES(mutex_) { return !is_on_its_way(); });
}

std::optional<LinkStatus> Sharing::status() const {
    const MutexLock hold(mutex_);
    return status_;
}

std::vector<LinkAsked> Sharing::take_asked() {
    auto asked = std::exchange(waiting_, {});
    bool more = false;
    {
        const MutexLock hold(mutex_);
        if (asked_.empty()) return asked;
        asked.push_back(std::move(asked_.front()));
        asked_.erase(asked_.begin());
        more = !asked_.empty();
    }
    if (more) options_.changed();
    return asked;
}

void Sharing::add_asked(std::vector<LinkAsked> asked) {
    for (LinkAsked& one : asked) {
        if (asked_.size() < most_asked && !has(asked_, one)) asked_.push_back(std::move(one));
    }
}

void Sharing::decide(const LinkAsked& asked, const std::function<std::map<std::string, std::uint64_t>()>& taken,
                     const CommandBook::Decide& decide) {
    std::shared_ptr<Shared> present;
    {
        const MutexLock hold(mutex_);
        present = present_;
    }
    if (!present) return;
    if (!book_ || book_session_ != present->session) {
        book_.emplace(present->session, run_, taken());
        book_session_ = present->session;
        book_->let(lets_commands_);
    }
    auto answer = book_->answer(asked, decide, *present->own);
    if (!answer) {
        {
            const MutexLock hold(mutex_);
            answer_waits_ = true;
        }
        answer = book_->answer(asked, decide, *present->own);  // it may have become durable before that was said
    }
    if (!answer) {
        if (!has(waiting_, asked)) waiting_.push_back(asked);
        return;
    }
    const MutexLock hold(mutex_);
    answers_.push_back(*answer);
    wake();
}

void Sharing::let_commands(bool on) {
    lets_commands_ = on;
    if (book_) book_->let(on);
    const MutexLock hold(mutex_);
    switched_ = on;
    wake();
}

void Sharing::work() {
    std::shared_ptr<Shared> working;
    MutexLock lock(mutex_);
    while (!is_ending_) {
        is_woken_ = false;
        auto former = std::exchange(working, present_);
        const Given given = {std::exchange(answers_, {}), std::exchange(put_away_, {}), std::exchange(switched_, {})};
        lock.unlock();
        former.reset();  // without the lock: its connection's thread may be waiting for that
        const bool is_over = !working || step(working, given);
        lock.lock();
        const auto is_woken = [this]() REQUIRES(mutex_) { return is_woken_ || is_ending_; };
        if (is_over)
            something_.wait(lock, is_woken);
        else
            something_.wait_for(lock, std::chrono::milliseconds(link_step_ms), is_woken);
    }
    lock.unlock();
    working.reset();
}

// True: nothing is left to do for it.
bool Sharing::step(const std::shared_ptr<Shared>& working, const Given& given) {
    SharedWriter& writer = *working->writer;
    const LinkTime now = options_.clock->now().monotonic_ms;
    if (given.put_away) writer.put_away(*given.put_away);
    if (given.switched) writer.let_commands(*given.switched, now);
    for (const LinkAnswer& answer : given.answers) writer.answer(answer);
    writer.step(now);
    auto asked = writer.take_asked();
    const LinkStatus status = writer.status();
    tell_problem(writer.problem());
    {
        const MutexLock hold(mutex_);
        if (working != present_) return false;
        if (asked.empty() && status_ == status) return writer.is_over();
        add_asked(std::move(asked));
        status_ = status;
        something_.notify_all();  // whoever settles
    }
    options_.changed();
    return writer.is_over();
}

void Sharing::tell_problem(const std::optional<Error>& problem) {
    if (!problem || problem->problem == told_problem_) return;
    told_problem_ = problem->problem;
    options_.not_reached(*problem);
}

}  // namespace hamer
