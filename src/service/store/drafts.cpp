#include "service/store/drafts.h"

#include "base/attempt.h"
#include "base/mutex.h"
#include "service/store/draft_folder.h"

#include <condition_variable>
#include <map>
#include <utility>

namespace hamer {

namespace {

constexpr std::chrono::milliseconds at_the_end{1000};

}  // namespace

struct Drafts::Shared {
    struct Wish {
        std::optional<Draft> draft;  // nothing: it goes
        std::uint64_t number = 0;
    };

    void read_fresh() {
        auto found = find_draft(*files, data, "");
        {
            const MutexLock hold(mutex);
            is_fresh_known = true;
            if (wishes.contains("")) return;  // what was typed since is newer
            if (found)
                fresh = *std::move(found);
            else
                unread = found.error();
        }
        changed();
    }

    // All that is wished for now. A wish that came meanwhile for the same record stays.
    void write() {
        std::map<std::string, Wish> wished;
        {
            const MutexLock hold(mutex);
            wished = wishes;
        }
        std::optional<Error> why;
        for (const auto& [record, wish] : wished) {
            const Status done = wish.draft ? keep_draft(*files, data, *wish.draft) : remove_draft(*files, data, record);
            if (!done) {
                why = done.error();
                continue;
            }
            const MutexLock hold(mutex);
            if (const auto found = wishes.find(record); found != wishes.end() && found->second.number == wish.number)
                wishes.erase(found);
        }
        const bool other = [&] {
            const MutexLock hold(mutex);
            return std::exchange(problem, why).has_value() != why.has_value();
        }();
        wrote.notify_all();
        if (other) changed();
    }

    std::shared_ptr<FileSystem> files;
    std::filesystem::path data;
    std::function<void()> changed;
    mutable Mutex mutex;
    std::condition_variable_any wrote;
    std::map<std::string, Wish> wishes GUARDED_BY(mutex);
    std::uint64_t next GUARDED_BY(mutex) = 1;
    std::optional<Draft> fresh GUARDED_BY(mutex);
    bool is_fresh_known GUARDED_BY(mutex) = false;
    std::optional<Error> problem GUARDED_BY(mutex);
    std::optional<Error> unread GUARDED_BY(mutex);
};

Drafts::Drafts(std::shared_ptr<FileSystem> files, std::filesystem::path data, std::function<void()> changed)
    : shared_(std::make_shared<Shared>()) {
    shared_->files = std::move(files);
    shared_->data = std::move(data);
    shared_->changed = std::move(changed);
    worker_.wait_at_the_end(at_the_end);
    worker_.give([shared = shared_] { shared->read_fresh(); });
}

void Drafts::keep(Draft draft) {
    {
        const MutexLock hold(shared_->mutex);
        const std::string record = draft.record;
        if (record.empty()) shared_->fresh = draft;
        shared_->wishes[record] = {std::move(draft), shared_->next++};
    }
    worker_.give([shared = shared_] { shared->write(); });
}

void Drafts::drop(const std::string& record) {
    {
        const MutexLock hold(shared_->mutex);
        if (record.empty()) shared_->fresh.reset();
        shared_->wishes[record] = {std::nullopt, shared_->next++};
    }
    worker_.give([shared = shared_] { shared->write(); });
}

Result<std::optional<Draft>> Drafts::find(const std::string& record) const {
    {
        const MutexLock hold(shared_->mutex);
        if (const auto found = shared_->wishes.find(record); found != shared_->wishes.end()) return found->second.draft;
    }
    return find_draft(*shared_->files, shared_->data, record);
}

Result<std::set<std::string>> Drafts::records() const {
    ASSIGN_OR_RETURN(const auto on_disk, records_with_draft(*shared_->files, shared_->data));
    std::set<std::string> found(on_disk.begin(), on_disk.end());
    const MutexLock hold(shared_->mutex);
    for (const auto& [record, wish] : shared_->wishes) {
        if (wish.draft && !record.empty())
            found.insert(record);
        else
            found.erase(record);
    }
    return found;
}

std::optional<Draft> Drafts::fresh() const {
    const MutexLock hold(shared_->mutex);
    return shared_->fresh;
}

bool Drafts::is_fresh_known() const {
    const MutexLock hold(shared_->mutex);
    return shared_->is_fresh_known;
}

std::optional<Error> Drafts::problem() const {
    const MutexLock hold(shared_->mutex);
    return shared_->problem;
}

std::optional<Error> Drafts::take_unread() {
    const MutexLock hold(shared_->mutex);
    return std::exchange(shared_->unread, std::nullopt);
}

bool Drafts::settle(std::chrono::milliseconds patience) const {
    MutexLock hold(shared_->mutex);
    return shared_->wrote.wait_for(hold, patience,
                                   [this]() REQUIRES(shared_->mutex) { return shared_->wishes.empty(); });
}

bool Drafts::is_done() const {
    const MutexLock hold(shared_->mutex);
    return shared_->wishes.empty();
}

}  // namespace hamer
