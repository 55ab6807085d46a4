// All connections of one keeper: who comes in, who writes, who reads, and what goes between them (docs/link.md).
//
// A value as the other parties of the link: messages, time and what is on the disk come in, and what to send comes out.
// One thread calls it. What a writer sends is for its KeeperLink, what a screen gets for its ReaderFeed; what the hub
// adds is what needs to know of others: pairing, one connection for each device, commands and their answers, erasing.
#pragma once

#include "link/hub_connection.h"
#include "link/paired_devices.h"
#include "link/session_board.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hamer {

// Connections that have not said hello; the oldest goes when one more comes, as a device says it at once.
inline constexpr std::size_t most_greeting_connections = 64;

struct HubOut {
    ConnectionId to = 0;
    // Send the messages in order, then close with the code; 1011 for a code that closes nothing by itself.
    LinkOut out{};
    bool done = false;  // close behind the messages, with 1000: all is said
};

// Who is there, for the person at the keeper.
struct HubDevice {
    ConnectionId connection = 0;
    PairedDevice device;
    std::string session;  // that it writes or follows; empty: none yet
};

class KeeperHub {
  public:
    KeeperHub(KeeperName name, PairedDevices& devices, KeptSessions& kept);

    void opened(ConnectionId id, LinkTime now);
    // One whole text message.
    void received(ConnectionId id, std::string_view text, LinkTime now);
    // Some bytes came.
    void heard(ConnectionId id, LinkTime now);
    // All that was given out for it has been sent: who catches up gets the next lines at once, and not at the next
    // tick. Need not be said.
    void drained(ConnectionId id, LinkTime now);
    // It is gone, whoever ended it.
    void lost(ConnectionId id, LinkTime now);
    // At least twice a second.
    void tick(LinkTime now);
    // After each of these. Nothing that is said of a connection behind its end is looked at.
    [[nodiscard]] std::vector<HubOut> take_out() { return std::exchange(out_, {}); }
    // False: no message above max_greeting_message may be read.
    [[nodiscard]] bool greeted(ConnectionId id) const;

    // For the person at the keeper. The six digits are drawn at random by the caller.
    void show_code(std::string code, LinkRole role, LinkTime now) { code_.show(std::move(code), role, now); }
    void hide_code() { code_.hide(); }
    [[nodiscard]] const PairingCode& code() const { return code_; }
    [[nodiscard]] Status revoke(const std::string& device, LinkTime now);
    // Texts were erased by the keeper itself: as if a writer had told it.
    [[nodiscard]] Result<std::optional<LinkCode>> erase(const std::string& session, std::span<const LinkTextName> texts,
                                                        LinkTime now);
    [[nodiscard]] std::vector<HubDevice> connected() const;
    // What the log and the keeper's screen should say, in order.
    [[nodiscard]] std::vector<LocalText> take_notices() { return std::exchange(notices_, {}); }

  private:
    // Each of these may end connections: a HubConnection that was found before it may be gone after it.
    void greet_with(ConnectionId id, const LinkMessage& message, LinkTime now);
    void hello(ConnectionId id, const LinkHello& hello, LinkTime now);
    void pair(ConnectionId id, const LinkPair& pair, LinkTime now);
    void from_writer(ConnectionId id, const LinkMessage& message, LinkTime now);
    void offered(ConnectionId id, const LinkOffer& offer, LinkTime now);
    void after_writer(ConnectionId id, const LinkMessage& message, LinkTime now);
    void from_reader(ConnectionId id, const LinkMessage& message, LinkTime now);
    void relay(ConnectionId id, const LinkCommand& command, LinkTime now);
    void relay(ConnectionId writer, const LinkAnswer& answer, LinkTime now);
    void answered(ConnectionId id, const LinkErased& erased, LinkTime now);
    // Brings the reader, or all readers of a session, what they do not have.
    void feed(ConnectionId id, LinkTime now);
    void feed_readers(const std::string& session, LinkTime now);
    void drop_texts_of(const std::string& session, LinkTime now);
    void tell_erasures(ConnectionId id, LinkTime now);
    void tick_one(ConnectionId id, LinkTime now);

    [[nodiscard]] HubConnection* find(ConnectionId id);
    [[nodiscard]] std::vector<ConnectionId> ids() const;
    void send(ConnectionId id, LinkOut out, LinkTime now);
    void close(ConnectionId id, LinkRefused why, LinkTime now);
    // The connection is nobody's from here on.
    void forget(ConnectionId id, LinkTime now);
    void note(LocalText notice);

    KeeperName name_;
    PairedDevices& devices_;
    KeptSessions& kept_;
    std::map<ConnectionId, HubConnection> connections_;
    std::map<std::string, MessageRate> rates_;  // by device: a new connection brings no new burst
    SessionBoard board_;
    PairingCode code_;
    std::vector<HubOut> out_;
    std::vector<LocalText> notices_;
};

}  // namespace hamer
