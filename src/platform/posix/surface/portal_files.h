// The desktop's own file chooser and "open with", by the portal that desktops share (xdg-desktop-portal), from threads
// of their own: a desktop that hangs holds nobody up, also not at the end.
#pragma once

#include "base/worker.h"
#include "platform/desktop_files.h"
#include "platform/posix/surface/module/desktop_module.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace hamer {

struct PortalOptions {
    // Which window asks, as the portal names it: desktop_name_of (platform/window_system.h). Empty: none.
    std::string parent{};
    // Called from another thread when take() has something; for as long as this lives.
    std::function<void()> changed = [] {};
    DesktopPatience patience{};
};

class PortalFiles final : public DesktopFiles {
  public:
    explicit PortalFiles(PortalOptions options);
    // Closes what is open on the desktop, and gives its threads a second at most.
    ~PortalFiles() override;

    [[nodiscard]] bool choose(FileChoice choice, std::function<void(ChosenFile)> then) override;
    [[nodiscard]] bool is_choosing() const override;
    void open(const std::filesystem::path& file, std::function<void(Status)> then) override;
    bool take() override;
    void leave_off() override;

  private:
    class Interrupt;
    struct Request;
    enum class Purpose { Choosing, Opening };
    template <typename Answer>
    void ask(Purpose purpose, std::function<Answer(const DesktopModule&, int wake)> job,
             std::function<void(Answer)> then);

    PortalOptions options_;
    std::vector<std::unique_ptr<Request>> requests_;
};

}  // namespace hamer
