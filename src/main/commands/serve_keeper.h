// Between the network and the link: what comes in goes to the hub, and what the hub says goes out. On the server's
// thread for its handler.
#pragma once

#include "base/time.h"
#include "link/keeper_hub.h"
#include "main/commands/serve_pairing.h"
#include "network/link_server.h"
#include "platform/files.h"

#include <functional>

namespace hamer {

class ServeKeeper final : public LinkHandler {
  public:
    struct Calls {
        std::function<void(const LocalText&)> log;  // a line of what comes and goes, without a name or a key
        std::function<void()> every_minute;
    };
    // `folder`: the keeper's own. All outlive it.
    ServeKeeper(KeeperHub& hub, FileSystem& files, std::filesystem::path folder, Calls calls);
    // Before the server is started.
    void speaks_by(LinkServer& server) { server_ = &server; }
    // Before the server is started, or on its thread.
    void show(const AskedCode& asked, LinkTime now);

    void opened(PeerId peer, std::int64_t at) override;
    void received(PeerId peer, std::string text, std::int64_t at) override;
    void heard(PeerId peer, std::int64_t at) override;
    void sent(PeerId peer, std::int64_t at) override;
    void lost(PeerId peer, std::int64_t at) override;
    void tick(std::int64_t at) override;

  private:
    void hand_out();

    KeeperHub& hub_;
    FileSystem& files_;
    std::filesystem::path folder_;
    Calls calls_;
    LinkTime minute_ = 0;
    LinkTime second_ = 0;
    LinkServer* server_ = nullptr;
};

}  // namespace hamer
