// OBS Studio over obs-websocket 5: the director's requests on the wire, on a thread of their own.
//
// The link is made again whenever it is lost, after half a second at first and five seconds at most; not after OBS
// threw Hamer out (close code 4011), and once in half a minute after a wrong password (4009). Whatever OBS does, no
// function here waits for it. Messages above eight megabytes, and such as are none of this protocol, end the link.
#pragma once

#include "base/result.h"
#include "broadcast/broadcast.h"
#include "broadcast/obs_director.h"

#include <functional>
#include <memory>
#include <string>

namespace hamer {

struct ObsLinkOptions {
    std::string host;
    int port = 4455;
    ObsSetup setup;
    // Asked for at each connection; called on the link's thread. Its error names no secret.
    std::function<Result<std::string>()> password;
    bool password_expected = false;  // a password was set, so an OBS that asks none is not the one that was meant
    // What Hamer owes OBS, before OBS is asked; called on the link's thread. False: it is not kept, try again later.
    std::function<bool(const std::vector<ObsOwed>&)> keep = [](const std::vector<ObsOwed>&) { return true; };
    std::function<void()> changed = [] {};
};

class ObsLink final : public BroadcastControl {
  public:
    ObsLink(ObsLinkOptions options, const Clock& clock);  // the clock outlives it and is asked from the thread
    ~ObsLink() override;

    void want(BroadcastWish wish) override;
    [[nodiscard]] BroadcastStatus status() const override;
    [[nodiscard]] std::vector<BroadcastReport> take_reports() override;
    void again() override;
    void test() override;
    void make_slate(const std::string& picture) override;
    void stop_stream() override;
    void forget() override;

  private:
    class Wire;
    std::unique_ptr<Wire> wire_;
};

}  // namespace hamer
