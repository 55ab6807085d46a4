// One session and the connection that brings it to a keeper: connects, says what link/writer_link.h says, and connects
// anew. Nothing here waits; step() does what there is to do. For one thread.
#pragma once

#include "link/writer_link.h"
#include "network/link_client.h"
#include "service/sharing/own_journal.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace hamer {

// Between two tries to connect: twice as long each time, and less by chance, so that all do not come back at once. It
// begins anew once a connection brought something or stood for as long as the longest of them: one that is ended as
// soon as it is welcomed, as by another program with the same key, is no reason to come back at once.
inline constexpr LinkTime first_retry_ms = 500;
inline constexpr LinkTime longest_retry_ms = 15'000;
// How often step() is to be called, besides when something came.
inline constexpr LinkTime link_step_ms = 250;

class SharedWriter {
  public:
    using Connect = std::function<Result<std::unique_ptr<LinkClient>>()>;
    // A part of a wait, from 0 to 1.
    using Chance = std::function<double()>;

    SharedWriter(WriterSetup setup, std::shared_ptr<const OwnJournal> own, Connect connect, Chance chance);

    void step(LinkTime now);
    void put_away(std::uint64_t seq) { link_.put_away(seq); }
    void let_commands(bool on, LinkTime now) { send(link_.let_commands(on, now)); }
    // Without a connection it is lost: who asked asks again.
    void answer(const LinkAnswer& answer);

    [[nodiscard]] std::vector<LinkAsked> take_asked() { return std::exchange(asked_, {}); }
    // Why it was not reached the last time; empty while it is.
    [[nodiscard]] const std::optional<Error>& problem() const { return problem_; }
    [[nodiscard]] LinkStatus status() const { return link_.status(*own_); }
    // The keeper has all of a session that was put away: step() has nothing to do any more.
    [[nodiscard]] bool is_over() const { return link_.state().ended && !client_; }

  private:
    void connect(LinkTime now);
    void take(const LinkOpened&, LinkTime now);
    void take(const LinkReceived& received, LinkTime now);
    void take(const LinkHeard&, LinkTime now) { link_.heard(now); }
    void take(const LinkLost& lost, LinkTime now);
    void take_message(const LinkMessage& message, LinkTime now);
    void close(int code);
    void send(const LinkOut& out);
    void wait_and_retry(LinkTime now);

    std::shared_ptr<const OwnJournal> own_;
    Connect connect_;
    Chance chance_;
    WriterLink link_;
    std::unique_ptr<LinkClient> client_;
    bool is_open_ = false;  // false also while it is being closed
    LinkTime retry_at_ = 0;
    LinkTime wait_ = first_retry_ms;
    LinkTime opened_at_ = 0;
    std::optional<Error> problem_;
    std::vector<LinkAsked> asked_;
};

}  // namespace hamer
