#include "platform/posix/surface/portal_files.h"

#include "base/mutex.h"
#include "platform/module.h"
#include "platform/posix/wake.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>

namespace hamer {
namespace {

constexpr std::chrono::milliseconds patience_at_the_end{1000};  // for all together

template <typename Answer>
struct GivenAnswer {
    Mutex mutex;
    std::optional<Answer> answer GUARDED_BY(mutex);
};

}  // namespace

// Tells a thread that waits for the desktop to leave off.
class PortalFiles::Interrupt {
  public:
    void tell() {
        told_ = true;
        wake_.tell();
    }
    [[nodiscard]] bool told() const { return told_; }
    [[nodiscard]] int descriptor() const { return wake_.descriptor(); }

  private:
    Wake wake_;
    std::atomic<bool> told_ = false;
};

struct PortalFiles::Request {
    Purpose purpose = Purpose::Choosing;
    bool left = false;  // nobody waits for it any more
    std::shared_ptr<Interrupt> interrupt = std::make_shared<Interrupt>();
    std::shared_ptr<std::atomic<bool>> done = std::make_shared<std::atomic<bool>>(false);
    std::function<void()> hand_over{};
    Worker worker{};

    void leave() {
        left = true;
        hand_over = nullptr;
        interrupt->tell();
    }
};

PortalFiles::PortalFiles(PortalOptions options) : options_(std::move(options)) {}

PortalFiles::~PortalFiles() {
    leave_off();
    for (const auto& request : requests_) {
        request->worker.wait_at_the_end(patience_at_the_end / static_cast<int>(requests_.size()));
    }
}

template <typename Answer>
void PortalFiles::ask(Purpose purpose, std::function<Answer(const DesktopModule&, int wake)> job,
                      std::function<void(Answer)> then) {
    auto request = std::make_unique<Request>();
    request->purpose = purpose;
    // Where it is done, only what is left of the worker's own.
    request->worker.wait_at_the_end(patience_at_the_end);
    const auto given = std::make_shared<GivenAnswer<Answer>>();
    request->hand_over = [given, then = std::move(then)] {
        std::optional<Answer> answer;
        {
            const MutexLock hold(given->mutex);
            answer = std::exchange(given->answer, std::nullopt);
        }
        if (answer) then(*std::move(answer));
    };
    request->worker.give([given, job = std::move(job), interrupt = request->interrupt, done = request->done,
                          changed = options_.changed] {
        const auto module = load_module_as<DesktopModule>("desktop");
        Answer answer = module ? job(**module, interrupt->descriptor()) : Answer(tl::unexpected(module.error()));
        {
            const MutexLock hold(given->mutex);
            given->answer.emplace(std::move(answer));
        }
        *done = true;
        if (!interrupt->told()) changed();
    });
    requests_.push_back(std::move(request));
}

bool PortalFiles::choose(FileChoice choice, std::function<void(ChosenFile)> then) {
    if (is_choosing()) return false;
    ask<ChosenFile>(
        Purpose::Choosing,
        [choice = std::move(choice), parent = options_.parent, patience = options_.patience](
            const DesktopModule& module, int wake) { return module.choose(choice, parent, patience, wake); },
        std::move(then));
    return true;
}

bool PortalFiles::is_choosing() const {
    return std::ranges::any_of(requests_,
                               [](const auto& each) { return each->purpose == Purpose::Choosing && !each->left; });
}

void PortalFiles::open(const std::filesystem::path& file, std::function<void(Status)> then) {
    ask<Status>(
        Purpose::Opening,
        [file, parent = options_.parent, patience = options_.patience](const DesktopModule& module, int wake) {
            return module.open(file, parent, patience, wake);
        },
        std::move(then));
}

bool PortalFiles::take() {
    bool any = false;
    while (true) {
        const auto found = std::ranges::find_if(requests_, [](const auto& each) { return each->done->load(); });
        if (found == requests_.end()) return any;
        const std::unique_ptr<Request> request = std::move(*found);
        requests_.erase(found);  // first, as it may ask again
        if (request->left) continue;
        any = true;
        request->hand_over();
    }
}

void PortalFiles::leave_off() {
    for (const auto& request : requests_) request->leave();
}

std::unique_ptr<DesktopFiles> system_desktop_files(std::string window, std::function<void()> changed) {
    PortalOptions options;
    options.parent = std::move(window);
    options.changed = std::move(changed);
    return std::make_unique<PortalFiles>(std::move(options));
}

}  // namespace hamer
