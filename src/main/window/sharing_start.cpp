#include "main/window/sharing_start.h"

#include "base/attempt.h"
#include "base/version.h"
#include "link/link_words.h"
#include "main/commands/locations.h"
#include "platform/random.h"
#include "service/sharing/asked_commands.h"
#include "service/sharing/paired_keeper.h"
#include "ui/surface/window.h"

#include <fmt/format.h>
#include <string>

namespace hamer {

namespace {

// From 0 to 1.
double chance() { return static_cast<double>(std::stoul(random_hex(2), nullptr, 16)) / 0xFFFF; }

bool needs_somebody(LinkBand band) {
    return band == LinkBand::ThereApart || band == LinkBand::MoreThere || band == LinkBand::CannotBeKept;
}

class WindowLink final : public ui::LogLink {
  public:
    WindowLink(MeetingService& meeting, std::shared_ptr<Sharing> sharing)
        : meeting_(meeting), sharing_(std::move(sharing)) {}

    void tend() override { decide_asked(meeting_, *sharing_); }
    [[nodiscard]] std::optional<LogElsewhere> elsewhere() const override {
        const auto status = sharing_->status();
        if (!status) return std::nullopt;
        LogElsewhere log{band_words(*status), loss_words(*status)};
        if (needs_somebody(status->band)) {
            log.trouble.nl = log.trouble.nl.empty() ? log.where.nl : log.where.nl + ". " + log.trouble.nl;
            log.trouble.en = log.trouble.en.empty() ? log.where.en : log.where.en + ". " + log.trouble.en;
        }
        return log;
    }
    [[nodiscard]] bool lets_others() const override { return sharing_->lets_commands(); }
    void let_others(bool on) override { sharing_->let_commands(on); }

  private:
    MeetingService& meeting_;
    std::shared_ptr<Sharing> sharing_;
};

}  // namespace

Result<std::shared_ptr<Sharing>> open_sharing(FileSystem& files, const std::filesystem::path& state,
                                              const Clock& clock) {
    if (state.empty()) return nullptr;
    ASSIGN_OR_RETURN(const auto paired, paired_keeper(files, state));
    if (!paired) return nullptr;
    LinkClientOptions client;
    ASSIGN_OR_RETURN(client.address, read_link_address(paired->address));
    client.roots = paired->roots;
    SharingOptions options;
    options.key = paired->key;
    options.program = fmt::format("Hamer {}", program_version);
    options.connect = [client](std::function<void()> changed) {
        LinkClientOptions one = client;
        one.changed = std::move(changed);
        return open_link_client(std::move(one));
    };
    options.chance = chance;
    options.clock = &clock;
    options.changed = [] { ui::Window::nudge(); };
    options.not_reached = [](const Error& why) { report(why); };
    return std::make_shared<Sharing>(std::move(options));
}

std::shared_ptr<ui::LogLink> log_link(MeetingService& meeting, std::shared_ptr<Sharing> sharing) {
    return sharing ? std::make_shared<WindowLink>(meeting, std::move(sharing)) : nullptr;
}

}  // namespace hamer
