#include "base/worker.h"
#include "platform/windows/surface/file_dialog.h"
#include "platform/windows/system.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace hamer {

namespace {

constexpr std::chrono::milliseconds patience_at_the_end{1000};  // for all together

// Each asked on a thread of its own.
class ShellFiles final : public DesktopFiles {
  public:
    explicit ShellFiles(std::function<void()> changed) : changed_(std::move(changed)) {}
    ~ShellFiles() override {
        leave_off();
        for (const auto& request : requests_) {
            request->worker.wait_at_the_end(patience_at_the_end / static_cast<int>(requests_.size()));
        }
    }

    [[nodiscard]] bool choose(FileChoice choice, std::function<void(ChosenFile)> then) override {
        if (is_choosing()) return false;
        auto request = std::make_unique<Request>();
        request->chooses = true;
        const auto dialog = request->dialog;
        ask<ChosenFile>(
            std::move(request), [choice = std::move(choice), dialog] { return choose_by_dialog(choice, *dialog); },
            std::move(then));
        return true;
    }
    [[nodiscard]] bool is_choosing() const override {
        return std::ranges::any_of(requests_, [](const auto& each) { return each->chooses && !each->left; });
    }
    void open(const std::filesystem::path& file, std::function<void(Status)> then) override {
        ask<Status>(
            std::make_unique<Request>(), [file] { return open_by_shell(file); }, std::move(then));
    }
    bool take() override {
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
    void leave_off() override {
        for (const auto& request : requests_) {
            request->left = true;
            *request->forgotten = true;
            request->hand_over = nullptr;
            if (const std::uintptr_t window = *request->dialog) {
                ::PostMessageW(reinterpret_cast<HWND>(window), WM_CLOSE, 0, 0);
            }
        }
    }

  private:
    struct Request {
        bool chooses = false;
        bool left = false;  // nobody waits for it any more
        std::shared_ptr<OpenDialog> dialog = std::make_shared<OpenDialog>(0);
        std::shared_ptr<std::atomic<bool>> done = std::make_shared<std::atomic<bool>>(false);
        std::shared_ptr<std::atomic<bool>> forgotten = std::make_shared<std::atomic<bool>>(false);
        std::function<void()> hand_over{};
        Worker worker{};
    };

    template <typename Answer>
    void ask(std::unique_ptr<Request> request, std::function<Answer()> job, std::function<void(Answer)> then) {
        // Written before `done`, and read after it.
        const auto given = std::make_shared<std::optional<Answer>>();
        request->worker.wait_at_the_end(patience_at_the_end);
        request->hand_over = [given, then = std::move(then)] { then(*std::move(*given)); };
        request->worker.give(
            [given, job = std::move(job), done = request->done, forgotten = request->forgotten, changed = changed_] {
                given->emplace(job());
                *done = true;
                if (!*forgotten) changed();
            });
        requests_.push_back(std::move(request));
    }

    std::function<void()> changed_;
    std::vector<std::unique_ptr<Request>> requests_;
};

}  // namespace

// Which window asks does not matter here: the dialog has no owner (file_dialog.cpp).
std::unique_ptr<DesktopFiles> system_desktop_files(std::string, std::function<void()> changed) {
    return std::make_unique<ShellFiles>(std::move(changed));
}

}  // namespace hamer
